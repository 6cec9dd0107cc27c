import { auditFilterOf, auditHref, readAuditForm } from '../../../src/console/audit-filter'
import { factsOf, subjectsOf } from '../../../src/console/comment-model'

const words = {
  who: (actor: string) => (actor === 'moderator:1' ? 'Ana' : 'somebody'),
  nothing: 'nothing',
  change: (from: string, to: string) => `${from} → ${to}`,
}

describe('The facts of an event', () => {
  test.each([
    [{ reason: 'spam', version: 3, decision: 'x' }, 'reason: spam, version: 3'],
    [{ moderator: '1', role: 'owner' }, 'moderator: Ana, role: owner'],
    [
      {
        limits: { max_links: null },
        origins: ['a', 'b'],
        was: { limits: { max_links: 2 }, origins: [] },
      },
      'limits.max_links: 2 → nothing, origins: nothing → a, b',
    ],
    [{ from: 'held', to: 'spam', reason: 'spam' }, 'held → spam, reason: spam'],
    [{ name: 'New', was: 'Old' }, 'name: Old → New'],
    [{ language: '' }, 'language: nothing'],
    [{}, ''],
  ])('%j are %j', (data, text) => {
    expect(factsOf(data, words)).toBe(text)
  })

  test('name those whom they are about', () => {
    expect(subjectsOf({ moderator: '1', token: '2', other: '3' })).toEqual([
      'moderator:1',
      'token:2',
    ])
  })
})

test('what cannot be asked for counts as not given, and an address holds what was', () => {
  const form = readAuditForm({ type: ' rule. ', from: 'soon', to: '2026-03-01', actor: ['x'] })
  expect(form).toEqual({
    site: '',
    type: 'rule.',
    actor: '',
    comment: '',
    from: '',
    to: '2026-03-01',
  })
  expect(auditFilterOf(form)).toMatchObject({ type: 'rule.', to: new Date('2026-03-01') })
  expect(auditFilterOf({ ...form, comment: 'x' })).toBeUndefined()
  expect(auditHref(form, { path: 'check', after: 5 })).toBe(
    '/console/audit/check?type=rule.&to=2026-03-01&after=5',
  )
})
