import type { Database } from '../platform/database'

/** Of all sites together. */
export async function countByStatus(db: Database): Promise<{ status: string; count: number }[]> {
  const { rows } = await db.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*) FROM comments GROUP BY status',
  )
  return rows
}

/** Age in seconds of the oldest comment that is not judged yet, 0 where there is none. */
export async function oldestPendingSeconds(db: Database): Promise<number> {
  // an edit starts anew; what was put off, as one comment of the demo, is not late
  const { rows } = await db.pool.query<{ age: number }>(
    `SELECT coalesce(extract(epoch FROM now() - min(coalesce(edited_at, created_at))), 0)::float8 AS age
     FROM comments WHERE status = 'pending' AND promised_at <= now()`,
  )
  return rows[0]?.age ?? 0
}
