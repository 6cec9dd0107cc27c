import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Database } from '../platform/database'

/** A second review carries no note. */
export type Verdict = { action: Action; reason: Reason; note: string; by: string; at: Date }

/** What two people said of the same comment, where they differ. */
export type Verdicts = { first: Verdict; second: Verdict }

const verdict = (alias: string, note: string) =>
  `json_build_object('action', ${alias}.action, 'reason', ${alias}.reason, 'note', ${note},
    'at', ${alias}.created_at, 'by', CASE WHEN ${alias}.moderator_id IS NOT NULL
      THEN 'moderator:' || ${alias}.moderator_id ELSE 'token:' || ${alias}.token_id END)`

type Kept = Omit<Verdict, 'at'> & { at: string }
const verdictOf = ({ at, ...rest }: Kept): Verdict => ({ ...rest, at: new Date(at) })

/** The differing verdicts on these comments, by comment. */
export async function readVerdicts(
  db: Database,
  commentIds: readonly string[],
): Promise<Map<string, Verdicts>> {
  const { rows } = await db.pool.query<{ id: string; first: Kept; second: Kept }>(
    `SELECT r.comment_id AS id, ${verdict('d', 'd.note')} AS first, ${verdict('r', "''")} AS second
     FROM second_reviews r JOIN decisions d ON d.id = r.decision_id
     WHERE r.comment_id = ANY($1) AND r.action <> d.action`,
    [commentIds],
  )
  return new Map(
    rows.map(({ id, first, second }) => [
      id,
      { first: verdictOf(first), second: verdictOf(second) },
    ]),
  )
}
