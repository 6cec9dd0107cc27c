import { compileCondition } from '../../../src/rules/condition'
import { contextOf } from '../../../src/rules/condition-context'
import { inEnglish } from '../../../src/rules/condition-error'
import { features, hit, lists, patterns, truths } from './conformance.cases'
import { refusals } from './refusal.cases'

const catalogue = { lists, patterns }
const context = contextOf(features, hit)

function compiled(text: string) {
  const result = compileCondition(text, catalogue)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.condition
}

function errorsOf(text: string) {
  const result = compileCondition(text, catalogue)
  return result.ok ? [] : result.errors.map(inEnglish)
}

test('the language is pinned down by at least 150 expressions', () => {
  const expressions = [...truths, ...refusals].map(([expression]) => expression)
  expect(new Set(expressions).size).toBeGreaterThanOrEqual(150)
})

test.each(truths)('%s is %s', (expression, expected) => {
  expect(compiled(expression).holds(context)).toBe(expected)
})

test.each(refusals)('%s is refused: %j', (expression, { code, text }) => {
  const [error] = errorsOf(expression)
  expect(error?.code).toBe(code)
  const { start = -1, end = -1 } = error ?? {}
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThanOrEqual(start)
  expect(end).toBeLessThanOrEqual(expression.length)
  if (text !== undefined) expect(expression.slice(start, end)).toBe(text)
  expect(error?.message).toMatch(/^[A-Z"!a-z].*[.?]$/)
})

test('every refused part is named, not only the first', () => {
  const text = 'has(comment.lang) || comment.links[0] == "x" || comment.words / 0 > 1'
  expect(errorsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'has(comment.lang)',
    'comment.links[0]',
    '0',
  ])
})

test.each([
  ['comment.lenght > 2', 'Did you mean comment.length?'],
  ['coment.length > 2', 'Did you mean comment.length?'],
  ['comment.links.exists("l", true)', 'exists() needs a new name'],
  ['comment.lang == "\\ud800"', 'After \\ comes one of'],
  ['(comment.isReply true', '")" is missing before "true".'],
  ['author.aprovedCount > 2', 'Did you mean author.approvedCount?'],
  ['comment.capsRatio == 1', 'Write the whole number with a point'],
  ['comment.lang == null', 'No field is ever null'],
  ['list(phone)', 'list() takes the name of one bank in quotes'],
  ['[1, 2] == 3', 'between a list and a whole number'],
  ['list("phone")', 'write pattern("phone")'],
  ['list("slur")', 'There is "slurs", "rivals".'],
  ['comment.lang.matches("a")', 'matches() is not available'],
])('%s is answered with help', (text, help) => {
  expect(errorsOf(text)[0]?.message).toContain(help)
})

test('the truth table shows every comparison with the value it saw', () => {
  const text =
    '(author.approvedCount == 0 || scores.toxicity >= 0.8) && !(comment.lang in ["en"]) && list("slurs")'
  const leaves = compiled(text).explain(context)
  expect(leaves).toEqual([
    expect.objectContaining({ source: 'author.approvedCount == 0', value: 3, result: false }),
    expect.objectContaining({ source: 'scores.toxicity >= 0.8', value: 0.81, result: true }),
    expect.objectContaining({ source: 'comment.lang in ["en"]', value: 'de', result: false }),
    expect.objectContaining({ source: 'list("slurs")', value: null, result: true }),
  ])
  for (const leaf of leaves) expect(text.slice(leaf.start, leaf.end)).toBe(leaf.source)
})

test('the truth table looks at the side that is not written out', () => {
  const seenIn = (text: string) => compiled(text).explain(context)[0]?.value
  expect(seenIn('3 < comment.words')).toBe(21)
  expect(seenIn('-1 < comment.depth')).toBe(2)
  expect(seenIn('comment.words * 2 > 3')).toBe(42)
  expect(seenIn('comment.links.exists(l, l == "x")')).toEqual(features.comment.links)
  expect(seenIn('author.name.contains("x")')).toBe('Ada Löwe')
  expect(seenIn('comment.isReply')).toBeNull()
})

test.each([
  ['(comment.words + 1) * 2 > 3', 'comment.words + 1) * 2'],
  ['3 < ((comment.words))', '((comment.words))'],
  ['comment.isReply && (comment.words == (comment.depth + 19))', 'comment.depth + 19)'],
  ['author.name == "(" || (comment.words) > 1', '(comment.words)'],
])('the truth table quotes brackets whole: %s', (text, part) => {
  const sources = compiled(text)
    .explain(context)
    .map((leaf) => leaf.source)
  expect(sources.join(' ; ')).toContain(part)
  for (const source of sources) expect(compileCondition(source, catalogue).ok).toBe(true)
})

test('a condition knows what it reads', () => {
  const { reads } = compiled(
    'list("slurs") || pattern("phone") && size(comment.links) > 1 && reports > 1',
  )
  expect([...reads.banks].sort()).toEqual(['phone', 'slurs'])
  expect(reads.fields.has('comment.links')).toBe(true)
  expect(reads.fields.has('reports')).toBe(true)
})

test('counts beyond measure and broken numbers do not break a condition', () => {
  const odd = { ...features, reports: Number.MAX_SAFE_INTEGER }
  expect(compiled('reports * 2 > 1000').holds(contextOf(odd, []))).toBe(true)
  const broken = { ...features, reports: Number.NaN }
  expect(compiled('reports == 0').holds(contextOf(broken, []))).toBe(true)
})

test('a field that a comment was judged without is unknown, and breaks nothing', () => {
  const { spamWithoutLinks: _, ...comment } = features.comment
  const { networkRefused30d: __, ...client } = features.client
  const before = contextOf({ ...features, comment, client } as typeof features, [])
  expect(compiled('comment.spamWithoutLinks < 0.0').holds(before)).toBe(true)
  expect(compiled('client.networkRefused30d == 0').holds(before)).toBe(true)
})
