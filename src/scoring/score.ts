import type { Span } from '../text/span'

/** What the scorers speak about; a number is a probability-like value of 0..1. */
export const scoreNames = [
  'spam',
  'toxicity',
  'insult',
  'threat',
  'identity_attack',
  'profanity',
  'sexual',
] as const
export type ScoreName = (typeof scoreNames)[number]

/** -1 means "not scored": no head for this language, or a failure. Never read it as clean. */
export const notScored = -1
export type Scores = Record<ScoreName, number>

/**
 * A word that raised a score, in one of its places. `value` (0..1): what the score would lose without the
 * word; a score above 0.9 counts as 0.9.
 */
export type ScoreSpan = Span & { score: ScoreName; value: number }

/** Our scorer failed, or was stopped; one outside, which the site asks as well, was away. */
export const scoreFailures = ['failed', 'out_of_time', 'away'] as const
export type ScoreFailure = (typeof scoreFailures)[number]

export type ScoredText = {
  /** Name and version of the scorers that spoke. */
  model: string
  scores: Scores
  /** ISO 639-1 of the text, "" when it cannot be told. */
  language: string
  spans: ScoreSpan[]
  /** Absent where everything that there is a head for was scored. */
  failure?: ScoreFailure
}
