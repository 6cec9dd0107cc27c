import { rawSpan } from '../text/text-view'
import type { TextViews } from '../text/views'
import { spamPhrases, toxicStems } from './first-words'
import { notScored, type ScoredText, type ScoreName, type ScoreSpan } from './score'
import type { ScoreContext, Scorer } from './scorer'

/** A word that is left of the stem by one of these endings still counts ("idiot", "idiots"). */
const endings = ['', 's', 'es', 'y', 'ic', 'ed', 'er', 'ers', 'ing', 'ish', 'ly']
const stemOfWord = new Map(
  [...toxicStems].flatMap(([stem, value]) =>
    endings.map((ending): [string, number] => [stem + ending, value]),
  ),
)

/** Log odds of spam for a text that shows nothing, and for each thing that it shows. */
const spamWeights = {
  bias: -4.2,
  firstLink: 1.6,
  furtherLink: 0.8,
  money: 0.9,
  longNumber: 1.2,
  shouting: 0.7,
  exclamations: 0.4,
} as const
const mostCounted = 4
const longestPhraseWords = 4

type Word = { text: string; start: number; end: number }

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function count(text: string, pattern: RegExp): number {
  return Math.min(text.match(pattern)?.length ?? 0, mostCounted)
}

function capitalsShare(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals + small < 10 ? 0 : capitals / (capitals + small)
}

function spamOdds(raw: string): number {
  const links = count(raw, /https?:\/\/|\bwww\./giu)
  return (
    spamWeights.bias +
    (links > 0 ? spamWeights.firstLink + (links - 1) * spamWeights.furtherLink : 0) +
    count(raw, /[$€£]\s?\d/gu) * spamWeights.money +
    count(raw, /\d{9}/gu) * spamWeights.longNumber +
    (capitalsShare(raw) > 0.6 ? spamWeights.shouting : 0) +
    count(raw, /!!/gu) * spamWeights.exclamations
  )
}

type Hit = { first: Word; last: Word; value: number }

function phraseHits(words: Word[]): Hit[] {
  const hits: Hit[] = []
  words.forEach((first, index) => {
    let phrase = ''
    for (const last of words.slice(index, index + longestPhraseWords)) {
      phrase = phrase === '' ? last.text : `${phrase} ${last.text}`
      const value = spamPhrases.get(phrase)
      if (value !== undefined) hits.push({ first, last, value })
    }
  })
  return hits
}

function toxicHits(words: Word[]): Hit[] {
  return words.flatMap((word) => {
    const value = stemOfWord.get(word.text)
    return value === undefined ? [] : [{ first: word, last: word, value }]
  })
}

function score(text: TextViews, _context: ScoreContext): ScoredText {
  const words = wordsOf(text.norm.text)
  const phrases = phraseHits(words)
  const insults = toxicHits(words)
  const odds = phrases.reduce((sum, hit) => sum + hit.value, spamOdds(text.raw))
  const harmless = insults.reduce((rest, hit) => rest * (1 - hit.value), 0.97)
  const spanOf =
    (name: ScoreName, scale: number) =>
    (hit: Hit): ScoreSpan => ({
      ...rawSpan(text.norm, hit.first.start, hit.last.end),
      score: name,
      value: hit.value * scale,
    })
  return {
    model: firstScorer.model,
    scores: {
      spam: 1 / (1 + Math.exp(-odds)),
      toxicity: 1 - harmless,
      insult: notScored,
      threat: notScored,
      identity_attack: notScored,
      profanity: notScored,
      sexual: notScored,
    },
    language: '',
    spans: [...phrases.map(spanOf('spam', 0.25)), ...insults.map(spanOf('toxicity', 1))],
  }
}

/**
 * Two small hand-written scorers: a weighted sum of outward signs for spam (links, money, phone
 * numbers, shouting, sales phrases) and a list of insults for toxicity. They know English only and
 * do not tell the language. A word list finds about one toxic news comment in ten, flags quotes and
 * denials like the insult itself, and spam without a sales phrase or a link passes. Their numbers
 * are guesses, not calibrated probabilities. All other scores are `notScored`.
 */
export const firstScorer: Scorer = { model: 'postbag-first-1', score }
