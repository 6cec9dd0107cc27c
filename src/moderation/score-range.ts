import type { ScoreName } from '../scoring/score'

/**
 * From `from` on and below `to`; up to 1 takes in what is scored 1. What is not scored is in no
 * range.
 */
export type ScoreRange = { score: ScoreName; from: number; to: number }

/** Steps of a histogram: so many over 0..1. */
export const binCount = 20
