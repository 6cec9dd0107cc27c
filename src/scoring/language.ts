import { classOf, latinBit, letterBit } from '../text/character-class'

/** Tells the language of a text: ISO 639-1 codes with how well each fits (0..1), best first. */
export type DetectLanguage = (text: string) => readonly (readonly [string, number])[]

/** Shorter texts, in Latin letters, give no reliable answer; a letter of another script tells more. */
const fewestLetters = 20
const lettersOfOther = 4
/** Another language than the site's must fit better by this much. */
const margin = 0.1
const longestRead = 240

function hasEnoughLetters(text: string): boolean {
  let letters = 0
  for (const character of text) {
    const bits = classOf(character.codePointAt(0) ?? 0)
    if ((bits & letterBit) !== 0) letters += (bits & latinBit) !== 0 ? 1 : lettersOfOther
    if (letters >= fewestLetters) return true
  }
  return false
}

/**
 * Language of a text, ISO 639-1. The site's own one is the answer for short texts, and when no other
 * fits clearly better.
 */
export function languageOf(text: string, siteLanguage: string, detect: DetectLanguage): string {
  const start = text.slice(0, longestRead)
  if (!hasEnoughLetters(start)) return siteLanguage
  const guesses = detect(start)
  const [best, bestFit] = guesses[0] ?? [siteLanguage, 1]
  const siteFit = guesses.find(([language]) => language === siteLanguage)?.[1] ?? 0
  return bestFit - siteFit > margin ? best : siteLanguage
}
