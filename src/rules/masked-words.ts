import { classOf, letterBit } from '../text/character-class'
import type { EntryRef, Found } from './word-index'

/** Single words by first letter, last letter and length: what a mask such as "f**l" leaves to see. */
export type MaskedIndex = Map<string, { ref: EntryRef; word: string }[]>

const star = 0x2a
const shortestWord = 4
const longestWord = 40

function keyOf(word: string): string {
  return `${word[0]}${word.at(-1)}${word.length}`
}

export function addMasked(index: MaskedIndex, word: string, ref: EntryRef): void {
  if (word.length < shortestWord || word.length > longestWord) return
  const known = index.get(keyOf(word))
  if (known) known.push({ ref, word })
  else index.set(keyOf(word), [{ ref, word }])
}

function isLetter(text: string, index: number): boolean {
  return (classOf(text.charCodeAt(index)) & letterBit) !== 0
}

function startOf(text: string, from: number, least: number): number {
  let start = from
  while (start > least && isLetter(text, start - 1)) start--
  return start
}

function endOf(text: string, from: number): number {
  let end = from
  while (end < text.length && (text.charCodeAt(end) === star || isLetter(text, end))) end++
  return end
}

/** At least as many letters are shown as hidden, and all of them are right. */
function isMaskOf(masked: string, word: string): boolean {
  const letters = [...masked]
  const hidden = letters.filter((letter) => letter === '*').length
  if (hidden * 2 > letters.length) return false
  return letters.every((letter, index) => letter === '*' || letter === word[index])
}

function findMask(index: MaskedIndex, text: string, span: [number, number], found: Found): void {
  const [start, end] = span
  if (end - start > longestWord) return
  const masked = text.slice(start, end)
  for (const { ref, word } of index.get(keyOf(masked)) ?? []) {
    if (isMaskOf(masked, word)) found(ref, start, end)
  }
}

/** Finds single words with stars in place of some inner letters. Linear. */
export function findMasked(index: MaskedIndex, text: string, found: Found): void {
  let least = 0
  for (let at = text.indexOf('*'); at !== -1; at = text.indexOf('*', least)) {
    const end = endOf(text, at)
    findMask(index, text, [startOf(text, at, least), end], found)
    least = end
  }
}
