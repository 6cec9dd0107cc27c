import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { compileCondition } from '../../../src/rules/condition'
import { contextOf } from '../../../src/rules/condition-context'
import {
  type ConditionRows,
  comparisonsOf,
  type Row,
  valueKindOf,
  writeRow,
  writeRows,
} from '../../../src/rules/condition-rows'
import { defaultPack } from '../../../src/rules/default-pack'
import { fieldOf, fieldPaths } from '../../../src/rules/fields'
import { readRows } from '../../../src/rules/read-rows'
import { anyFeatures } from './any-features'
import { lists, patterns } from './conformance.cases'

const catalogue = { lists, patterns }

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
const plainWord = word.map((one) => one.replaceAll(',', ' ').trim()).filter((one) => one !== '')

function valueFor(row: Row): fc.Arbitrary<string> {
  const { min = 0, max = 1e9, values = [] } = fieldOf(row.field) ?? {}
  const most = Math.min(max, 1e6)
  switch (valueKindOf(row)) {
    case 'whole':
      return fc.integer({ min, max: most }).map(String)
    case 'decimal':
      return fc.integer({ min: min * 1000, max: most * 1000 }).map((value) => String(value / 1000))
    case 'texts':
      return fc.array(plainWord, { minLength: 1, maxLength: 4 }).map((all) => all.join(', '))
    case 'choice':
      return fc.constantFrom(...values)
    case 'bank':
      return fc.constantFrom(...(row.field === 'list' ? lists : patterns))
    case 'text':
      return word
    default:
      return fc.constant('')
  }
}

const anyRow: fc.Arbitrary<Row> = fc
  .constantFrom(...fieldPaths, 'list', 'pattern')
  .chain((field) =>
    fc
      .constantFrom(...comparisonsOf(field))
      .chain((comparison) =>
        valueFor({ field, comparison, value: '' }).map((value) => ({ field, comparison, value })),
      ),
  )

const anyRows: fc.Arbitrary<ConditionRows> = fc.record({
  join: fc.constantFrom('all', 'any'),
  blocks: fc.array(fc.array(anyRow, { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  }),
})

test('what the form writes passes the check, and is read back as the rows that wrote it', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { text, problems } = writeRows(rows)
      expect(problems).toEqual([])
      if (text.length > 1000) return
      expect(compileCondition(text, catalogue)).toMatchObject({ ok: true })
      expect(readRows(text)).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

const recipes = [
  ...readFileSync(resolve('docs/rules.md'), 'utf8').matchAll(/^```cel\n(.*?)\n```$/gms),
].map(([, when = '']) => when)
const written = [
  ...defaultPack.rules.map(({ document }) => document.when),
  ...recipes,
  'author.approvalRate < 1 && comment.links.size() >= 2 && !(client.honeypot == true)',
  'size(comment.links) > 0 && (comment.lang == "de" || !(comment.lang in ["en", "fr"]))',
]

test.each(written)('%s means the same after it went through the form', (when) => {
  const banks = {
    lists: new Set(['slurs']),
    patterns: new Set(['email', 'phone', 'account_number']),
  }
  const rows = readRows(when)
  if (!rows) throw new Error('It has no rows.')
  const one = compileCondition(when, banks)
  const other = compileCondition(writeRows(rows).text, banks)
  if (!one.ok || !other.ok) throw new Error('It does not compile.')
  fc.assert(
    fc.property(anyFeatures, fc.subarray(['slurs', 'email', 'phone']), (features, hit) => {
      const context = contextOf(features, hit)
      expect(other.condition.holds(context)).toBe(one.condition.holds(context))
    }),
  )
})

test.each([
  'comment.words + 1 > 3',
  'author.approvedCount > author.rejectedCount',
  'a ? b : c',
  '!(comment.words > 3 && comment.isReply)',
  '(comment.isReply && (comment.edited || comment.words > 3 && reports > 1)) || reports > 2',
  'comment.words >= 2.5',
  'comment.linkDomains.exists(d, d.startsWith("x"))',
  'article.section in ["a,b"]',
  'size(author.name) > 3',
  '3 < comment.words',
])('%s can only be written as text', (when) => {
  expect(readRows(when)).toBeNull()
})

test.each([
  [{ field: 'comment.words', comparison: 'atLeast', value: '' }, 'missing'],
  [{ field: 'comment.words', comparison: 'atLeast', value: 'many' }, 'not_a_number'],
  [{ field: 'comment.words', comparison: 'atLeast', value: '2.5' }, 'not_whole'],
  [{ field: 'scores.spam', comparison: 'atLeast', value: '95' }, 'out_of_range'],
  [{ field: 'article.section', comparison: 'oneOf', value: ' , ' }, 'missing'],
  [{ field: 'list', comparison: 'finds', value: '' }, 'missing'],
  [{ field: 'comment.isReply', comparison: 'atLeast', value: '1' }, 'unknown'],
  [{ field: 'comment.nothing', comparison: 'is', value: '1' }, 'unknown'],
])('the row %j has the problem "%s"', (row, problem) => {
  expect(writeRow(row)).toEqual({ problem })
})

test('a row with a problem is left out of the text and named by its place', () => {
  const first = { field: 'author.approvedCount', comparison: 'equals', value: '0' }
  const second = { field: 'comment.links', comparison: 'numberMoreThan', value: '' }
  expect(writeRows({ join: 'all', blocks: [[first], [second]] })).toEqual({
    text: 'author.approvedCount == 0',
    problems: [{ block: 1, row: 0, problem: 'missing' }],
  })
})
