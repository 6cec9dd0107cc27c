import type { Database } from '../platform/database'
import type { FindingMode } from '../rules/finding'
import { type EstimatedShare, wilson } from '../rules/wilson'
import type { StatsRange } from './stats.store'

export type RulePrecision = {
  /** A rule's id, or the name of a built-in one. */
  rule: string
  mode: FindingMode
  hits: number
  /** Of the comments that a person decided on: refused, or published where the rule approves. */
  agreed: number
  disagreed: number
  precision: EstimatedShare
}

/**
 * What people made of the comments that each rule spoke about, over all its versions. What nobody
 * looked at counts in the hits only, and so does what a person holds still.
 */
export async function readRulePrecision(
  db: Database,
  { siteIds, from, to }: StatsRange,
): Promise<RulePrecision[]> {
  const { rows } = await db.pool.query<Omit<RulePrecision, 'precision'>>(
    `SELECT h.rule, h.mode, count(*) AS hits,
       count(*) FILTER (WHERE d.action <> 'hold' AND (d.action = 'approve') = (h.action = 'approve')) AS agreed,
       count(*) FILTER (WHERE d.action <> 'hold' AND (d.action = 'approve') <> (h.action = 'approve')) AS disagreed
     FROM rule_hits h LEFT JOIN (
       SELECT DISTINCT ON (comment_id) comment_id, action FROM decisions
       WHERE site_id = ANY($1) AND created_at >= $2 AND actor_kind = 'moderator'
       ORDER BY comment_id, version DESC) d ON d.comment_id = h.comment_id
     WHERE h.site_id = ANY($1) AND h.created_at >= $2 AND h.created_at < $3
     GROUP BY h.rule, h.mode ORDER BY count(*) DESC, h.rule, h.mode`,
    [siteIds, from, to],
  )
  return rows.map((row) => ({ ...row, precision: wilson(row.agreed, row.agreed + row.disagreed) }))
}
