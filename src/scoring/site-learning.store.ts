import type { PoolClient } from 'pg'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import { readSettings } from '../sites/site'
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

/** A site that is due to be taught, and the time of the newest decision there is to look at. */
export type SiteToTeach = { id: string; until: Date }

/** Sites whose moderators have decided something since their log was looked at last. */
export async function findSitesToTeach(db: Database): Promise<SiteToTeach[]> {
  const { rows } = await db.pool.query<SiteToTeach>(
    `SELECT s.id, newest.until FROM sites s CROSS JOIN LATERAL (SELECT max(d.created_at) AS until
       FROM decisions d WHERE d.site_id = s.id AND d.actor_kind = 'moderator'
         AND d.created_at < now() - make_interval(secs => $1)) newest
     WHERE newest.until > coalesce(s.learnt_until, '-infinity')`,
    [settledSeconds],
  )
  return rows
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

/** What a run of learning has made of the log, and what it went by. */
export type LearningRun = {
  scores: ReadonlyMap<LearningScore, Learnt>
  until: Date
  /** The site's `learning.since` as it was when the log was read. */
  since: string | null
}

/** Holds the site's row, so that runs and resets wait for one another. */
async function mayStillSave(client: PoolClient, siteId: string, run: LearningRun) {
  const { rows } = await client.query<{ settings: unknown; learntUntil: Date | null }>(
    `SELECT settings, learnt_until AS "learntUntil" FROM sites WHERE id = $1 FOR NO KEY UPDATE`,
    [siteId],
  )
  const [site] = rows
  if (!site) return false
  const { learning } = readSettings(site.settings)
  const isNewer = site.learntUntil === null || site.learntUntil < run.until
  return learning.enabled && learning.since === run.since && isNewer
}

async function putScores(client: PoolClient, siteId: string, run: LearningRun): Promise<void> {
  for (const [score, { delta, calibration }] of run.scores) {
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
        run.until,
      ],
    )
  }
}

/**
 * Saves what was learnt, drops what the log no longer teaches, and tells every worker by the version of
 * the rule set. Nothing is saved when learning was reset or switched off meanwhile, or another run has
 * looked further.
 * @returns whether it was saved
 */
export async function saveLearning(
  db: Database,
  siteId: string,
  run: LearningRun,
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    if (!(await mayStillSave(client, siteId, run))) return false
    await client.query('UPDATE sites SET learnt_until = $2 WHERE id = $1', [siteId, run.until])
    const { rowCount } = await client.query(
      'DELETE FROM site_learning WHERE site_id = $1 AND score <> ALL ($2)',
      [siteId, [...run.scores.keys()]],
    )
    await putScores(client, siteId, run)
    if (run.scores.size > 0 || rowCount) await changeRuleSet(client, siteId)
    return true
  })
}

/** Forgets what was learnt; what is decided from now on teaches anew. */
export async function forgetDeltas(db: Database, siteId: string, actor: string): Promise<void> {
  await inTransaction(db, async (client) => {
    // the site's row first, as a run that saves does
    await client.query(
      `UPDATE sites SET settings = jsonb_set(settings, '{learning}', coalesce(settings->'learning', '{}') ||
         jsonb_build_object('since', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       WHERE id = $1`,
      [siteId],
    )
    await client.query('DELETE FROM site_learning WHERE site_id = $1', [siteId])
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
