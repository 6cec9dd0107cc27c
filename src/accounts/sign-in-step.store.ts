import { randomBytes } from 'node:crypto'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { auditOwn } from './own-audit.store'
import { sessionSecretOf, stepHash, stepMinutes } from './session'

/** Who has given the right password and not yet a code. */
export type HalfSignedIn = { moderatorId: string; siteId: string | null }

const recent = `created_at > now() - interval '${stepMinutes} minutes'`

/** @returns the secret for the cookie, which is stored nowhere and opens nothing by itself */
export async function openStep(db: Database, moderatorId: string): Promise<string> {
  const secret = sessionSecretOf(randomBytes(32))
  await db.pool.query(
    `WITH old AS (DELETE FROM sign_in_steps WHERE moderator_id = $2 AND NOT ${recent})
     INSERT INTO sign_in_steps (secret_hash, moderator_id) VALUES ($1, $2)`,
    [stepHash(secret), moderatorId],
  )
  return secret
}

export async function findStep(db: Database, secret: string): Promise<HalfSignedIn | undefined> {
  const { rows } = await db.pool.query<HalfSignedIn>(
    `SELECT m.id AS "moderatorId", m.site_id AS "siteId"
     FROM sign_in_steps s JOIN moderators m ON m.id = s.moderator_id
     WHERE s.secret_hash = $1 AND s.${recent} AND m.disabled_at IS NULL`,
    [stepHash(secret)],
  )
  return rows[0]
}

export async function endStep(db: Database, secret: string): Promise<void> {
  await db.pool.query('DELETE FROM sign_in_steps WHERE secret_hash = $1', [stepHash(secret)])
}

/** A wrong code behind the right password: its owner, or somebody who has found out the password. */
export const recordWrongCode = (db: Database, who: HalfSignedIn) =>
  inTransaction(laneOf(db, who.siteId), (client) =>
    auditOwn(client, who, { type: 'second_factor.refused' }),
  )
