import { withoutLinks } from '../text/links'
import { type TextViews, viewsOf } from '../text/views'
import { notScored, type ScoredText, type Scores, scoreNames } from './score'
import type { ScoreContext, Scorer } from './scorer'

/** No scorer spoke. */
export const noScores = Object.fromEntries(scoreNames.map((name) => [name, notScored])) as Scores

/**
 * Reading and scoring one comment may take so much of the processor. The slowest known text of 20,000
 * characters takes 9 ms, and 150 in a process that has just started.
 */
export const budgetMs = 250

type SafeContext = Omit<ScoreContext, 'isLate'> & {
  /** Milliseconds of a clock that only goes forward. */
  clock: () => number
}

/**
 * Reads a text and scores it. A scorer that fails, or that takes too long, is a value: rules and
 * moderators see "not scored", never "clean". Nothing is interrupted; what is over the budget is
 * stopped before the next score.
 */
export function scoreSafely(
  scorer: Scorer,
  text: string,
  { clock, ...context }: SafeContext,
): { views: TextViews; scored: ScoredText } {
  const startMs = clock()
  const isLate = () => clock() - startMs > budgetMs
  const views = viewsOf(text)
  try {
    return { views, scored: scorer.score(views, { ...context, isLate }) }
  } catch {
    const model = `${scorer.model} (failed)`
    const scored = { model, scores: noScores, language: '', spans: [], failure: 'failed' as const }
    return { views, scored }
  }
}

/** The score for spam of a text without its links: they look like spam also where they name a source. */
export function spamWithoutLinks(
  scorer: Scorer,
  { views, scored }: { views: TextViews; scored: ScoredText },
  context: SafeContext,
): number {
  const { spam } = scored.scores
  const text = withoutLinks(views)
  if (spam === notScored || text === views.raw) return spam
  return scoreSafely(scorer, text, context).scored.scores.spam
}
