import type { Database } from '../src/platform/database'

/** Gives comments the age that the demo wants, so that threads read like threads. */
export async function backdate(
  db: Database,
  comments: readonly { id: string; minutesAgo: number }[],
): Promise<void> {
  await db.pool.query(
    `UPDATE comments c SET created_at = now() - interval '1 minute' * age.minutes
     FROM unnest($1::uuid[], $2::int[]) AS age (id, minutes) WHERE c.id = age.id`,
    [comments.map(({ id }) => id), comments.map(({ minutesAgo }) => minutesAgo)],
  )
}

/** Keeps a comment pending: nothing is promised to the queue for a year. */
export async function postpone(db: Database, id: string): Promise<void> {
  await db.pool.query(
    `WITH kept AS (UPDATE comments SET promised_at = now() + interval '1 year' WHERE id = $1)
     DELETE FROM outbox WHERE comment_id = $1`,
    [id],
  )
}
