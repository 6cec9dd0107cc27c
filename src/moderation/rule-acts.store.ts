import type { Action, Status } from '../comments/comment'
import type { Database } from '../platform/database'
import type { FindingMode } from '../rules/finding'

/** What one version of a rule did in a span of time. */
export type RuleActs = { siteId: string; ruleId: string; version: number; from: Date; to: Date }

export type DecidedByRule = {
  commentId: string
  siteId: string
  expectedVersion: number
  fromStatus: Status
  priority: number
}

const decidedByRule = `rule_hits h JOIN comments c ON c.id = h.comment_id
  JOIN decisions d ON d.comment_id = c.id AND d.version = c.version AND d.actor_kind = 'rules'
  WHERE h.site_id = $1 AND h.rule = $2 AND h.rule_version = $3 AND h.mode = 'live'
    AND h.created_at >= $4 AND h.created_at < $5 AND c.status IN ('approved', 'rejected', 'spam')`

const valuesOf = ({ siteId, ruleId, version, from, to }: RuleActs) => [
  siteId,
  ruleId,
  version,
  from,
  to,
]

/** Comments that a live rule hit and that stand as the rules left them, but do not wait for a person yet. */
export async function findDecidedByRule(db: Database, acts: RuleActs): Promise<DecidedByRule[]> {
  const { rows } = await db.pool.query<DecidedByRule>(
    `SELECT c.id AS "commentId", c.site_id AS "siteId", c.version AS "expectedVersion",
       c.status AS "fromStatus", c.priority FROM ${decidedByRule}`,
    valuesOf(acts),
  )
  return rows
}

/** How many those are. */
export async function countDecidedByRule(db: Database, acts: RuleActs): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*) FROM ${decidedByRule}`,
    valuesOf(acts),
  )
  return rows[0]?.count ?? 0
}

export type RuleStatistics = {
  rule: string
  version: number
  mode: FindingMode
  hits: number
  /** What people decided on what it hit. */
  approved: number
  refused: number
  /** Of these, where they came to what the rule said: "approve" by approving, anything else by refusing. */
  agreed: number
}

const lastHumanAction = `LEFT JOIN LATERAL (SELECT action FROM decisions
  WHERE comment_id = h.comment_id AND actor_kind = 'moderator' ORDER BY version DESC LIMIT 1) d ON true`

/** Hits of the last 30 days by rule, version and mode, with what people decided on them. */
export async function readRuleStatistics(
  db: Database,
  siteId: string,
  ruleIds: readonly string[],
): Promise<RuleStatistics[]> {
  const { rows } = await db.pool.query<RuleStatistics>(
    `SELECT h.rule, h.rule_version AS version, h.mode, count(*) AS hits,
       count(*) FILTER (WHERE d.action = 'approve') AS approved,
       count(*) FILTER (WHERE d.action IN ('reject', 'spam')) AS refused,
       count(*) FILTER (WHERE d.action <> 'hold' AND (d.action = 'approve') = (h.action = 'approve')) AS agreed
     FROM rule_hits h ${lastHumanAction}
     WHERE h.site_id = $1 AND h.rule = ANY($2) AND h.created_at > now() - interval '30 days'
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [siteId, ruleIds],
  )
  return rows
}

export type RuleDay = { day: string; live: number; shadow: number }

/** Hits of one rule in the last 30 days, by day (UTC); days without any are left out. */
export async function readRuleDays(
  db: Database,
  siteId: string,
  ruleId: string,
): Promise<RuleDay[]> {
  const { rows } = await db.pool.query<RuleDay>(
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
       count(*) FILTER (WHERE mode = 'live') AS live, count(*) FILTER (WHERE mode = 'shadow') AS shadow
     FROM rule_hits WHERE site_id = $1 AND rule = $2 AND created_at > now() - interval '30 days'
     GROUP BY 1 ORDER BY 1`,
    [siteId, ruleId],
  )
  return rows
}

export type RuleHit = {
  commentId: string
  author: string
  body: string
  status: Status
  version: number
  mode: FindingMode
  /** What a person decided last, null when no person did. */
  human: Action | null
  at: Date
}

/** What a rule met last, newest first; erased comments are left out. */
export async function readRuleHits(
  db: Database,
  siteId: string,
  ruleId: string,
  limit: number,
): Promise<RuleHit[]> {
  const { rows } = await db.pool.query<RuleHit>(
    `SELECT h.comment_id AS "commentId", c.author_name AS author, left(c.body, 500) AS body, c.status,
       h.rule_version AS version, h.mode, d.action AS human, h.created_at AS at
     FROM (SELECT * FROM rule_hits WHERE site_id = $1 AND rule = $2
       ORDER BY created_at DESC LIMIT $3) h
     JOIN comments c ON c.id = h.comment_id ${lastHumanAction}
     WHERE c.status <> 'deleted' ORDER BY h.created_at DESC`,
    [siteId, ruleId, limit],
  )
  return rows
}
