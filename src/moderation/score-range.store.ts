import type { ScoreRange } from './score-range'

/** Keeps a value for a statement. @returns its placeholder */
export type Keep = (value: unknown) => string

/** The score that a comment was given last; null where there is none. */
export const lastScore = (commentId: string, name: string): string =>
  `(SELECT (e.scores->>${name})::numeric FROM evaluations e
    WHERE e.comment_id = ${commentId} ORDER BY e.created_at DESC LIMIT 1)`

/** Exact numbers: as doubles the ends of a range would miss what lies on them. */
export function inRange({ score, from, to }: ScoreRange, keep: Keep): string {
  const ends = `${keep(from)}::numeric, ${keep(to)}::numeric, ${keep(to === 1 ? '[]' : '[)')}`
  return `numrange(${ends}) @> ${lastScore('c.id', keep(score))}`
}
