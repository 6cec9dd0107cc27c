import { type Database, inTransaction, laneOf } from '../platform/database'
import type { TypedEmail } from './email'
import { auditOwn } from './own-audit.store'
import type { SignedIn } from './session'

type Account = { id: string; passwordHash: string; hasSecondFactor: boolean }

const accountWhere = (condition: string): string =>
  `SELECT m.id, m.password_hash AS "passwordHash", f.confirmed_at IS NOT NULL AS "hasSecondFactor"
   FROM moderators m LEFT JOIN second_factors f ON f.moderator_id = m.id
   WHERE ${condition}
     AND m.disabled_at IS NULL AND (m.one_time_until IS NULL OR m.one_time_until > now())`

/** @returns undefined when nobody may sign in by that address */
export async function findPassword(
  db: Database,
  { normal, legacy }: TypedEmail,
): Promise<Account | undefined> {
  const { rows } = await db.pool.query<Account>(
    `${accountWhere('m.email IN ($1, $2)')} ORDER BY m.email = $2 DESC LIMIT 1`,
    [normal, legacy],
  )
  return rows[0]
}

/** @returns the account of a signed-in person; undefined when that person may no longer sign in */
export async function findOwnPassword(
  db: Database,
  { moderatorId }: SignedIn,
): Promise<Account | undefined> {
  const { rows } = await db.pool.query<Account>(accountWhere('m.id = $1'), [moderatorId])
  return rows[0]
}

export async function savePassword(
  db: Database,
  who: SignedIn,
  passwordHash: string,
): Promise<void> {
  await inTransaction(laneOf(db, who.siteId), async (client) => {
    await client.query(
      'UPDATE moderators SET password_hash = $2, one_time_until = NULL WHERE id = $1',
      [who.moderatorId, passwordHash],
    )
    await auditOwn(client, who, { type: 'moderator.password_changed' })
  })
}
