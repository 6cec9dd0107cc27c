import { rawSpan } from '../text/text-view'
import type { TextViews } from '../text/views'
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
import type { ScoreContext, Scorer } from './scorer'

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

function scoreWith(heads: readonly Head[], reading: Reading): Pick<ScoredText, 'scores' | 'spans'> {
  const scores = unscored()
  const spans: ScoreSpan[] = []
  for (const head of heads) {
    const odds = mixedOdds(head, reading.text[head.card.reading], reading.sentences)
    const probability = probabilityOf(head, odds)
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
): Scorer {
  const byLanguage = headsByLanguage(heads)
  return {
    model,
    score(views: TextViews, { siteLanguage }: ScoreContext): ScoredText {
      const language = languageOf(views.norm.text, siteLanguage, detect)
      const speaking = byLanguage.get(language) ?? []
      if (speaking.length === 0) return { model, language, scores: unscored(), spans: [] }
      const text = featurise(views)
      const reading = { text, sentences: featuriseSentences(text), views }
      return { model, language, ...scoreWith(speaking, reading) }
    },
  }
}
