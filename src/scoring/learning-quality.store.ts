import type { Database } from '../platform/database'
import { type LearningScore, lessonReasons } from './decision-log'

export type WeeklyQuality = {
  week: string
  score: LearningScore
  /** Decisions that say whether the comment was of the class, as `lessonOf` reads them. */
  decided: number
  /** Those where the score was on the same side of one half. */
  right: number
  /** Comments that were of the class, and those of them that reached one half. */
  of_class: number
  found: number
  /** Approved comments that reached one half. */
  wrongly_flagged: number
}

/** How good a score was against the decisions that stand, by the week of the decision. */
export async function readWeeklyQuality(db: Database, siteId: string): Promise<WeeklyQuality[]> {
  const { rows } = await db.pool.query<WeeklyQuality>(
    `WITH told AS (
       SELECT date_trunc('week', d.created_at AT TIME ZONE 'UTC') AS week, name.score,
         d.action <> 'approve' AS is_of_class, (e.scores->>name.score)::float8 >= 0.5 AS is_flagged
       FROM decisions d
       JOIN LATERAL (SELECT 1 FROM comments c WHERE c.id = d.comment_id AND c.version = d.version
         AND c.status <> 'deleted' LIMIT 1) standing ON true
       JOIN jsonb_each($2::jsonb) AS name (score, reasons) ON d.action = 'approve'
         OR (d.action = 'spam' AND name.score = 'spam') OR (d.action = 'reject' AND name.reasons ? d.reason)
       JOIN LATERAL (SELECT scores FROM evaluations e WHERE e.comment_id = d.comment_id AND e.created_at < d.created_at
         ORDER BY e.created_at DESC LIMIT 1) e ON (e.scores->>name.score)::float8 >= 0
       WHERE d.site_id = $1 AND d.actor_kind = 'moderator' AND d.undoes_id IS NULL AND d.created_at > now() - interval '26 weeks')
     SELECT to_char(week, 'YYYY-MM-DD') AS week, score, count(*) AS decided,
       count(*) FILTER (WHERE is_flagged = is_of_class) AS "right",
       count(*) FILTER (WHERE is_of_class) AS of_class,
       count(*) FILTER (WHERE is_flagged AND is_of_class) AS found,
       count(*) FILTER (WHERE is_flagged AND NOT is_of_class) AS wrongly_flagged
     FROM told GROUP BY told.week, score ORDER BY 1, 2`,
    [siteId, JSON.stringify(lessonReasons)],
  )
  return rows
}
