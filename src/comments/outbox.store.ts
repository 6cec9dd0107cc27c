import { type Database, inTransaction } from '../platform/database'

/**
 * Takes promised work out of the outbox and hands it over. The rows go only when `handOver` has
 * returned, so an entry is handed over at least once; several relays never take the same entry.
 * @returns how many entries were taken
 */
export function takeOutbox(
  db: Database,
  most: number,
  handOver: (commentIds: string[]) => Promise<void>,
): Promise<number> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<{ comment_id: string }>({
      name: 'take-outbox',
      text: `DELETE FROM outbox WHERE id IN (
          SELECT id FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING comment_id`,
      values: [most],
    })
    if (rows.length > 0) await handOver(rows.map((row) => row.comment_id))
    return rows.length
  })
}

/**
 * Comments that have been pending for longer than the queue should need, whatever the queue says:
 * promised to it once more. Each waits twice as long as before, so a queue that stands still is not
 * filled with the same work over and over.
 * @returns how many were promised
 */
export async function promiseOverdue(db: Database, most: number): Promise<number> {
  const { rowCount } = await db.pool.query(
    `WITH overdue AS (
      SELECT c.id FROM comments c
      WHERE c.status = 'pending'
        AND c.promised_at < now() - least(interval '5 minutes', interval '30 seconds' * power(2, least(c.promises, 8)))
      ORDER BY c.created_at LIMIT $1 FOR UPDATE SKIP LOCKED),
    noted AS (
      UPDATE comments c SET promised_at = now(), promises = least(c.promises + 1, 100)
      FROM overdue WHERE c.id = overdue.id RETURNING c.id)
    INSERT INTO outbox (comment_id) SELECT id FROM noted`,
    [most],
  )
  return rowCount ?? 0
}
