import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { uuidv7 } from '../platform/uuid'
import { auditOwn } from './own-audit.store'
import { idleHours, type SignedIn, sessionHash, sessionHours, sessionSecretOf } from './session'

const alive = `m.disabled_at IS NULL AND s.created_at > now() - interval '${sessionHours} hours'
  AND s.last_seen_at > now() - interval '${idleHours} hours'`

/** @returns the secret for the cookie, which is stored nowhere */
export async function openSession(db: Database, moderatorId: string): Promise<string> {
  const secret = sessionSecretOf(randomBytes(32))
  await inTransaction(laneOf(db, null), async (client) => {
    await client.query(
      `DELETE FROM sessions WHERE moderator_id = $1 AND created_at < now() - interval '${sessionHours} hours'`,
      [moderatorId],
    )
    const { rows } = await client.query<{ site_id: string | null }>(
      `WITH opened AS (INSERT INTO sessions (id, secret_hash, moderator_id) VALUES ($1, $2, $3))
       SELECT site_id FROM moderators WHERE id = $3`,
      [uuidv7(), sessionHash(secret), moderatorId],
    )
    const siteId = rows[0]?.site_id ?? null
    await auditOwn(client, { moderatorId, siteId }, { type: 'moderator.signed_in' })
  })
  return secret
}

/** Role and site are read anew at every request, so what an owner changes counts at once. */
const bySecret = {
  name: 'session-by-secret',
  text: `SELECT s.id AS "sessionId", m.id AS "moderatorId", m.name, m.email, m.role, m.site_id AS "siteId",
      m.language, m.mask_words AS "masksWords", m.one_time_until IS NOT NULL AS "hasToChangePassword",
      s.last_seen_at < now() - interval '1 minute' AS stale
    FROM sessions s JOIN moderators m ON m.id = s.moderator_id WHERE s.secret_hash = $1 AND ${alive}`,
}

type Found = { signedIn: SignedIn; stale: boolean }

async function find(db: Database, secret: string): Promise<Found | undefined> {
  const { rows } = await db.pool.query<SignedIn & { stale: boolean }>({
    ...bySecret,
    values: [sessionHash(secret)],
  })
  if (!rows[0]) return undefined
  const { stale, ...signedIn } = rows[0]
  return { signedIn, stale }
}

/**
 * Finds a session without using it: it grows idle all the same.
 * @returns undefined for a session that is unknown, ended, too old, or of a disabled moderator
 */
export const findSession = async (db: Database, secret: string): Promise<SignedIn | undefined> =>
  (await find(db, secret))?.signedIn

/** Finds a session of which somebody asks for something: it is idle from now on. */
export async function useSession(db: Database, secret: string): Promise<SignedIn | undefined> {
  const found = await find(db, secret)
  if (found?.stale)
    await db.pool.query('UPDATE sessions SET last_seen_at = now() WHERE id = $1', [
      found.signedIn.sessionId,
    ])
  return found?.signedIn
}

/** Which of these sessions still stand; asking does not keep them alive. */
export async function standingSessions(
  db: Database,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT s.id FROM sessions s JOIN moderators m ON m.id = s.moderator_id
     WHERE s.id = ANY($1) AND ${alive}`,
    [sessionIds],
  )
  return new Set(rows.map(({ id }) => id))
}

export async function endSession(db: Database, secret: string): Promise<void> {
  await db.pool.query('DELETE FROM sessions WHERE secret_hash = $1', [sessionHash(secret)])
}

/** Signs a moderator out everywhere; who is half-way through signing in begins anew. */
export const endSessions = (db: Database, moderatorId: string): Promise<void> =>
  signOut(db.pool, moderatorId)

/** The same in the caller's transaction. */
export async function signOut(
  client: Pick<PoolClient, 'query'>,
  moderatorId: string,
): Promise<void> {
  await client.query(
    `WITH half_way AS (DELETE FROM sign_in_steps WHERE moderator_id = $1)
     DELETE FROM sessions WHERE moderator_id = $1`,
    [moderatorId],
  )
}

/** How many places a moderator is signed in at. */
export async function countSessions(db: Database, moderatorId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*) FROM sessions s JOIN moderators m ON m.id = s.moderator_id
     WHERE m.id = $1 AND ${alive}`,
    [moderatorId],
  )
  return rows[0]?.count ?? 0
}
