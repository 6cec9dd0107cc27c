import { compileRules, type SavedRule } from '../../../src/rules/compiled-rule'
import { evaluateRules, type Occasion } from '../../../src/rules/evaluate-rules'
import type { Subject } from '../../../src/rules/rule'
import { ruleDocumentSchema } from '../../../src/rules/rule-document'
import { subjectWith } from './subject'

const catalogue = { lists: new Set(['blocked', 'suspect']), patterns: new Set<string>() }
const occasion: Occasion = {
  article: 'a-story',
  now: new Date('2026-07-01T12:00:00Z'),
  clock: () => 0,
}

type Draft = Partial<Omit<SavedRule, 'document'>> & {
  when: string
  effect?: object
  about?: object
}

function rule({ when, effect, about, ...saved }: Draft): SavedRule {
  const then = { action: 'hold', reason: 'other', ...effect }
  const document = ruleDocumentSchema.parse({ name: 'A rule', when, then, ...about })
  return { id: 'r1', version: 3, mode: 'live', ...saved, document }
}

function evaluate(subject: Subject, drafts: Draft[], about: Partial<Occasion> = {}) {
  return evaluateRules(subject, compileRules(drafts.map(rule), catalogue), {
    ...occasion,
    ...about,
  })
}

test('a rule that is met says so, with its version, the values it saw and where', () => {
  const subject = subjectWith({ text: 'A CLOWN wrote http://a.com', blocked: ['clown'] })
  const findings = evaluate(subject, [
    {
      when: 'list("blocked") && size(comment.links) > 0 && author.approvedCount == 5',
      effect: { action: 'reject', reason: 'insult', priority: 77, note: 'Look twice.' },
    },
  ])
  expect(findings).toMatchObject([
    {
      rule: 'r1',
      version: 3,
      mode: 'live',
      action: 'reject',
      reason: 'insult',
      priority: 77,
      detail:
        '"A rule": list("blocked"), size(comment.links) > 0 (1), author.approvedCount == 5 (5). Look twice.',
      spans: [
        { start: 2, end: 7 },
        { start: 14, end: 26 },
      ],
      leaves: [
        expect.objectContaining({ source: 'list("blocked")', result: true }),
        expect.objectContaining({ source: 'size(comment.links) > 0', value: 1 }),
        expect.objectContaining({ source: 'author.approvedCount == 5', value: 5 }),
      ],
    },
  ])
})

test('all live and shadow rules run, drafts and rules at rest do not', () => {
  const modes = ['live', 'shadow', 'draft', 'off'] as const
  const drafts = modes.map((mode) => ({ id: mode, mode, when: 'true' }))
  const findings = evaluate(subjectWith({}), drafts)
  expect(findings.map(({ rule, mode }) => [rule, mode])).toEqual([
    ['live', 'live'],
    ['shadow', 'shadow'],
  ])
})

test.each([
  ['its section', { scope: { sections: ['local'], articles: [] } }, {}, true],
  ['another section', { scope: { sections: ['sport'], articles: [] } }, {}, false],
  ['its article', { scope: { sections: [], articles: ['a-story'] } }, {}, true],
  ['another article', { scope: { sections: [], articles: ['b'] } }, {}, false],
  ['an exempt author', { exempt: ['reader'] }, {}, false],
  ['a time before it expires', { expiresAt: '2026-07-01T12:00:01Z' }, {}, true],
  ['the moment it expires', { expiresAt: '2026-07-01T12:00:00Z' }, {}, false],
])('a rule is asked about %s as its scope says', (_, about, when, expected) => {
  const findings = evaluate(subjectWith({}), [{ when: 'true', about }], when)
  expect(findings.length === 1).toBe(expected)
})

test('staff is exempt unless a rule says otherwise', () => {
  const subject = subjectWith({ author: { role: 'staff' } })
  expect(evaluate(subject, [{ when: 'true' }])).toEqual([])
  expect(evaluate(subject, [{ when: 'true', about: { exempt: [] } }])).toHaveLength(1)
})

describe('a word that is only found behind a disguise', () => {
  const disguised = subjectWith({ text: 'you cl0wn', blocked: ['clown'] })
  const open = subjectWith({ text: 'you clown', blocked: ['clown'] })
  const clean = subjectWith({ text: 'you there', blocked: ['clown'] })
  const actionOf = (subject: Subject, when: string, action: string) =>
    evaluate(subject, [{ when, effect: { action } }]).map((finding) => finding.action)

  test('may hold a comment but not reject it', () => {
    expect(actionOf(open, 'list("blocked")', 'reject')).toEqual(['reject'])
    expect(actionOf(disguised, 'list("blocked")', 'reject')).toEqual(['hold'])
    expect(actionOf(disguised, 'list("blocked")', 'spam')).toEqual(['hold'])
    expect(actionOf(disguised, 'list("blocked")', 'hold')).toEqual(['hold'])
    expect(actionOf(clean, 'list("blocked")', 'reject')).toEqual([])
  })

  test('does not matter where something else decides', () => {
    expect(actionOf(disguised, 'list("blocked") || reports == 0', 'reject')).toEqual(['reject'])
  })

  test('stops an approval', () => {
    expect(actionOf(clean, '!list("blocked")', 'approve')).toEqual(['approve'])
    expect(actionOf(disguised, '!list("blocked")', 'approve')).toEqual([])
    expect(actionOf(open, '!list("blocked")', 'approve')).toEqual([])
  })

  test('is marked in the text', () => {
    const findings = evaluate(disguised, [{ when: 'list("blocked")' }])
    expect(findings[0]?.spans).toEqual([{ start: 4, end: 9 }])
  })
})

test('a score rule gives its points, but behind a disguise it holds', () => {
  const drafts = [{ when: 'list("blocked")', effect: { action: 'score', score: 4 } }]
  const open = evaluate(subjectWith({ text: 'you clown', blocked: ['clown'] }), drafts)
  expect(open.map(({ action, points }) => [action, points])).toEqual([['score', 4]])
  const disguised = evaluate(subjectWith({ text: 'you cl0wn', blocked: ['clown'] }), drafts)
  expect(disguised.map(({ action, points }) => [action, points])).toEqual([['hold', undefined]])
})

test('a rule that no longer compiles holds the comment and says why', () => {
  const findings = evaluate(subjectWith({}), [{ when: 'list("gone")' }, { id: 'r2', when: 'true' }])
  expect(findings.map(({ rule, action, reason }) => [rule, action, reason])).toEqual([
    ['r1', 'hold', 'rule_error'],
    ['r2', 'hold', 'other'],
  ])
  expect(findings[0]?.detail).toContain('There is no word list "gone".')
})

test('a rule that fails is one finding, and the others are still run', () => {
  const compiled = compileRules(
    [rule({ when: 'true' }), rule({ id: 'r2', when: 'true' })],
    catalogue,
  )
  const [first] = compiled
  if (first?.condition) {
    first.condition.holds = () => {
      throw new Error('no luck')
    }
  }
  const findings = evaluateRules(subjectWith({}), compiled, occasion)
  expect(findings.map(({ rule: id, reason }) => [id, reason])).toEqual([
    ['r1', 'rule_error'],
    ['r2', 'other'],
  ])
})

test('when the time is up, the rest is left to a moderator', () => {
  let ms = 0
  const clock = () => {
    ms += 20
    return ms
  }
  const drafts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, when: 'true' }))
  const findings = evaluate(subjectWith({}), drafts, { clock })
  expect(findings.map(({ rule: id, reason }) => [id, reason])).toEqual([
    ['a', 'other'],
    ['b', 'other'],
    ['budget', 'rule_error'],
  ])
})

test('an approval and a refusal are both kept; who wins is decided elsewhere', () => {
  const findings = evaluate(subjectWith({}), [
    { id: 'a', when: 'true', effect: { action: 'approve', reason: 'trusted' } },
    { id: 'b', when: 'true', effect: { action: 'spam', reason: 'spam' } },
  ])
  expect(findings.map(({ action }) => action)).toEqual(['approve', 'spam'])
})

test('a text that was not compared with all banks is left to a moderator', () => {
  const subject = { ...subjectWith({}), isSearchComplete: false }
  const findings = evaluate(subject, [{ when: 'true', effect: { action: 'approve' } }])
  expect(findings.map(({ rule: id, action, reason }) => [id, action, reason])).toEqual([
    ['r1', 'approve', 'other'],
    ['budget', 'hold', 'rule_error'],
  ])
})
