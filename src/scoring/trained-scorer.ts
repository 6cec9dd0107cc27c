import { viewsOf } from '../text/views'
import { featurise, featuriseSentences } from './featurise'
import { calibrated, type Head, mixedOdds, oddsWith, strongestSentence } from './head'
import { modelOf } from './heads-model'
import { type DetectLanguage, languageOfViews } from './language'
import {
  notScored,
  type ScoredText,
  type ScoreName,
  type ScoreSpan,
  type Scores,
  scoreNames,
} from './score'
import { type Reading, type Said, scoreSpansOf } from './score-spans'
import type { ScoreContext, Scorer, SiteDeltas } from './scorer'
import { calibratedOdds } from './site-calibration'
import { siteOdds, type TaughtDecision } from './site-delta'

/** Turns a decided comment into what a site's delta learns from. What was learnt is `model`'s alone. */
export type Teacher = {
  model: string
  /** @returns null where the score has no head for the language */
  lesson(
    score: ScoreName,
    body: string,
    siteLanguage: string,
  ): Pick<TaughtDecision, 'features' | 'priorOdds'> | null
}

/** Words are told for scores from here on. */
const fewestShown = 0.1

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

/** What the head says, moved by what the site's moderators have taught, if anything. */
function saidOf(head: Head, { text, sentences }: Reading, deltas: SiteDeltas): Said {
  const features = text[head.card.reading]
  const strongest = strongestSentence(head, sentences)
  const headOdds = oddsWith(head, features, strongest)
  const prior = calibrated(head, headOdds)
  const learnt = deltas[head.card.score]
  if (!learnt) return { headOdds, strongest, odds: prior, learnt }
  const onSite = siteOdds(learnt.delta, features, prior)
  return { headOdds, strongest, odds: calibratedOdds(learnt.calibration, onSite), learnt }
}

/**
 * Throws where a score is no number: it would lie below every limit.
 * @returns null when the time was over before the last head
 */
function scoreWith(
  heads: readonly Head[],
  reading: Reading,
  { deltas, isLate }: Required<Pick<ScoreContext, 'deltas' | 'isLate'>>,
): Pick<ScoredText, 'scores' | 'spans'> | null {
  const scores = unscored()
  const spans: ScoreSpan[] = []
  for (const head of heads) {
    if (isLate()) return null
    const said = saidOf(head, reading, deltas)
    const probability = 1 / (1 + Math.exp(-said.odds))
    if (Number.isNaN(probability)) throw new Error(`The head ${head.card.name} gives no number.`)
    scores[head.card.score] = probability
    if (probability >= fewestShown) spans.push(...scoreSpansOf(head, reading, said))
  }
  return { scores, spans }
}

/**
 * The trained scorers: linear models on words and parts of words, chosen by the language of the text.
 * A score without a head for that language is `notScored`. Scores are probabilities as calibrated in
 * the head's card; they are never rounded. Spans: `scoreSpansOf`.
 */
export function trainedScorer(heads: readonly Head[], detect: DetectLanguage): Scorer & Teacher {
  const model = modelOf(heads)
  const byLanguage = headsByLanguage(heads)
  const languageOf: Scorer['languageOf'] = (text, siteLanguage) =>
    languageOfViews(text, siteLanguage, detect)
  return {
    model,
    languageOf,
    lesson(score, body, siteLanguage) {
      const views = viewsOf(body)
      const language = languageOf(views, siteLanguage)
      const head = byLanguage.get(language)?.find(({ card }) => card.score === score)
      if (!head) return null
      const text = featurise(views)
      const whole = text[head.card.reading]
      const odds = mixedOdds(head, whole, featuriseSentences(text))
      const { words, chars, style } = whole
      return { features: { words, chars, style }, priorOdds: calibrated(head, odds) }
    },
    score(views, { siteLanguage, deltas = {}, isLate = () => false }): ScoredText {
      const language = languageOf(views, siteLanguage)
      const speaking = byLanguage.get(language) ?? []
      const none = { language, scores: unscored(), spans: [] }
      if (speaking.length === 0) return { model, ...none }
      const text = featurise(views)
      const reading = { text, sentences: featuriseSentences(text), views }
      const said = scoreWith(speaking, reading, { deltas, isLate })
      if (!said) return { model: `${model} (out of time)`, ...none, failure: 'out_of_time' }
      return { model, language, ...said }
    },
  }
}
