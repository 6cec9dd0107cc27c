import type { PoolClient } from 'pg'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { changeRuleSet } from '../sites/site.store'
import { type LearningScore, type LoggedDecision, learningScores } from './decision-log'
import type { Learnt, SiteDeltas } from './scorer'
import { type SiteCalibration, uncalibrated } from './site-calibration'
import { deltaBytes, deltaFrom } from './site-delta'

type Row = { score: LearningScore; delta: Buffer; calibration: SiteCalibration | null }

/** What a site has taught this model: what it taught another one is of no use here. */
export async function readDeltas(db: Database, siteId: string, model: string): Promise<SiteDeltas> {
  const { rows } = await db.pool.query<Row>({
    name: 'site-deltas',
    text: `SELECT score, delta, calibration FROM site_deltas
      WHERE site_id = $1 AND model = $2 AND delta IS NOT NULL`,
    values: [siteId, model],
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
/** What another model has learnt is kept as long: its processes may still run, or come back. */
const otherModelsDays = 7

/** A site that is due to be taught, and the time of the newest decision there is to look at. */
export type SiteToTeach = {
  id: string
  settings: unknown
  /** `learning` of the settings as they are stored. */
  learning: unknown
  until: Date
}

/**
 * Sites whose moderators have decided something that this model has not learnt from by the present
 * settings: new decisions, or all of them where the model is new.
 */
export async function findSitesToTeach(db: Database, model: string): Promise<SiteToTeach[]> {
  const { rows } = await db.pool.query<SiteToTeach>(
    `SELECT s.id, s.settings, s.settings->'learning' AS learning, newest.until
     FROM sites s CROSS JOIN LATERAL (SELECT max(d.created_at) AS until
       FROM decisions d WHERE d.site_id = s.id AND d.actor_kind = 'moderator'
         AND d.created_at < now() - make_interval(secs => $1)) newest
     WHERE newest.until IS NOT NULL AND NOT EXISTS (SELECT 1 FROM site_deltas l
       WHERE l.site_id = s.id AND l.model = $2 AND l.learnt_until >= newest.until
         AND l.learning IS NOT DISTINCT FROM s.settings->'learning')`,
    [settledSeconds, model],
  )
  return rows
}

/** Of a comment so much is learnt from, in characters: nobody may make the learning slow with long ones. */
const longestLesson = 2000

/**
 * The last decisions of a site's moderators that stand, oldest first; those of one moment, such as a
 * batch, always in the same order. To take one back is none: it brings back what the rules had said.
 */
export async function readDecisionLog(
  db: Database,
  siteId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<LoggedDecision[]> {
  const { rows } = await db.pool.query<LoggedDecision>(
    `SELECT body, action, reason, decider, "decidedAt" FROM (
       SELECT left(c.body, $5) AS body, d.action, d.reason, coalesce(d.moderator_id, d.token_id)::text AS decider,
         d.created_at AS "decidedAt", d.id
       FROM decisions d JOIN comments c ON c.id = d.comment_id AND c.version = d.version
       WHERE d.site_id = $1 AND d.actor_kind = 'moderator' AND d.undoes_id IS NULL AND d.created_at > $2 AND c.status <> 'deleted'
         AND d.created_at < now() - make_interval(secs => $4)
       ORDER BY d.created_at DESC, d.id DESC LIMIT $3) newest
     ORDER BY "decidedAt", id`,
    [siteId, since, limit, settledSeconds, longestLesson],
  )
  return rows
}

/** What a run of learning has made of the log, and what it went by. */
export type LearningRun = Pick<SiteToTeach, 'learning' | 'until'> & {
  model: string
  scores: ReadonlyMap<LearningScore, Learnt>
}

const asJson = (value: unknown) => (value == null ? null : JSON.stringify(value))

/** Holds the site's row, so that runs and resets wait for one another. */
async function mayStillSave(client: PoolClient, siteId: string, run: LearningRun) {
  const { rowCount: isAsRead } = await client.query(
    `SELECT 1 FROM sites WHERE id = $1 AND settings->'learning' IS NOT DISTINCT FROM $2::jsonb
     FOR NO KEY UPDATE`,
    [siteId, asJson(run.learning)],
  )
  if (!isAsRead) return false
  const { rowCount: isOvertaken } = await client.query(
    `SELECT 1 FROM site_deltas WHERE site_id = $1 AND model = $2 AND learnt_until >= $3
       AND learning IS NOT DISTINCT FROM $4::jsonb LIMIT 1`,
    [siteId, run.model, run.until, asJson(run.learning)],
  )
  return !isOvertaken
}

/** @returns whether there was something before */
async function dropOlder(client: PoolClient, siteId: string, model: string): Promise<boolean> {
  const { rows } = await client.query<{ taught: boolean }>(
    `DELETE FROM site_deltas WHERE site_id = $1
       AND (model = $2 OR learnt_at < now() - make_interval(days => $3))
     RETURNING model = $2 AND delta IS NOT NULL AS taught`,
    [siteId, model, otherModelsDays],
  )
  return rows.some(({ taught }) => taught)
}

/** One row for each score, also where nothing was learnt: it says how far the log was looked at. */
async function putScores(client: PoolClient, siteId: string, run: LearningRun): Promise<void> {
  for (const score of learningScores) {
    const learnt = run.scores.get(score)
    await client.query(
      `INSERT INTO site_deltas (site_id, model, score, decisions, delta, calibration, learnt_until, learning)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        siteId,
        run.model,
        score,
        learnt?.delta.decisions ?? 0,
        learnt ? Buffer.from(deltaBytes(learnt.delta)) : null,
        asJson(learnt?.calibration),
        run.until,
        asJson(run.learning),
      ],
    )
  }
}

/**
 * Saves what was learnt in place of what this model had learnt before, and tells every worker by the
 * version of the rule set. Nothing is saved when learning was reset or its settings changed meanwhile, or
 * another run of this model has looked further.
 * @returns whether it was saved
 */
export async function saveLearning(
  db: Database,
  siteId: string,
  run: LearningRun,
): Promise<boolean> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    if (!(await mayStillSave(client, siteId, run))) return false
    const hadSome = await dropOlder(client, siteId, run.model)
    await putScores(client, siteId, run)
    if (run.scores.size > 0 || hadSome) await changeRuleSet(client, siteId)
    return true
  })
}

/** Forgets what was learnt; what is decided from now on teaches anew. */
export async function forgetDeltas(db: Database, siteId: string, actor: string): Promise<void> {
  await inTransaction(laneOf(db, siteId), async (client) => {
    // the site's row first, as a run that saves does
    await client.query(
      `UPDATE sites SET settings = jsonb_set(settings, '{learning}', coalesce(settings->'learning', '{}') ||
         jsonb_build_object('since', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       WHERE id = $1`,
      [siteId],
    )
    await client.query('DELETE FROM site_deltas WHERE site_id = $1', [siteId])
    await client.query('DELETE FROM site_learning WHERE site_id = $1', [siteId])
    await changeRuleSet(client, siteId)
    await appendAudit(client, { chain: siteId, type: 'learning.reset', actor })
  })
}

export type LearningState = { score: LearningScore; decisions: number; learntAt: Date }

export async function readLearningState(
  db: Database,
  siteId: string,
  model: string,
): Promise<LearningState[]> {
  const { rows } = await db.pool.query<LearningState>(
    `SELECT score, decisions, learnt_at AS "learntAt" FROM site_deltas
     WHERE site_id = $1 AND model = $2 AND delta IS NOT NULL ORDER BY score`,
    [siteId, model],
  )
  return rows
}
