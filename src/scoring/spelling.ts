import { hashText } from './feature-hash'
import { isIdentity } from './identity-words'
import type { Token } from './tokens'

/** A word as hashes: of itself, and from where to where those of its parts stand in `parts`. */
export type Spelling = { hash: number; from: number; to: number }

/** A token as hashes; `unstretched` is null where that says the same. */
export type SpelledToken = { said: Spelling; unstretched: Spelling | null; isIdentity: boolean }

/** The hashes of a text, made once for its readings and its sentences. */
export type SpelledText = { tokens: SpelledToken[]; parts: Uint32Array }

const seeds = { word: 0x811c9dc5, chars: 0x51ed270b } as const
const longestWord = 40

type Range = { shortest: number; longest: number }
const alphabetRange: Range = { shortest: 3, longest: 5 }
/** A Hangul syllable holds two or three letters. */
const syllableRange: Range = { shortest: 2, longest: 4 }

function rangeOf(word: string): Range {
  const code = word.charCodeAt(0)
  return code >= 0xac00 && code <= 0xd7a3 ? syllableRange : alphabetRange
}

// Reused from text to text; what is kept of it is copied.
let parts = new Uint32Array(2 ** 14)
let count = 0

function addPart(hash: number): void {
  if (count === parts.length) {
    const smaller = parts
    parts = new Uint32Array(smaller.length * 2)
    parts.set(smaller)
  }
  parts[count++] = hash
}

function addParts(word: string): void {
  const padded = ` ${word.slice(0, longestWord)} `
  const { shortest, longest } = rangeOf(word)
  for (let length = shortest; length <= longest; length++) {
    const seed = seeds.chars ^ length
    const last = padded.length - length
    for (let start = 0; start <= last; start++) {
      addPart(hashText(padded, start, start + length, seed))
    }
  }
}

function spell(word: string): Spelling {
  const from = count
  if (word.length > 1 && !word.startsWith('<')) addParts(word)
  return { hash: hashText(word, 0, word.length, seeds.word), from, to: count }
}

/** What every name of a group of people is read as where names are masked. */
export const maskedSpelling: Spelling = spell('<identity>')

/** Hashes of the words of a text and of their parts (3 to 5 characters, 2 to 4 syllables in Hangul). */
export function spellTokens(tokens: readonly Token[]): SpelledText {
  count = 0
  const spelled = tokens.map(({ text, unstretched }) => ({
    said: spell(text),
    unstretched: unstretched === '' ? null : spell(unstretched),
    isIdentity: isIdentity(text),
  }))
  return { tokens: spelled, parts: parts.slice(0, count) }
}
