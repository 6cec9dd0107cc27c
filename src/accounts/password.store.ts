import { type Database, inTransaction } from '../platform/database'
import { auditOwn } from './own-audit.store'
import type { SignedIn } from './session'

type Account = { id: string; passwordHash: string; hasSecondFactor: boolean }

/** @param email in lower case. @returns undefined when nobody may sign in by that address */
export async function findPassword(db: Database, email: string): Promise<Account | undefined> {
  const { rows } = await db.pool.query<Account>(
    `SELECT m.id, m.password_hash AS "passwordHash", f.confirmed_at IS NOT NULL AS "hasSecondFactor"
     FROM moderators m LEFT JOIN second_factors f ON f.moderator_id = m.id
     WHERE m.email = $1 AND m.disabled_at IS NULL AND (m.one_time_until IS NULL OR m.one_time_until > now())`,
    [email.replaceAll('\0', '')],
  )
  return rows[0]
}

export async function savePassword(
  db: Database,
  who: SignedIn,
  passwordHash: string,
): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query(
      'UPDATE moderators SET password_hash = $2, one_time_until = NULL WHERE id = $1',
      [who.moderatorId, passwordHash],
    )
    await auditOwn(client, who, { type: 'moderator.password_changed' })
  })
}
