import type { Database } from '../platform/database'
import { type EstimatedShare, wilson } from '../rules/wilson'
import type { StatsRange } from './stats.store'

/** How often other people came to the opposite of what one person decided. */
export type Overturned = {
  moderator: string
  name: string
  /** Final ones, without those that the person took back. */
  decisions: number
  overturned: number
  /** Of the overturned ones: as the answer to an appeal. */
  on_appeal: number
  share: EstimatedShare
}

const isOpposite = `n.actor_kind = 'moderator' AND n.moderator_id IS DISTINCT FROM d.moderator_id
  AND (n.action = 'approve') <> (d.action = 'approve')`

/** With a limit the planner looks for those of one comment, and does not read all of them. */
const isOnAppeal = `(SELECT true FROM appeals a
  WHERE a.comment_id = d.comment_id AND a.resolved_at = n.created_at LIMIT 1)`

/**
 * By moderator, of the decisions of a range of time: those whose next final decision, whenever it
 * came, was the opposite one of somebody else. That is an upheld appeal, a second review that was
 * settled against them, or a change of mind of the desk. What was judged by the rules in between was
 * edited, and nothing is said of the text that was decided on.
 */
export async function readOverturned(
  db: Database,
  { siteIds, from, to }: StatsRange,
): Promise<Overturned[]> {
  const { rows } = await db.pool.query<Omit<Overturned, 'share'>>(
    `SELECT m.id AS moderator, m.name, x.decisions, x.overturned, x.on_appeal
     FROM (
       SELECT d.moderator_id, count(*) AS decisions, count(*) FILTER (WHERE ${isOpposite}) AS overturned,
         count(*) FILTER (WHERE ${isOpposite} AND ${isOnAppeal}) AS on_appeal
       FROM decisions d LEFT JOIN LATERAL (
         SELECT n.actor_kind, n.moderator_id, n.action, n.created_at FROM decisions n
         WHERE n.comment_id = d.comment_id AND n.version > d.version
           AND (n.action <> 'hold' OR n.actor_kind = 'rules')
           AND (n.undoes_id IS NULL OR n.undoes_id = d.id)
           AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = n.id)
         ORDER BY n.version LIMIT 1) n ON true
       WHERE d.site_id = ANY($1) AND d.created_at >= $2 AND d.created_at < $3
         AND d.actor_kind = 'moderator' AND d.moderator_id IS NOT NULL
         AND d.action <> 'hold' AND d.undoes_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = d.id AND u.moderator_id = d.moderator_id)
       GROUP BY 1) x
     JOIN moderators m ON m.id = x.moderator_id ORDER BY lower(m.name), m.id`,
    [siteIds, from, to],
  )
  return rows.map((row) => ({ ...row, share: wilson(row.overturned, row.decisions) }))
}
