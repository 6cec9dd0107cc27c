import type { Status } from '../comments/comment'
import type { Database } from '../platform/database'

/** What one version of a rule did in a span of time. */
export type RuleActs = { siteId: string; ruleId: string; version: number; from: Date; to: Date }

export type DecidedByRule = {
  commentId: string
  siteId: string
  expectedVersion: number
  fromStatus: Status
  priority: number
}

/** Comments that a live rule hit and that stand as the rules left them, but do not wait for a person yet. */
export async function findDecidedByRule(db: Database, acts: RuleActs): Promise<DecidedByRule[]> {
  const { rows } = await db.pool.query<DecidedByRule>(
    `SELECT c.id AS "commentId", c.site_id AS "siteId", c.version AS "expectedVersion",
       c.status AS "fromStatus", c.priority
     FROM rule_hits h JOIN comments c ON c.id = h.comment_id
     JOIN decisions d ON d.comment_id = c.id AND d.version = c.version AND d.actor_kind = 'rules'
     WHERE h.site_id = $1 AND h.rule = $2 AND h.rule_version = $3 AND h.mode = 'live'
       AND h.created_at >= $4 AND h.created_at < $5 AND c.status IN ('approved', 'rejected', 'spam')`,
    [acts.siteId, acts.ruleId, acts.version, acts.from, acts.to],
  )
  return rows
}

export type RuleStatistics = {
  rule: string
  version: number
  mode: 'live' | 'shadow'
  hits: number
  /** What people decided on what it hit. */
  approved: number
  refused: number
}

/** Hits of the last 30 days by rule, version and mode, with what people decided on them. */
export async function readRuleStatistics(db: Database, siteId: string): Promise<RuleStatistics[]> {
  const { rows } = await db.pool.query<RuleStatistics>(
    `SELECT h.rule, h.rule_version AS version, h.mode, count(*) AS hits,
       count(*) FILTER (WHERE d.action = 'approve') AS approved,
       count(*) FILTER (WHERE d.action IN ('reject', 'spam')) AS refused
     FROM rule_hits h
     LEFT JOIN LATERAL (SELECT action FROM decisions
       WHERE comment_id = h.comment_id AND actor_kind = 'moderator' ORDER BY version DESC LIMIT 1) d ON true
     WHERE h.site_id = $1 AND h.created_at > now() - interval '30 days'
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [siteId],
  )
  return rows
}
