import { classOf, latinBit, letterBit } from '../text/character-class'
import { hasMixedWord } from '../text/mixed-words'
import type { TextViews } from '../text/views'
import { isPlainly } from './common-words'

/** Tells the language of a text: ISO 639-1 codes with how well each fits (0..1), best first. */
export type DetectLanguage = (text: string) => readonly (readonly [string, number])[]

/** Shorter texts, in Latin letters, give no reliable answer; a letter of another script tells more. */
const fewestLetters = 20
const lettersOfOther = 4
/** Another language than the site's must fit better by this much, by more in a short text. */
const margin = 0.1
const shortMargin = 0.15
const shortText = 60
const longestAsked = 160

function isLatin(text: string): boolean {
  return !/[\u0250-\u1fff\u3040-\ud7ff]/.test(text)
}

/** Mostly letters, or marks on them. */
function isWord(text: string): boolean {
  const others = text.replace(/[\p{L}\p{M}]+/gu, '')
  return others.length * 2 <= text.length && others !== text
}

/** Addresses, names of files and mark-up look like no language, or like a wrong one. */
const isProse = (text: string): boolean =>
  isWord(text) && (!/[./@=:[]./.test(text) || !isLatin(text))

/** The first words of a text, whatever stands before and between them: nobody may push them out of sight. */
function proseOf(text: string): string {
  let prose = ''
  for (const [word] of text.matchAll(/\S+/g)) {
    if (isProse(word)) prose += `${word} `
    if (prose.length >= longestAsked) break
  }
  return prose.slice(0, longestAsked).trimEnd()
}

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
 * Language of a text in lower case, ISO 639-1. The site's own one is the answer for short texts, for
 * those that are plainly in it, and when no other fits clearly better.
 */
export function languageOf(text: string, siteLanguage: string, detect: DetectLanguage): string {
  const prose = proseOf(text)
  if (!hasEnoughLetters(prose)) return siteLanguage
  if (isLatin(prose) && isPlainly(siteLanguage, prose)) return siteLanguage
  const guesses = detect(prose)
  const [best, bestFit] = guesses[0] ?? [siteLanguage, 1]
  const siteFit = guesses.find(([language]) => language === siteLanguage)?.[1] ?? 0
  const needed = isLatin(prose) && prose.length < shortText ? shortMargin : margin
  return bestFit - siteFit > needed ? best : siteLanguage
}

/**
 * Language of a comment. Where a word mixes letters of two scripts, the text behind the look-alikes is
 * asked: English in Cyrillic disguise is English.
 */
export function languageOfViews(
  { norm, skeleton }: TextViews,
  siteLanguage: string,
  detect: DetectLanguage,
): string {
  const isDisguised = skeleton !== norm && hasMixedWord(norm.text)
  return languageOf(isDisguised ? skeleton.text : norm.text, siteLanguage, detect)
}
