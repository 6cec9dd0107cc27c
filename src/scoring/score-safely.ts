import type { TextViews } from '../text/views'
import { notScored, type ScoredText, type Scores, scoreNames } from './score'
import type { ScoreContext, Scorer } from './scorer'

/** No scorer spoke. */
export const noScores = Object.fromEntries(scoreNames.map((name) => [name, notScored])) as Scores

/** A scorer that fails is a value: rules and moderators see "not scored", never "clean". */
export function scoreSafely(scorer: Scorer, text: TextViews, context: ScoreContext): ScoredText {
  try {
    return scorer.score(text, context)
  } catch {
    return { model: `${scorer.model} (failed)`, scores: noScores, language: '', spans: [] }
  }
}
