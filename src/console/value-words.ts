import { fieldOf } from '../rules/fields'
import type { Words } from './words/words'

const longestShown = 200

const shortened = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown)}…` : text

const rounded = (value: number): number => Math.round(value * 100) / 100

const isScore = (path: string): boolean => path.startsWith('scores.')

/** What stands for "it is not known" in fields that cannot be below zero otherwise. */
const notKnown = -1

function numberInWords(words: Words, path: string, value: number): string {
  const field = fieldOf(path)
  if (value === notKnown && field?.min === notKnown) return words.values.unknown
  if (isScore(path)) return words.decimal(value)
  return field?.unit === 'share' ? words.share(value) : words.number(rounded(value))
}

/** Fields whose texts have names of ours. */
export const isNamed = (path: string): boolean => ['comment.lang', 'author.role'].includes(path)

/** A text that a field holds: a language and a role by name. */
export function textInWords(words: Words, path: string, value: string): string {
  const { values } = words
  if (path === 'comment.lang') return value === '' ? values.unknown : words.languageName(value)
  if (path === 'author.role') return values.roles[value] ?? value
  return value === '' ? values.none : shortened(value)
}

/**
 * What a field of the condition language was, for people.
 * @param path of the field; for what is no field numbers are rounded and texts shown as they are
 */
export function valueInWords(words: Words, path: string, value: unknown): string {
  const { comparisons } = words.ruleFields
  if (typeof value === 'boolean') return value ? comparisons.yes : comparisons.no
  if (typeof value === 'number') return numberInWords(words, path, value)
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return textInWords(words, path, text)
}

/** A number that a condition compares with, as exactly as it is written there. */
export function limitInWords(words: Words, path: string, value: number): string {
  const isShare = fieldOf(path)?.unit === 'share' && !isScore(path)
  return isShare ? words.share(value) : words.number(value)
}

/** Where a comment waits: the queues that every site has by name, those of rules as they are called. */
export const queueName = ({ values }: Words, queue: string): string => values.queues[queue] ?? queue
