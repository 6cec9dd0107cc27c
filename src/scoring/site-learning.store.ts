import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import { changeRuleSet } from '../sites/site.store'
import type { LearningScore, LoggedDecision } from './decision-log'
import type { Learnt, SiteDeltas } from './scorer'
import { type SiteCalibration, uncalibrated } from './site-calibration'
import { deltaBytes, deltaFrom } from './site-delta'

type Row = { score: LearningScore; delta: Buffer; calibration: SiteCalibration | null }

export async function readDeltas(db: Database, siteId: string): Promise<SiteDeltas> {
  const { rows } = await db.pool.query<Row>({
    name: 'site-deltas',
    text: 'SELECT score, delta, calibration FROM site_learning WHERE site_id = $1',
    values: [siteId],
  })
  const deltas: SiteDeltas = {}
  for (const { score, delta, calibration } of rows) {
    const read = deltaFrom(delta)
    if (read) deltas[score] = { delta: read, calibration: calibration ?? uncalibrated }
  }
  return deltas
}

/** Decisions are learnt from when the time for taking them back at once is over. */
const settledSeconds = 15

/** Sites whose moderators have decided something since their scores were taught last. */
export async function findSitesToTeach(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT s.id FROM sites s
     WHERE EXISTS (SELECT 1 FROM decisions d WHERE d.site_id = s.id AND d.actor_kind = 'moderator'
       AND d.created_at > coalesce((SELECT max(l.last_decision_at) FROM site_learning l WHERE l.site_id = s.id), '-infinity')
       AND d.created_at < now() - make_interval(secs => $1))`,
    [settledSeconds],
  )
  return rows.map(({ id }) => id)
}

/** The last decisions of a site's moderators that stand, oldest first. */
export async function readDecisionLog(
  db: Database,
  siteId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<LoggedDecision[]> {
  const { rows } = await db.pool.query<LoggedDecision>(
    `SELECT * FROM (
       SELECT c.body, d.action, d.reason, coalesce(d.moderator_id, d.token_id)::text AS decider,
         d.created_at AS "decidedAt"
       FROM decisions d JOIN comments c ON c.id = d.comment_id AND c.version = d.version
       WHERE d.site_id = $1 AND d.actor_kind = 'moderator' AND d.created_at > $2 AND c.status <> 'deleted'
         AND d.created_at < now() - make_interval(secs => $4)
       ORDER BY d.created_at DESC LIMIT $3) newest
     ORDER BY "decidedAt"`,
    [siteId, since, limit, settledSeconds],
  )
  return rows
}

/** Saves what was learnt, and tells every worker by the version of the rule set. */
export async function saveDeltas(
  db: Database,
  siteId: string,
  learnt: { scores: ReadonlyMap<LearningScore, Learnt>; lastDecisionAt: Date },
): Promise<void> {
  await inTransaction(db, async (client) => {
    for (const [score, { delta, calibration }] of learnt.scores) {
      await client.query(
        `INSERT INTO site_learning (site_id, score, decisions, delta, calibration, last_decision_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (site_id, score) DO UPDATE SET decisions = excluded.decisions, delta = excluded.delta,
           calibration = excluded.calibration, last_decision_at = excluded.last_decision_at, learnt_at = now()`,
        [
          siteId,
          score,
          delta.decisions,
          Buffer.from(deltaBytes(delta)),
          JSON.stringify(calibration),
          learnt.lastDecisionAt,
        ],
      )
    }
    await changeRuleSet(client, siteId)
  })
}

/** Forgets what was learnt; what is decided from now on teaches anew. */
export async function forgetDeltas(db: Database, siteId: string, actor: string): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('DELETE FROM site_learning WHERE site_id = $1', [siteId])
    await client.query(
      `UPDATE sites SET settings = jsonb_set(settings, '{learning}', coalesce(settings->'learning', '{}') ||
         jsonb_build_object('since', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       WHERE id = $1`,
      [siteId],
    )
    await changeRuleSet(client, siteId)
    await appendAudit(client, { chain: siteId, type: 'learning.reset', actor })
  })
}

export type LearningState = { score: LearningScore; decisions: number; learntAt: Date }

export async function readLearningState(db: Database, siteId: string): Promise<LearningState[]> {
  const { rows } = await db.pool.query<LearningState>(
    'SELECT score, decisions, learnt_at AS "learntAt" FROM site_learning WHERE site_id = $1 ORDER BY score',
    [siteId],
  )
  return rows
}

export type WeeklyQuality = { week: string; score: LearningScore; decided: number; right: number }

/** How often a score was on the right side of one half, by the week of the decision. */
export async function readWeeklyQuality(db: Database, siteId: string): Promise<WeeklyQuality[]> {
  const { rows } = await db.pool.query<WeeklyQuality>(
    `SELECT to_char(date_trunc('week', d.created_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS week, name.score,
       count(*) AS decided,
       count(*) FILTER (WHERE ((e.scores->>name.score)::float8 >= 0.5) = (d.action = CASE name.score
         WHEN 'spam' THEN 'spam' ELSE 'reject' END)) AS "right"
     FROM decisions d
     CROSS JOIN (VALUES ('spam'), ('toxicity')) AS name (score)
     JOIN LATERAL (SELECT scores FROM evaluations e WHERE e.comment_id = d.comment_id AND e.created_at < d.created_at
       ORDER BY e.created_at DESC LIMIT 1) e ON (e.scores->>name.score)::float8 >= 0
     WHERE d.site_id = $1 AND d.actor_kind = 'moderator' AND d.created_at > now() - interval '26 weeks'
       AND (d.action = 'approve' OR d.action = CASE name.score WHEN 'spam' THEN 'spam' ELSE 'reject' END)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [siteId],
  )
  return rows
}
