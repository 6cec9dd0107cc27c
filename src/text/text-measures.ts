import { codeAt, unitsOf } from './character-class'
import { type Link, linksOf } from './links'
import type { TextViews } from './views'
import { wordsOf } from './words'

/** What can be told of a comment from its text alone. */
export type TextMeasures = {
  /** Code points of the text as typed. */
  length: number
  words: number
  /** At most 50, in the order of the text. */
  links: Link[]
  /** Hosts of the links, each once. */
  linkDomains: string[]
  /** Share of letters that are capitals, 0..1; 0 under 10 cased letters. */
  capsRatio: number
}

const fewestCasedLetters = 10

type Counts = { characters: number; capitals: number; cased: number }

function addOther(counts: Counts, code: number): void {
  const character = String.fromCodePoint(code)
  const isCapital = character.toLowerCase() !== character
  if (isCapital) counts.capitals++
  if (isCapital || character.toUpperCase() !== character) counts.cased++
}

const asciiSize = 0x80
// Of ASCII: 1 for a small letter, 2 for a capital.
const asciiCase = Uint8Array.from({ length: asciiSize }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[A-Z]/.test(character)) return 2
  return /[a-z]/.test(character) ? 1 : 0
})

function countCharacters(text: string): Counts {
  const counts: Counts = { characters: 0, capitals: 0, cased: 0 }
  for (let index = 0; index < text.length; ) {
    const unit = text.charCodeAt(index)
    counts.characters++
    if (unit < asciiSize) {
      const letterCase = asciiCase[unit] ?? 0
      if (letterCase !== 0) counts.cased++
      if (letterCase === 2) counts.capitals++
      index++
    } else {
      const code = codeAt(text, index)
      addOther(counts, code)
      index += unitsOf(code)
    }
  }
  return counts
}

/** Length, words, links and capitals of a comment. Linear. */
export function textMeasures(views: TextViews): TextMeasures {
  const counts = countCharacters(views.raw)
  const links = linksOf(views)
  return {
    length: counts.characters,
    words: wordsOf(views.norm.text).length,
    links,
    linkDomains: [...new Set(links.map((link) => link.host))],
    capsRatio: counts.cased < fewestCasedLetters ? 0 : counts.capitals / counts.cased,
  }
}
