import { type Field, type FieldPath, fieldOf } from './fields'

/**
 * Conditions as rows of a form: "field, comparison, value", joined by "all" or "any". A block of
 * several rows is joined by the other word, which is one level of brackets.
 */
export type Row = { field: string; comparison: string; value: string }
export type ConditionRows = { join: 'all' | 'any'; blocks: Row[][] }

export const mostRows = 24

/** What a row compares with: one number, one text, several, a bank, one of few values, or nothing. */
export type ValueKind = 'whole' | 'decimal' | 'text' | 'texts' | 'choice' | 'bank' | 'none'

/** The banks, beside the paths of `fields.ts`. */
export const bankFields = ['list', 'pattern'] as const
export type RowField = FieldPath | (typeof bankFields)[number]

type Write = (path: string, value: string) => string
type Comparison = { value: ValueKind; write: Write }

const sign = (operator: string, value: ValueKind): Comparison => ({
  value,
  write: (path, written) => `${path} ${operator} ${written}`,
})
const sized = (operator: string): Comparison => ({
  value: 'whole',
  write: (path, written) => `size(${path}) ${operator} ${written}`,
})
const called = (method: string, not = ''): Comparison => ({
  value: 'text',
  write: (path, written) => `${not}${path}.${method}(${written})`,
})
const looped = (value: ValueKind, write: (each: string) => string, not = ''): Comparison => ({
  value,
  write: (path, written) => `${not}${path}.${write(written)}`,
})
const either = {
  yes: { value: 'none', write: (path) => path },
  no: { value: 'none', write: (path) => `!${path}` },
} satisfies Record<string, Comparison>
const ordered = (value: ValueKind) => ({
  atLeast: sign('>=', value),
  moreThan: sign('>', value),
  atMost: sign('<=', value),
  lessThan: sign('<', value),
})

// In the order in which a form offers them.
const comparisons = {
  whole: { ...ordered('whole'), equals: sign('==', 'whole'), differs: sign('!=', 'whole') },
  decimal: ordered('decimal'),
  flag: either,
  text: {
    is: sign('==', 'text'),
    isNot: sign('!=', 'text'),
    oneOf: sign('in', 'texts'),
    noneOf: { value: 'texts', write: (path, written) => `!(${path} in ${written})` },
    contains: called('contains'),
    containsNot: called('contains', '!'),
    startsWith: called('startsWith'),
    endsWith: called('endsWith'),
  },
  choice: { is: sign('==', 'choice'), isNot: sign('!=', 'choice') },
  texts: {
    numberMoreThan: sized('>'),
    numberAtLeast: sized('>='),
    numberAtMost: sized('<='),
    numberLessThan: sized('<'),
    numberEquals: sized('=='),
    has: { value: 'text', write: (path, written) => `${written} in ${path}` },
    hasNot: { value: 'text', write: (path, written) => `!(${written} in ${path})` },
    hasAnyOf: looped('texts', (all) => `exists(one, one in ${all})`),
    hasOnly: looped('texts', (all) => `all(one, one in ${all})`),
    hasOther: looped('texts', (all) => `all(one, one in ${all})`, '!'),
    anyContains: looped('text', (part) => `exists(one, one.contains(${part}))`),
    anyEndsWith: looped('text', (part) => `exists(one, one.endsWith(${part}))`),
  },
  bank: {
    finds: { value: 'bank', write: (kind, written) => `${kind}(${written})` },
    findsNot: { value: 'bank', write: (kind, written) => `!${kind}(${written})` },
  },
} satisfies Record<string, Record<string, Comparison>>

type Kind = keyof typeof comparisons
export type ComparisonName = { [K in Kind]: keyof (typeof comparisons)[K] }[Kind] & string

export const isBankField = (field: string): field is (typeof bankFields)[number] =>
  bankFields.some((one) => one === field)

const kindOfField = ({ type, values }: Field): Kind => {
  if (type === 'int') return 'whole'
  if (type === 'double') return 'decimal'
  if (type === 'bool') return 'flag'
  if (type === 'list<string>') return 'texts'
  return values ? 'choice' : 'text'
}

/** undefined for a field that does not exist */
export function kindOf(field: string): Kind | undefined {
  if (isBankField(field)) return 'bank'
  const known = fieldOf(field)
  return known && kindOfField(known)
}

/** What a field can be compared by, in the order of a form. */
export function comparisonsOf(field: string): ComparisonName[] {
  const kind = kindOf(field)
  return kind ? (Object.keys(comparisons[kind]) as ComparisonName[]) : []
}

function comparisonOf({ field, comparison }: Row): Comparison | undefined {
  const kind = kindOf(field)
  const known: Record<string, Comparison> = kind ? comparisons[kind] : {}
  return Object.hasOwn(known, comparison) ? known[comparison] : undefined
}

/** What a row compares with, undefined for a comparison that its field does not have. */
export const valueKindOf = (row: Row): ValueKind | undefined => comparisonOf(row)?.value

export type RowProblem = 'unknown' | 'missing' | 'not_a_number' | 'not_whole' | 'out_of_range'

const quoted = (text: string): string => JSON.stringify(text.toWellFormed())

export const textsOf = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function writeNumber(row: Row, isWhole: boolean): { written: string } | { problem: RowProblem } {
  const typed = row.value.trim().replace(',', '.')
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(typed)) return { problem: 'not_a_number' }
  if (isWhole && typed.includes('.')) return { problem: 'not_whole' }
  const { min, max } = fieldOf(row.field) ?? {}
  if (Number(typed) < (min ?? 0) || Number(typed) > (max ?? 1e9)) return { problem: 'out_of_range' }
  return { written: isWhole || typed.includes('.') ? typed : `${typed}.0` }
}

function writeValue(row: Row, kind: ValueKind): { written: string } | { problem: RowProblem } {
  if (kind === 'none') return { written: '' }
  if (kind === 'texts') {
    const texts = textsOf(row.value)
    return texts.length > 0
      ? { written: `[${texts.map(quoted).join(', ')}]` }
      : { problem: 'missing' }
  }
  if (kind === 'whole' || kind === 'decimal') {
    return row.value.trim() === '' ? { problem: 'missing' } : writeNumber(row, kind === 'whole')
  }
  return row.value === '' && kind === 'bank'
    ? { problem: 'missing' }
    : { written: quoted(row.value) }
}

/** One row as a part of a condition. */
export function writeRow(row: Row): { written: string } | { problem: RowProblem } {
  const comparison = comparisonOf(row)
  if (!comparison) return { problem: 'unknown' }
  const value = writeValue(row, comparison.value)
  if ('problem' in value) return value
  return { written: comparison.write(row.field, value.written) }
}

export type WrittenRows = {
  /** Of the rows without a problem; "" when there is none. */
  text: string
  problems: { block: number; row: number; problem: RowProblem }[]
}

/** The condition that rows stand for, in the language of conditions. */
export function writeRows({ join, blocks }: ConditionRows): WrittenRows {
  const [outer, inner] = join === 'all' ? [' && ', ' || '] : [' || ', ' && ']
  const problems: WrittenRows['problems'] = []
  const parts = blocks.map((rows, block) =>
    rows.flatMap((row, index) => {
      const one = writeRow(row)
      if ('written' in one) return [one.written]
      problems.push({ block, row: index, problem: one.problem })
      return []
    }),
  )
  const filled = parts.filter((written) => written.length > 0)
  const joined = filled.map((written) =>
    written.length > 1 && filled.length > 1 ? `(${written.join(inner)})` : written.join(inner),
  )
  return { text: joined.join(outer), problems }
}
