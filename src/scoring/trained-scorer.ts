import { rawSpan } from '../text/text-view'
import { type TextViews, viewsOf } from '../text/views'
import { type Features, type FeaturisedText, featurise, featuriseSentences } from './featurise'
import { contributionsOf, type Head, mixedOdds, probabilityOf } from './head'
import { type DetectLanguage, languageOf } from './language'
import {
  notScored,
  type ScoredText,
  type ScoreName,
  type ScoreSpan,
  type Scores,
  scoreNames,
} from './score'
import type { ScoreContext, Scorer, SiteDeltas } from './scorer'
import { calibratedOdds } from './site-calibration'
import { siteOdds, type TaughtDecision } from './site-delta'

/** Turns a decided comment into what a site's delta learns from. */
export type Teacher = {
  /** @returns null where the score has no head for the language */
  lesson(
    score: ScoreName,
    body: string,
    siteLanguage: string,
  ): Omit<TaughtDecision, 'isOfClass'> | null
}

/** Words are shown for scores from here on. */
const fewestShown = 0.1
const mostSpans = 5
const smallestEffect = 0.01

type Reading = { text: FeaturisedText; sentences: Features[]; views: TextViews }

/** The places of the largest values, largest first. */
function largestOf(values: Float64Array): number[] {
  const places: number[] = []
  values.forEach((value, place) => {
    if (value <= 0) return
    const rank = places.findIndex((other) => value > (values[other] ?? 0))
    if (rank === -1 && places.length >= mostSpans) return
    places.splice(rank === -1 ? places.length : rank, 0, place)
    places.length = Math.min(places.length, mostSpans)
  })
  return places
}

function spansOf(head: Head, { text, views }: Reading, odds: number): ScoreSpan[] {
  const whole = probabilityOf(head, odds)
  const added = contributionsOf(head, text[head.card.reading], text.tokens.length)
  const spans = largestOf(added).flatMap((place): ScoreSpan[] => {
    const token = text.tokens[place]
    const value = whole - probabilityOf(head, odds - (added[place] ?? 0))
    if (token === undefined || value < smallestEffect) return []
    return [{ ...rawSpan(views.skeleton, token.start, token.end), score: head.card.score, value }]
  })
  return spans.filter(({ start, end }) => end > start)
}

function headsByLanguage(heads: readonly Head[]): Map<string, Head[]> {
  const found = new Map<string, Head[]>()
  for (const head of heads) {
    for (const language of head.card.languages) {
      found.set(language, [...(found.get(language) ?? []), head])
    }
  }
  return found
}

function unscored(): Scores {
  return Object.fromEntries(scoreNames.map((name) => [name, notScored])) as Record<
    ScoreName,
    number
  >
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/** The head's own probability, moved by what the site's moderators have taught, if anything. */
function siteScore(head: Head, odds: number, { text }: Reading, deltas: SiteDeltas): number {
  const probability = probabilityOf(head, odds)
  const learnt = deltas[head.card.score]
  if (!learnt) return probability
  const onSite = siteOdds(learnt.delta, text[head.card.reading], logOdds(probability))
  return 1 / (1 + Math.exp(-calibratedOdds(learnt.calibration, onSite)))
}

function scoreWith(
  heads: readonly Head[],
  reading: Reading,
  deltas: SiteDeltas,
): Pick<ScoredText, 'scores' | 'spans'> {
  const scores = unscored()
  const spans: ScoreSpan[] = []
  for (const head of heads) {
    const odds = mixedOdds(head, reading.text[head.card.reading], reading.sentences)
    const probability = siteScore(head, odds, reading, deltas)
    scores[head.card.score] = probability
    if (probability >= fewestShown) spans.push(...spansOf(head, reading, odds))
  }
  return { scores, spans }
}

/**
 * The trained scorers: linear models on words and parts of words, chosen by the language of the text.
 * A score without a head for that language is `notScored`. Scores are probabilities as calibrated in
 * the head's card; they are never rounded. A span's value is what the score would lose without it.
 */
export function trainedScorer(
  model: string,
  heads: readonly Head[],
  detect: DetectLanguage,
): Scorer & Teacher {
  const byLanguage = headsByLanguage(heads)
  return {
    model,
    lesson(score, body, siteLanguage) {
      const views = viewsOf(body)
      const language = languageOf(views.norm.text, siteLanguage, detect)
      const head = byLanguage.get(language)?.find(({ card }) => card.score === score)
      if (!head) return null
      const text = featurise(views)
      const odds = mixedOdds(head, text[head.card.reading], featuriseSentences(text))
      return { features: text[head.card.reading], priorOdds: logOdds(probabilityOf(head, odds)) }
    },
    score(views: TextViews, { siteLanguage, deltas = {} }: ScoreContext): ScoredText {
      const language = languageOf(views.norm.text, siteLanguage, detect)
      const speaking = byLanguage.get(language) ?? []
      if (speaking.length === 0) return { model, language, scores: unscored(), spans: [] }
      const text = featurise(views)
      const reading = { text, sentences: featuriseSentences(text), views }
      return { model, language, ...scoreWith(speaking, reading, deltas) }
    },
  }
}
