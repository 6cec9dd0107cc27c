import { type Row, textsOf, valueKindOf } from '../../rules/condition-rows'
import { fieldOf } from '../../rules/fields'
import { isNamed, limitInWords, textInWords } from '../value-words'
import type { Words } from '../words/words'

export const fieldLabel = (words: Words, field: string): string =>
  (words.ruleFields.labels as Record<string, string>)[field] ?? field

const isNumber = (row: Row): boolean => ['whole', 'decimal'].includes(valueKindOf(row) ?? '')

/** The unit of a row's value, "" where there is none. */
export function unitOf(words: Words, row: Row): string {
  if (!isNumber(row)) return ''
  const known = fieldOf(row.field)
  return known?.type === 'list<string>' ? '' : (words.ruleFields.units[known?.unit ?? ''] ?? '')
}

function comparedWith(words: Words, row: Row): string {
  const { field, value } = row
  if (isNumber(row)) return limitInWords(words, field, Number(value))
  if (value === '') return ''
  return isNamed(field)
    ? textsOf(value)
        .map((text) => textInWords(words, field, text))
        .join(', ')
    : words.ruleFields.quoted(value)
}

/** "Links in the comment: are more than 2" */
export function rowInWords(words: Words, row: Row): string {
  const { row: line, comparisons } = words.ruleFields
  const comparison = (comparisons as Record<string, string>)[row.comparison] ?? ''
  return line(
    fieldLabel(words, row.field),
    comparison,
    comparedWith(words, row),
    unitOf(words, row),
  )
}
