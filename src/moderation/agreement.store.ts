import type { Database } from '../platform/database'
import type { AnswerPair } from './agreement'
import type { StatsRange } from './stats.store'

/** First and second answers, by when the second was given. */
export async function readAnswerPairs(
  db: Database,
  { siteIds, from, to }: StatsRange,
): Promise<AnswerPair[]> {
  const { rows } = await db.pool.query<AnswerPair>(
    `SELECT json_build_object('action', d.action, 'reason', d.reason) AS first,
       json_build_object('action', r.action, 'reason', r.reason) AS second, count(*)
     FROM second_reviews r JOIN decisions d ON d.id = r.decision_id
     WHERE r.site_id = ANY($1) AND r.created_at >= $2 AND r.created_at < $3
     GROUP BY d.action, d.reason, r.action, r.reason ORDER BY count(*) DESC`,
    [siteIds, from, to],
  )
  return rows
}
