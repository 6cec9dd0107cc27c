import type { Database } from '../platform/database'

export type Stats = {
  comments: Record<string, number>
  decisions: { actor: string; action: string; reason: string; count: number }[]
  /** Seconds from the comment to its first final decision, by who made it. */
  decision_seconds: { actor: string; count: number; median: number; p90: number }[]
  /** `automatic`: what rules decided for good; `human`: what people decided and did not take back. */
  by_day: { day: string; comments: number; automatic: number; human: number }[]
  oldest_held_at: Date | null
}

export type StatsRange = { siteIds: readonly string[]; from: Date; to: Date }

/** In SQL: whether a decision `d` says that it takes another one back, or was taken back itself. */
const isTakenBack = `(d.undoes_id IS NOT NULL OR EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = d.id))`

/** In SQL: whether nothing final was said before a decision `d`; the first version has nothing before it. */
const isFirst = `(d.version = 1 OR NOT EXISTS (SELECT 1 FROM decisions b
  WHERE b.comment_id = d.comment_id AND b.version < d.version AND b.action <> 'hold' AND b.undoes_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = b.id)))`

/** Volumes and decisions of a range of time. To hold a comment is to leave it to people: not final. */
export async function readStats(db: Database, { siteIds, from, to }: StatsRange): Promise<Stats> {
  const values = [siteIds, from, to]
  const inRange = (alias: string) =>
    `${alias}.site_id = ANY($1) AND ${alias}.created_at >= $2 AND ${alias}.created_at < $3`
  const [statuses, decisions, seconds, days, oldest] = await Promise.all([
    db.pool.query<{ status: string; count: number }>(
      `SELECT c.status, count(*) FROM comments c WHERE ${inRange('c')} GROUP BY c.status`,
      values,
    ),
    db.pool.query<Stats['decisions'][number]>(
      `SELECT d.actor_kind AS actor, d.action, d.reason, count(*) FROM decisions d
       WHERE ${inRange('d')} GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
      values,
    ),
    db.pool.query<Stats['decision_seconds'][number]>(
      `SELECT d.actor_kind AS actor, count(*),
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.created_at - c.created_at))::float8 AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM d.created_at - c.created_at))::float8 AS p90
       FROM decisions d JOIN comments c ON c.id = d.comment_id
       WHERE ${inRange('d')} AND d.action <> 'hold' AND d.actor_kind IN ('rules', 'moderator')
         AND NOT ${isTakenBack} AND ${isFirst} GROUP BY 1 ORDER BY 1`,
      values,
    ),
    db.pool.query<Stats['by_day'][number]>(
      `SELECT coalesce(c.day, d.day) AS day, coalesce(c.comments, 0) AS comments,
         coalesce(d.automatic, 0) AS automatic, coalesce(d.human, 0) AS human
       FROM (SELECT to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS comments
           FROM comments c WHERE ${inRange('c')} GROUP BY 1) c
       FULL JOIN (SELECT to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
           count(*) FILTER (WHERE d.actor_kind = 'rules' AND d.action <> 'hold') AS automatic,
           count(*) FILTER (WHERE d.actor_kind = 'moderator' AND NOT ${isTakenBack}) AS human
           FROM decisions d WHERE ${inRange('d')} GROUP BY 1) d ON d.day = c.day
       ORDER BY 1`,
      values,
    ),
    db.pool.query<{ at: Date | null }>(
      "SELECT min(c.created_at) AS at FROM comments c WHERE c.site_id = ANY($1) AND c.status = 'held'",
      [siteIds],
    ),
  ])
  return {
    comments: Object.fromEntries(statuses.rows.map(({ status, count }) => [status, count])),
    decisions: decisions.rows,
    decision_seconds: seconds.rows,
    by_day: days.rows,
    oldest_held_at: oldest.rows[0]?.at ?? null,
  }
}
