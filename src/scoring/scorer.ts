import type { TextViews } from '../text/views'
import type { ScoredText, ScoreName } from './score'
import type { SiteCalibration } from './site-calibration'
import type { SiteDelta } from './site-delta'

/** What moderators have taught one score, and how its numbers become probabilities on their site. */
export type Learnt = { delta: SiteDelta; calibration: SiteCalibration }

/** What the moderators of a site have taught its scores. */
export type SiteDeltas = Partial<Record<ScoreName, Learnt>>

/** What a scorer may know besides the text. */
export type ScoreContext = {
  /** ISO 639-1. */
  siteLanguage: string
  deltas?: SiteDeltas
  /** Whether its time is over: asked before each score. Late, a text has none, rather than some. */
  isLate?: () => boolean
}

/**
 * Gives a text its scores: pure, synchronous and linear in the length of the text. What it cannot
 * score is `notScored`, never 0. `model` is its name and version, as kept with every scored comment.
 */
export type Scorer = {
  model: string
  score(text: TextViews, context: ScoreContext): ScoredText
  /** What `score` takes the language of a text for, ISO 639-1. */
  languageOf(text: TextViews, siteLanguage: string): string
}
