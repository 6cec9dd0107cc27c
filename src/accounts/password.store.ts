import { systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import type { SignedIn } from './session'

/** @param email in lower case. @returns undefined when nobody may sign in by that address */
export async function findPassword(
  db: Database,
  email: string,
): Promise<{ id: string; passwordHash: string } | undefined> {
  const { rows } = await db.pool.query<{ id: string; passwordHash: string }>(
    `SELECT id, password_hash AS "passwordHash" FROM moderators WHERE email = $1 AND disabled_at IS NULL`,
    [email.replaceAll('\0', '')],
  )
  return rows[0]
}

export async function savePassword(
  db: Database,
  { moderatorId, siteId }: SignedIn,
  passwordHash: string,
): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('UPDATE moderators SET password_hash = $2 WHERE id = $1', [
      moderatorId,
      passwordHash,
    ])
    await appendAudit(client, {
      chain: siteId ?? systemChain,
      type: 'moderator.password_changed',
      actor: `moderator:${moderatorId}`,
    })
  })
}
