import type { Database } from '../platform/database'

/** More than these nobody chooses from; rules name a handful. */
const mostQueues = 50

/**
 * The queues in which something of these sites waits for moderators: the usual one and those that
 * rules name, but for those with a tab of their own.
 */
export async function listQueues(db: Database, siteIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ queue: string }>({
    name: 'queues',
    text: `SELECT DISTINCT queue FROM review_items
      WHERE site_id = ANY($1) AND closed_at IS NULL AND queue NOT IN ('lead', 'sample')
      ORDER BY queue LIMIT ${mostQueues}`,
    values: [siteIds],
  })
  return rows.map(({ queue }) => queue)
}

/** Those of the comments that wait in a queue. */
export async function ofQueue(
  db: Database,
  commentIds: readonly string[],
  queue: string,
): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'comments-of-queue',
    text: `SELECT comment_id AS id FROM review_items
      WHERE comment_id = ANY($1) AND queue = $2 AND closed_at IS NULL`,
    values: [commentIds, queue],
  })
  return new Set(rows.map(({ id }) => id))
}
