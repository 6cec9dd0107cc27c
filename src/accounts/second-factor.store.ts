import type { PoolClient } from 'pg'
import { systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { auditOwn } from './own-audit.store'

type Owner = { moderatorId: string; siteId: string | null }

export type SecondFactor = {
  sealedSecret: Buffer
  /** null: a code has not confirmed it yet, so it does not count. */
  confirmedAt: Date | null
  recoveryCodes: number
}

export async function findSecondFactor(
  db: Database,
  moderatorId: string,
): Promise<SecondFactor | undefined> {
  const { rows } = await db.pool.query<SecondFactor>(
    `SELECT sealed_secret AS "sealedSecret", confirmed_at AS "confirmedAt",
       (SELECT count(*) FROM recovery_codes r WHERE r.moderator_id = f.moderator_id) AS "recoveryCodes"
     FROM second_factors f WHERE moderator_id = $1`,
    [moderatorId],
  )
  return rows[0]
}

/** Keeps a secret that is to be confirmed. @returns false when one counts already */
export async function offerSecret(
  db: Database,
  moderatorId: string,
  sealedSecret: Buffer,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `INSERT INTO second_factors (moderator_id, sealed_secret) VALUES ($1, $2)
     ON CONFLICT (moderator_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = now()
       WHERE second_factors.confirmed_at IS NULL`,
    [moderatorId, sealedSecret],
  )
  return rowCount === 1
}

/** @returns false when there is nothing to confirm, or another secret was offered meanwhile */
export function switchOn(
  db: Database,
  owner: Owner,
  confirmed: { sealedSecret: Buffer; step: number; codeHashes: readonly Buffer[] },
): Promise<boolean> {
  return inTransaction(laneOf(db, owner.siteId), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE second_factors SET confirmed_at = now(), last_step = $3
       WHERE moderator_id = $1 AND confirmed_at IS NULL AND sealed_secret = $2`,
      [owner.moderatorId, confirmed.sealedSecret, confirmed.step],
    )
    if (!rowCount) return false
    await insertCodes(client, owner, confirmed.codeHashes)
    await auditOwn(client, owner, { type: 'second_factor.switched_on' })
    return true
  })
}

const insertCodes = (client: PoolClient, { moderatorId }: Owner, hashes: readonly Buffer[]) =>
  client.query(
    'INSERT INTO recovery_codes (moderator_id, code_hash) SELECT $1, unnest($2::bytea[])',
    [moderatorId, hashes],
  )

/** @returns false when there is no second factor */
export function replaceRecoveryCodes(
  db: Database,
  owner: Owner,
  hashes: readonly Buffer[],
): Promise<boolean> {
  return inTransaction(laneOf(db, owner.siteId), async (client) => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM second_factors WHERE moderator_id = $1 AND confirmed_at IS NOT NULL FOR UPDATE`,
      [owner.moderatorId],
    )
    if (!rowCount) return false
    await client.query('DELETE FROM recovery_codes WHERE moderator_id = $1', [owner.moderatorId])
    await insertCodes(client, owner, hashes)
    const data = { codes: hashes.length }
    await auditOwn(client, owner, { type: 'second_factor.codes_made', data })
    return true
  })
}

/** @returns false when there was none, or nobody within the reach of `siteId` has that id */
export function removeSecondFactor(
  db: Database,
  { moderatorId, siteId }: Owner,
  by: { actor: string; type: 'second_factor.switched_off' | 'second_factor.reset' },
): Promise<boolean> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    const { rows } = await client.query<{ siteId: string | null }>(
      `DELETE FROM second_factors f USING moderators m
       WHERE m.id = f.moderator_id AND m.id = $1 AND m.disabled_at IS NULL
         AND ($2::uuid IS NULL OR m.site_id = $2) AND f.confirmed_at IS NOT NULL
       RETURNING m.site_id AS "siteId"`,
      [moderatorId, siteId],
    )
    const [removed] = rows
    if (!removed) return false
    await appendAudit(client, {
      chain: removed.siteId ?? systemChain,
      type: by.type,
      actor: by.actor,
      data: { moderator: moderatorId },
    })
    return true
  })
}

/** Spends a code. @returns false when it, or a later one, was used before */
export async function spendStep(db: Database, moderatorId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `UPDATE second_factors SET last_step = $2
     WHERE moderator_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2`,
    [moderatorId, step],
  )
  return rowCount === 1
}

/** Spends a recovery code. @returns false when it is none, or was used before */
export function spendRecoveryCode(db: Database, owner: Owner, hash: Buffer): Promise<boolean> {
  return inTransaction(laneOf(db, owner.siteId), async (client) => {
    const { rows } = await client.query<{ left: number }>(
      `WITH spent AS (DELETE FROM recovery_codes WHERE moderator_id = $1 AND code_hash = $2 RETURNING 1)
       SELECT count(*) - 1 AS left FROM recovery_codes WHERE moderator_id = $1
       HAVING EXISTS (SELECT 1 FROM spent)`,
      [owner.moderatorId, hash],
    )
    const [spent] = rows
    if (!spent) return false
    const data = { left: spent.left }
    await auditOwn(client, owner, { type: 'second_factor.recovery_code_used', data })
    return true
  })
}
