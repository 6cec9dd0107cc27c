import { type Database, inTransaction } from '../platform/database'
import { type Attempt, type Failures, failureMinutes } from './sign-in'

const recent = `at > now() - interval '${failureMinutes} minutes'`

const count = `SELECT
    (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND account_key = $1 AND ${recent}) AS "ofAccountFromSource",
    (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND ${recent}) AS "fromSource",
    (SELECT count(*) FROM sign_in_failures WHERE account_key = $1 AND ${recent}) AS "ofAccount"`

/** Reads the counts without adding an attempt, so that a throttled one is refused before it queues. */
export async function readFailures(
  db: Database,
  { accountKey, sourceKey }: Attempt,
): Promise<Failures> {
  const { rows } = await db.pool.query<Failures>(count, [accountKey, sourceKey])
  return rows[0] ?? { ofAccountFromSource: 0, fromSource: 0, ofAccount: 0 }
}

/**
 * Counts an attempt as wrong before its password is looked at, unless it is turned away for what
 * was counted before; those on one account one after the other, so many at once cannot slip through.
 * @returns whether the password is looked at
 */
export async function admitAttempt(
  db: Database,
  { accountKey, sourceKey }: Attempt,
  isTurnedAway: (failures: Failures) => boolean,
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const keys = [accountKey, sourceKey]
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))", [
      accountKey,
    ])
    const { rows } = await client.query<Failures>(count, keys)
    if (!rows[0] || isTurnedAway(rows[0])) return false
    await client.query(
      `WITH old AS (DELETE FROM sign_in_failures WHERE account_key = $1 AND NOT ${recent})
       INSERT INTO sign_in_failures (account_key, source_key) VALUES ($1, $2)`,
      keys,
    )
    return true
  })
}

/** After the right password: what this source got wrong before counts no more. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
  await db.pool.query('DELETE FROM sign_in_failures WHERE account_key = $1 AND source_key = $2', [
    attempt.accountKey,
    attempt.sourceKey,
  ])
}
