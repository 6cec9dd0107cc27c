import { rawSpan } from '../text/text-view'
import type { TextViews } from '../text/views'
import type { Word } from '../text/words'
import { type EntryRef, entriesOf, type Found, type WordIndex } from './word-index'

/** Single words by their loosest spelling, for words that were clearly tampered with. */
export type LooseIndex = Map<string, { ref: EntryRef; word: string }[]>

/** "1" and "|" stand for i as well as for l. */
function sameStroke(word: string): string {
  return word.replace(/l/g, 'i')
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/gu, '$1')
}

export function addLoose(index: LooseIndex, word: string, ref: EntryRef): void {
  const key = squeezed(sameStroke(word))
  const entry = { ref, word: sameStroke(word) }
  const known = index.get(key)
  if (known) known.push(entry)
  else index.set(key, [entry])
}

function runLengths(word: string): number[] {
  return (word.match(/(.)\1*/gu) ?? []).map((run) => run.length)
}

/** "idioot" is "idiot" drawn out, but "as" is not "ass". Both have the same loosest spelling. */
function isDrawnOut(typed: string, word: string): boolean {
  const wanted = runLengths(word)
  return runLengths(typed).every((length, index) => length >= (wanted[index] ?? 0))
}

const shortestJoined = 4
const mostStray = 2

/** A letter-spaced word may have swallowed a one-letter neighbour: "a l i a r" reads "aliar". */
function candidatesOf(word: Word, typed: string): Word[] {
  const isJoined = typed.length >= word.text.length * 2 - 1 && word.text.length >= shortestJoined
  const most = isJoined ? mostStray : 0
  const candidates: Word[] = []
  for (let front = 0; front <= most; front++) {
    for (let back = 0; back <= most; back++) {
      const start = word.start + front
      const end = word.end - back
      if (end - start < 2) continue
      candidates.push({ text: word.text.slice(front, word.text.length - back), start, end })
    }
  }
  return candidates
}

/** More or other characters were typed than the word has letters. */
function isTampered(word: Word, typed: string): boolean {
  return typed.length !== word.text.length || /[1|!]/.test(typed)
}

type Indexes = { words: WordIndex; loose: LooseIndex }

function findCandidate(indexes: Indexes, candidate: Word, found: Found): void {
  const { start, end } = candidate
  for (const ref of entriesOf(indexes.words, candidate.text)) found(ref, start, end)
  const text = sameStroke(candidate.text)
  for (const { ref, word } of indexes.loose.get(squeezed(text)) ?? []) {
    if (isDrawnOut(text, word)) found(ref, start, end)
  }
}

/** Finds single words behind stretching, letter spacing and the strokes "1" and "|". */
export function findDisguised(
  indexes: Indexes,
  views: TextViews,
  words: readonly Word[],
  found: Found,
): void {
  for (const word of words) {
    const span = rawSpan(views.skeleton, word.start, word.end)
    const typed = views.raw.slice(span.start, span.end)
    if (!isTampered(word, typed)) continue
    for (const candidate of candidatesOf(word, typed)) findCandidate(indexes, candidate, found)
  }
}
