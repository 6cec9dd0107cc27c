import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditTypes } from '../../../src/audit/audit'
import { factsOf, namedIn } from '../../../src/console/audit-facts'
import { auditFilterOf, auditHref, readAuditForm } from '../../../src/console/audit-filter'
import { english } from '../../../src/console/words/en/english'
import { wordsOf } from '../../../src/console/words/words'

const told = {
  words: english,
  who: (actor: string) => (actor === 'moderator:1' ? 'Ana' : 'somebody'),
  rule: (id: string) => (id === 'r1' ? 'Link of a newcomer' : undefined),
  article: (id: string) => (id === 'a1' ? 'The wall' : undefined),
}

describe('The facts of an event', () => {
  test.each([
    [{ reason: 'spam', version: 3, decision: 'x' }, 'Reason: Spam, Version: 3'],
    [{ moderator: '1', role: 'owner' }, 'Person: Ana, Role: Owner'],
    [{ role: 'trusted' }, 'Role: trusted author'],
    [
      {
        limits: { max_links: null },
        origins: ['a', 'b'],
        was: { limits: { max_links: 2 }, origins: [] },
      },
      'Most links: 2 → nothing, Origins: nothing → a, b',
    ],
    [
      { default_action: 'hold', was: { default_action: 'approve' } },
      'A comment that no rule speaks about: Approve it → Hold it for a person',
    ],
    [{ action: 'spam', from: 'held', to: 'spam', reason: 'spam' }, 'Held → Spam, Reason: Spam'],
    [
      { action: 'hold', from: 'held', to: 'held', reason: 'escalated', queue: 'lead' },
      'Held → Held, Action: Handed to the lead, Reason: For the lead, Queue: For the lead',
    ],
    [{ action: 'hold', agrees: false }, 'Action: Held, Same as the first: no'],
    [{ batch: 'b', undoes: 'u' }, 'One of a batch, Takes an earlier decision back'],
    [
      { rule: 'r1', mode: 'shadow', version: 2 },
      'Rule: Link of a newcomer, Mode: Shadow, Version: 2',
    ],
    [{ rule: 'gone' }, 'Rule: gone'],
    [{ article: 'a1' }, 'Article: The wall'],
    [
      { kind: 'words', entries: 2000, disguises: true },
      'Kind: Words, Entries: 2,000, Finds disguises: yes',
    ],
    [{ name: 'New', was: 'Old' }, 'Name: Old → New'],
    [{ language: '' }, 'Language: nothing'],
    [{ language: 'kk' }, 'Language: Kazakh'],
    [{ note: 'n', id: 'i' }, ''],
    [{ unheard_of: 'x' }, 'unheard_of: x'],
    [{}, ''],
  ])('%j are %j', (data, text) => {
    expect(factsOf(data, told)).toBe(text)
  })

  test('are in the language of the page', () => {
    const data = { from: 'pending', to: 'held', action: 'hold', reason: 'premoderation' }
    expect(factsOf(data, { ...told, words: wordsOf('de') })).toBe(
      'Wird geprüft → Zurückgehalten, Grund: Prüfung vorab',
    )
  })

  test('name those whom and what they are about', () => {
    const data = { moderator: '1', token: '2', other: '3', rule: 'r1', article: 'a1' }
    expect(namedIn([{ actor: 'rules', data }])).toEqual({
      actors: ['rules', 'moderator:1', 'token:2'],
      rules: ['r1'],
      articles: ['a1'],
    })
  })
})

/** Statements that write events themselves: the compiler knows the types of all others. */
function typesInStatements(): string[] {
  const folder = join(__dirname, '../../../src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.store.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((text) => text.split('INSERT INTO audit_events').slice(1))
    .flatMap((statement) => {
      const [written = ''] = statement.split('jsonb')
      return written.match(/(?<=')[a-z_]+\.[a-z_]+(?=')/g) ?? []
    })
}

test('every type of event that a statement writes has words', () => {
  const written = typesInStatements()
  expect(written).toEqual(
    expect.arrayContaining(['comment.submitted', 'comment.decided', 'decision.undone']),
  )
  expect(written.filter((type) => !auditTypes.some((known) => known === type))).toEqual([])
})

test('every type of event that has words is written somewhere', () => {
  const folder = join(__dirname, '../../../src')
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(store|flow|routes|endpoints)\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const source = texts.join('\n')
  expect(auditTypes.filter((type) => !source.includes(`'${type}'`))).toEqual([])
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
