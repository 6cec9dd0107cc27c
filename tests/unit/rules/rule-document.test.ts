import { checkRule } from '../../../src/rules/check-rule'
import { ruleDocumentSchema, startingMode } from '../../../src/rules/rule-document'

const catalogue = { lists: new Set(['slurs']), patterns: new Set(['phone']) }

function draft(change: object = {}, effect: object = { action: 'hold', reason: 'links' }) {
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  return { name: 'Links', when: 'reports > 1', then: effect, ...change }
}

function problems(input: unknown): string[] {
  const checked = checkRule(input, catalogue)
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`)
}

test('a short rule is completed', () => {
  const checked = checkRule(draft({}, { action: 'hold' }), catalogue)
  expect(checked.ok && checked.document).toMatchObject({
    name: 'Links',
    explain: '',
    scope: { sections: [], articles: [] },
    when: 'reports > 1',
    exempt: ['staff'],
    expiresAt: null,
  })
  expect(checked.ok && checked.document.then).toEqual({
    action: 'hold',
    queue: 'default',
    notifyAuthor: false,
    reason: 'house_rules',
    priority: 50,
    note: '',
  })
})

test.each([
  ['no name', { name: ' ' }, ['name too_small']],
  ['no condition', { when: '' }, ['when too_small']],
  ['an unknown word', { mode: 'live' }, [' unrecognized_keys']],
  ['a time that is none', { expiresAt: 'tomorrow' }, ['expiresAt invalid_format']],
  ['an unknown field', { when: 'report > 1' }, ['when unknown_variable']],
  ['an unknown list', { when: 'list("slur")' }, ['when unknown_list']],
  [
    'several wrong parts',
    { when: 'has(reports) || matches("a")' },
    ['when not_allowed', 'when not_allowed'],
  ],
])('a rule with %s is refused', (_, change, expected) => {
  expect(problems(draft(change))).toEqual(expected)
})

test.each([
  ['an unknown action', { action: 'ban', reason: 'links' }],
  ['an unknown reason', { action: 'hold', reason: 'x' }],
  ['points that are none', { action: 'hold', reason: 'links', score: 2 }],
  ['a score without points', { action: 'score', reason: 'links' }],
  ['a priority beyond the scale', { action: 'hold', reason: 'links', priority: 101 }],
])('%s is refused', (_, effect) => {
  const found = problems(draft({}, effect))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^then/)
})

test('the place in the condition is told', () => {
  const checked = checkRule(draft({ when: 'list("slur")' }), catalogue)
  expect(checked.ok ? null : checked.problems[0]).toMatchObject({ start: 5, end: 11 })
})

test.each([
  ['reject', 'shadow'],
  ['spam', 'shadow'],
  ['hold', 'live'],
  ['approve', 'live'],
])('a rule to %s starts %s', (action, mode) => {
  expect(startingMode(ruleDocumentSchema.parse(draft({}, { action })))).toBe(mode)
})
