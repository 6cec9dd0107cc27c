import { banksSchema } from '../../../src/rules/bank'
import { matchBanks } from '../../../src/rules/bank-matcher'
import { checkRule } from '../../../src/rules/check-rule'
import { compileBanks } from '../../../src/rules/compile-banks'
import { compileRules } from '../../../src/rules/compiled-rule'
import { defaultPack } from '../../../src/rules/default-pack'
import { evaluateRules } from '../../../src/rules/evaluate-rules'
import { fieldPaths, fields } from '../../../src/rules/fields'
import { startingMode } from '../../../src/rules/rule-document'
import { viewsOf } from '../../../src/text/views'
import { subjectWith } from './subject'

const banks = compileBanks(defaultPack.banks)
const rules = compileRules(
  defaultPack.rules.map(({ key, document }) => ({ id: key, version: 1, mode: 'live', document })),
  banks,
)

function met(change: Parameters<typeof subjectWith>[0], section = 'local', hour = 12): string[] {
  const subject = subjectWith(change)
  const features = {
    ...subject.features,
    article: { ...subject.features.article, section },
    time: { hour, weekday: 3 },
  }
  const bankHits = matchBanks(banks, subject.views)
  const occasion = {
    article: 'a',
    now: new Date(0),
    clock: () => 0,
  }
  const findings = evaluateRules({ ...subject, features, bankHits }, rules, occasion)
  return findings.map(({ rule }) => rule)
}

test('holds at least eight rules, each with a sentence for the owner, all of them sound', () => {
  expect(defaultPack.rules.length).toBeGreaterThanOrEqual(8)
  expect(banksSchema.safeParse(defaultPack.banks).success).toBe(true)
  for (const { document } of defaultPack.rules) {
    expect(checkRule(document, banks)).toMatchObject({ ok: true })
    expect(document.explain).toMatch(/^[A-Z].{20,}\.$/)
  }
  expect(new Set(defaultPack.rules.map(({ key }) => key)).size).toBe(defaultPack.rules.length)
})

test('rules that refuse or publish wait in the shadow', () => {
  for (const { document, mode } of defaultPack.rules) {
    if (startingMode(document) === 'shadow') expect(mode).toBe('shadow')
    if (document.then.action === 'approve') expect(mode).toBe('shadow')
  }
})

test('an unremarkable comment meets none of them', () => {
  expect(met({})).toEqual([])
})

test.each([
  ['newcomer_link', { text: 'see http://a.com now', author: { approvedCount: 0 } }],
  ['threats_first', { scores: { threat: 0.8 } }],
  ['flooding', { author: { commentsLastHour: 9 } }],
  ['shouting_newcomer', { text: 'THIS IS REALLY MUCH TOO LOUD FOR A QUIET TOWN' }],
  ['trusted_author', { author: { approvedCount: 30, approvalRate: 0.98 } }],
])('%s is met', (rule, change) => {
  expect(met(change)).toEqual([rule])
})

test('crime stories are stricter at night', () => {
  expect(met({}, 'crime', 12)).toEqual([])
  expect(met({}, 'crime', 23)).toEqual(['sensitive_story'])
})

test.each([
  ['write to anna.b@example.com', true],
  ['call +49 30 1234567 today', true],
  ['call 030 / 123 45 67', true],
  ['pay to DE89 3704 0044 0532 0130 00', true],
  ['the years 1990-2010 and 2024', false],
  ['it cost 1.250.000 euro, 12 % more', false],
  ['the score was 3-1, 2-2, 0-0', false],
])('private data in "%s": %s', (text, expected) => {
  expect(matchBanks(banks, viewsOf(text)).length > 0).toBe(expected)
})

test('every field of the language is described', () => {
  for (const path of fieldPaths) {
    const field = fields[path]
    expect(field.description).toMatch(/^[A-Z].*\.$/)
    if (field.type === 'int' || field.type === 'double') {
      expect(field.min).toBeDefined()
      expect(field.max).toBeGreaterThan(field.min ?? 0)
      if (!path.startsWith('time.')) expect(field.unit).not.toBe('')
    }
  }
})
