import type { PoolClient } from 'pg'
import type { AuditType } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { uuidv7 } from '../platform/uuid'
import { changeRuleSet } from '../sites/site.store'
import type { Demotion } from './demotion'
import type { RuleDocument, RuleMode } from './rule-document'

/** An owner's rule in its active version. */
export type StoredRule = {
  id: string
  version: number
  mode: RuleMode
  document: RuleDocument
  /** When the text or the mode changed last. */
  changedAt: Date
  /** Until an owner changes it. */
  demotion: Demotion | null
}

export type StoredVersion = {
  version: number
  document: RuleDocument
  author: string
  comment: string
  createdAt: Date
}

const columns = `r.id, r.active_version AS version, r.mode, v.document, r.changed_at AS "changedAt", r.demotion`
const activeVersion = 'JOIN rule_versions v ON v.rule_id = r.id AND v.version = r.active_version'

/** In the order in which they were made. */
export async function listRules(db: Database, siteId: string): Promise<StoredRule[]> {
  const { rows } = await db.pool.query<StoredRule>(
    `SELECT ${columns} FROM rules r ${activeVersion} WHERE r.site_id = $1 AND r.deleted_at IS NULL ORDER BY r.id`,
    [siteId],
  )
  return rows
}

export async function findRule(
  db: Database,
  siteId: string,
  id: string,
): Promise<StoredRule | undefined> {
  const { rows } = await db.pool.query<StoredRule>(
    `SELECT ${columns} FROM rules r ${activeVersion} WHERE r.id = $1 AND r.site_id = $2 AND r.deleted_at IS NULL`,
    [id, siteId],
  )
  return rows[0]
}

export async function isDeletedRule(db: Database, siteId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    'SELECT 1 FROM rules WHERE id = $1 AND site_id = $2 AND deleted_at IS NOT NULL',
    [id, siteId],
  )
  return rowCount === 1
}

/** Newest first. */
export async function listVersions(db: Database, ruleId: string): Promise<StoredVersion[]> {
  const { rows } = await db.pool.query<StoredVersion>(
    `SELECT version, document, author, comment, created_at AS "createdAt" FROM rule_versions
     WHERE rule_id = $1 ORDER BY version DESC`,
    [ruleId],
  )
  return rows
}

export async function findVersion(
  db: Database,
  ruleId: string,
  version: number,
): Promise<StoredVersion | undefined> {
  return (await listVersions(db, ruleId)).find((one) => one.version === version)
}

export type RuleChange = {
  document: RuleDocument
  mode: RuleMode
  actor: string
  comment?: string | undefined
}

async function addVersion(
  client: PoolClient,
  ruleId: string,
  version: number,
  change: RuleChange,
): Promise<void> {
  await client.query(
    'INSERT INTO rule_versions (id, rule_id, version, document, author, comment) VALUES ($1, $2, $3, $4, $5, $6)',
    [uuidv7(), ruleId, version, change.document, change.actor, change.comment ?? ''],
  )
}

const auditOf = (siteId: string, type: AuditType, actor: string, data: object) => ({
  chain: siteId,
  type,
  actor,
  data,
})

/** One rule with its first version, in the caller's transaction. @returns its id */
export async function insertRule(
  client: PoolClient,
  siteId: string,
  change: RuleChange,
): Promise<string> {
  const id = uuidv7()
  await client.query('INSERT INTO rules (id, site_id, mode) VALUES ($1, $2, $3)', [
    id,
    siteId,
    change.mode,
  ])
  await addVersion(client, id, 1, change)
  return id
}

export async function createRule(
  db: Database,
  siteId: string,
  change: RuleChange,
): Promise<string> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    const id = await insertRule(client, siteId, change)
    await changeRuleSet(client, siteId)
    const data = { rule: id, version: 1, mode: change.mode, name: change.document.name }
    await appendAudit(client, auditOf(siteId, 'rule.created', change.actor, data))
    return id
  })
}

/** Whether the rule stands as it is to be saved; it stays locked until the transaction ends. */
async function standsAlready(
  client: PoolClient,
  siteId: string,
  rule: { id: string; expectedVersion: number; isNewVersion: boolean },
  mode: RuleMode,
): Promise<boolean> {
  if (rule.isNewVersion) return false
  const { rowCount } = await client.query(
    `SELECT id FROM rules WHERE id = $1 AND site_id = $2 AND active_version = $3 AND mode = $4
       AND demotion IS NULL AND deleted_at IS NULL FOR UPDATE`,
    [rule.id, siteId, rule.expectedVersion, mode],
  )
  return rowCount === 1
}

/**
 * Saves a changed rule: a changed document becomes a new version, a changed mode alone does not.
 * Where nothing is different nothing is written, unless it was demoted: then it is no longer.
 * @param expectedVersion the active version that the change was made from
 * @returns false when somebody else changed the rule since
 */
export async function changeRule(
  db: Database,
  siteId: string,
  rule: { id: string; expectedVersion: number; isNewVersion: boolean },
  change: RuleChange,
): Promise<boolean> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    if (await standsAlready(client, siteId, rule, change.mode)) return true
    const version = rule.expectedVersion + (rule.isNewVersion ? 1 : 0)
    const { rowCount } = await client.query(
      `UPDATE rules SET active_version = $4, mode = $5, changed_at = now(), demotion = NULL
       WHERE id = $1 AND site_id = $2 AND active_version = $3 AND deleted_at IS NULL`,
      [rule.id, siteId, rule.expectedVersion, version, change.mode],
    )
    if (rowCount !== 1) return false
    if (rule.isNewVersion) await addVersion(client, rule.id, version, change)
    await changeRuleSet(client, siteId)
    const data = { rule: rule.id, version, mode: change.mode, name: change.document.name }
    await appendAudit(client, auditOf(siteId, 'rule.changed', change.actor, data))
    return true
  })
}

/** Takes a rule out of use; its versions and what it found stay. */
export async function deleteRule(
  db: Database,
  siteId: string,
  id: string,
  actor: string,
): Promise<boolean> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    const { rowCount } = await client.query(
      "UPDATE rules SET deleted_at = now(), mode = 'off' WHERE id = $1 AND site_id = $2 AND deleted_at IS NULL",
      [id, siteId],
    )
    if (rowCount !== 1) return false
    await changeRuleSet(client, siteId)
    await appendAudit(client, auditOf(siteId, 'rule.deleted', actor, { rule: id }))
    return true
  })
}

/** A live rule that acts on more authors than the site allows since its last change. */
export type WildRule = {
  id: string
  siteId: string
  version: number
  authors: number
  comments: number
}

/**
 * Live rules that were changed within the last day, with the distinct authors they acted on since
 * and all comments judged since. Authors, not comments: one refused person tries again and again.
 */
export async function findWatchedRules(db: Database): Promise<WildRule[]> {
  const { rows } = await db.pool.query<WildRule>(
    `SELECT r.id, r.site_id AS "siteId", r.active_version AS version, hits.authors, judged.comments
     FROM rules r
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT h.author_key) AS authors FROM rule_hits h
       WHERE h.site_id = r.site_id AND h.rule = r.id::text AND h.created_at >= r.changed_at
         AND h.rule_version = r.active_version AND h.mode = 'live') hits
     CROSS JOIN LATERAL (
       SELECT count(*) AS comments FROM evaluations e
       WHERE e.site_id = r.site_id AND e.created_at >= r.changed_at) judged
     WHERE r.mode = 'live' AND r.deleted_at IS NULL AND r.changed_at > now() - interval '24 hours'
       AND hits.authors > 0`,
  )
  return rows
}

/**
 * @param limit of authors
 * @returns false when the rule was changed since it was looked at
 */
export async function demoteRule(db: Database, rule: WildRule, limit: number): Promise<boolean> {
  const { id, version, authors, comments } = rule
  const demotion: Demotion = { authors, comments, limit }
  return inTransaction(laneOf(db, rule.siteId), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE rules SET mode = 'shadow', demotion = $3, changed_at = now()
       WHERE id = $1 AND active_version = $2 AND mode = 'live'`,
      [id, version, demotion],
    )
    if (rowCount !== 1) return false
    await changeRuleSet(client, rule.siteId)
    const data = { rule: id, version, authors, comments }
    await appendAudit(client, auditOf(rule.siteId, 'rule.demoted', 'system', data))
    return true
  })
}
