import { viewsOf } from '../text/views'
import { isUnspaced, wordsOf } from '../text/words'
import type { EntryMistake } from './bank-messages'

/** One line of a word list, made ready to be compared. */
export type WordEntry =
  /** One or more whole words in a row; `isPrefix`: the last may go on ("word*"). */
  | { kind: 'words'; words: string[]; isPrefix: boolean }
  /** Looked for inside the text: scripts without spaces between words, and emoji. */
  | { kind: 'inside'; text: string }

const shortestPrefix = 2

function insideEntry(text: string): WordEntry | null {
  const wanted = text.trim()
  const isEmoji = /\p{Extended_Pictographic}/u.test(wanted)
  return isEmoji && wanted !== '' ? { kind: 'inside', text: wanted } : null
}

function wordEntry(text: string, isPrefix: boolean): WordEntry | null {
  const words = wordsOf(text).map((word) => word.text)
  if (words.length === 0) return insideEntry(text)
  if (words.some(isUnspaced)) return { kind: 'inside', text: text.trim() }
  return { kind: 'words', words, isPrefix }
}

/** Entry of a word list as it is compared on the plain reading of a comment; null if it is empty. */
export function normEntry(entry: string): WordEntry | null {
  const typed = entry.trim()
  const isPrefix = typed.endsWith('*')
  return wordEntry(viewsOf(isPrefix ? typed.slice(0, -1) : typed).norm.text, isPrefix)
}

/** The same, as it is compared on the reading behind disguises. */
export function skeletonEntry(entry: string): WordEntry | null {
  const typed = entry.trim()
  const isPrefix = typed.endsWith('*')
  return wordEntry(viewsOf(isPrefix ? typed.slice(0, -1) : typed).skeleton.text, isPrefix)
}

/** What is wrong with a line of a word list; null when nothing is. */
export function wordMistake(entry: string): EntryMistake | null {
  const typed = entry.trim()
  if (/\*./su.test(typed)) return { says: 'star_inside' }
  const parsed = normEntry(entry)
  if (parsed === null) return { says: 'nothing_to_find' }
  if (parsed.kind === 'inside') return null
  const last = parsed.words.at(-1) ?? ''
  const isTooWide = parsed.isPrefix && last.length < shortestPrefix
  return isTooWide ? { says: 'too_wide', facts: { limit: shortestPrefix } } : null
}
