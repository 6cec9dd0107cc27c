import type { Database } from '../platform/database'
import { type Attempt, type Failures, failureMinutes } from './sign-in'

const isRecent = `at > now() - interval '${failureMinutes} minutes'`
const recent = `${isRecent} AND id < $3`

/** Those before the attempt that is counted as `id`, so of many at once only the first get through. */
export async function countFailures(
  db: Database,
  { accountKey, sourceKey }: Attempt,
  id: number,
): Promise<Failures> {
  const { rows } = await db.pool.query<Failures>({
    name: 'sign-in-failures',
    text: `SELECT
        (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND account_key = $1 AND ${recent}) AS "ofAccountFromSource",
        (SELECT count(*) FROM sign_in_failures WHERE source_key = $2 AND ${recent}) AS "fromSource",
        (SELECT count(*) FROM sign_in_failures WHERE account_key = $1 AND ${recent}) AS "ofAccount"`,
    values: [accountKey, sourceKey, id],
  })
  return rows[0] ?? { ofAccountFromSource: 0, fromSource: 0, ofAccount: 0 }
}

/** Counts an attempt as wrong before its password is looked at. @returns its number */
export async function addFailure(db: Database, attempt: Attempt): Promise<number> {
  const { rows } = await db.pool.query<{ id: number }>(
    `WITH old AS (DELETE FROM sign_in_failures WHERE account_key = $1 AND NOT ${isRecent})
     INSERT INTO sign_in_failures (account_key, source_key) VALUES ($1, $2) RETURNING id`,
    [attempt.accountKey, attempt.sourceKey],
  )
  return rows[0]?.id ?? 0
}

/** An attempt that was turned away told nothing, so it does not count. */
export async function dropFailure(db: Database, id: number): Promise<void> {
  await db.pool.query('DELETE FROM sign_in_failures WHERE id = $1', [id])
}

/** After the right password: what this source got wrong before counts no more. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
  await db.pool.query('DELETE FROM sign_in_failures WHERE account_key = $1 AND source_key = $2', [
    attempt.accountKey,
    attempt.sourceKey,
  ])
}
