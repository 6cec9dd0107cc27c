import type { BankCatalogue } from '../../rules/condition-environment'
import { type FieldPath, fieldPaths, fields, mostCount } from '../../rules/fields'
import type { Words } from '../words/words'

/** What may be written at a place: the text, its type and range, what it means. */
export type Completion = { text: string; type: string; means: string }

/** "whole number, comments, 0 and up" */
export function typeInWords({ ruleFields }: Words, path: FieldPath): string {
  const { type, unit, min, max, values } = fields[path]
  const isNumber = type === 'int' || type === 'double'
  const most = max === undefined || max >= mostCount ? undefined : max
  return [
    ruleFields.types[type],
    ruleFields.units[unit] ?? unit,
    isNumber
      ? ruleFields.range(min ?? 0, most)
      : (values ?? []).map((one) => `"${one}"`).join(', '),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** Every field, every bank of the site and every function, in the order of the reference. */
export function completionsOf(words: Words, { lists, patterns }: BankCatalogue): Completion[] {
  const { labels, descriptions, functions } = words.ruleFields
  const bank = (kind: 'list' | 'pattern') => (name: string) => ({
    text: `${kind}("${name}")`,
    type: labels[kind],
    means: functions.find(([text]) => text.startsWith(kind))?.[1] ?? '',
  })
  return [
    ...fieldPaths.map((path) => ({
      text: path,
      type: typeInWords(words, path),
      means: descriptions[path],
    })),
    ...[...lists].map(bank('list')),
    ...[...patterns].map(bank('pattern')),
    {
      text: 'size(',
      type: '',
      means: functions.find(([text]) => text.startsWith('size'))?.[1] ?? '',
    },
  ]
}
