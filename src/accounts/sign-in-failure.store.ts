import type { Database } from '../platform/database'
import { type Attempt, type Failures, failureMinutes } from './sign-in'

const recent = `at > now() - interval '${failureMinutes} minutes'`

export async function countFailures(
  db: Database,
  { accountKey, sourceKey }: Attempt,
): Promise<Failures> {
  const { rows } = await db.pool.query<Failures>({
    name: 'sign-in-failures',
    text: `SELECT
        (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND account_key = $1 AND ${recent}) AS "ofAccountFromSource",
        (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND ${recent}) AS "fromSource",
        (SELECT count(*) FROM sign_in_failures WHERE account_key = $1 AND ${recent}) AS "ofAccount"`,
    values: [accountKey, sourceKey],
  })
  return rows[0] ?? { ofAccountFromSource: 0, fromSource: 0, ofAccount: 0 }
}

/** Counts one before the password is looked at, so that many at once cannot slip through. */
export async function addFailure(db: Database, attempt: Attempt): Promise<void> {
  await db.pool.query(
    `WITH old AS (DELETE FROM sign_in_failures WHERE account_key = $1 AND NOT ${recent})
     INSERT INTO sign_in_failures (account_key, source_key) VALUES ($1, $2)`,
    [attempt.accountKey, attempt.sourceKey],
  )
}

/** After the right password: what this source got wrong before counts no more. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
  await db.pool.query('DELETE FROM sign_in_failures WHERE account_key = $1 AND source_key = $2', [
    attempt.accountKey,
    attempt.sourceKey,
  ])
}
