import type { Database } from '../platform/database'

/** Longer than the queue's time limit. After it, the entries of a relay that died can be taken again. */
const leaseSeconds = 10

/** An entry of the outbox that a relay has leased. */
type Taken = { id: number; comment_id: string }

const take = {
  name: 'take-outbox',
  text: `UPDATE outbox SET taken_until = now() + interval '${leaseSeconds} seconds' WHERE id IN (
      SELECT id FROM outbox WHERE taken_until IS NULL OR taken_until < now()
      ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING id, comment_id`,
}
const handedOver = { name: 'outbox-handed-over', text: 'DELETE FROM outbox WHERE id = ANY($1)' }

/**
 * Leases entries of the outbox and passes their comment ids to `handOver`. Entries are deleted only after
 * `handOver` has returned, so each is handed over at least once. Concurrent relays never lease the same
 * entry. No transaction is open during `handOver`, because the queue may be slow.
 * @returns the number of entries taken
 */
export async function takeOutbox(
  db: Database,
  most: number,
  handOver: (commentIds: string[]) => Promise<void>,
): Promise<number> {
  const { rows } = await db.pool.query<Taken>({ ...take, values: [most] })
  if (rows.length === 0) return 0
  const taken = rows.toSorted((a, b) => a.id - b.id)
  const ids = taken.map(({ id }) => id)
  try {
    await handOver(taken.map((row) => row.comment_id))
  } catch (error) {
    // if this fails too, the lease ends and another relay takes the entries
    await giveBack(db, ids).catch(() => undefined)
    throw error
  }
  await db.pool.query({ ...handedOver, values: [ids] })
  return taken.length
}

/** Ends the lease early, so that the next round can take the entries. */
async function giveBack(db: Database, ids: readonly number[]): Promise<void> {
  await db.pool.query('UPDATE outbox SET taken_until = NULL WHERE id = ANY($1)', [ids])
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
