import type { Database } from '../platform/database'
import { cardColumns, cardJoins, type QueueItem } from './queue.store'

/** One card by the comment's id, wherever it stands; undefined when it is not of these sites. */
export async function findCard(
  db: Database,
  commentId: string,
  siteIds: readonly string[],
): Promise<QueueItem | undefined> {
  const { rows } = await db.pool.query<QueueItem>({
    name: 'card-by-id',
    text: `SELECT ${cardColumns} FROM comments c ${cardJoins} WHERE c.id = $1 AND c.site_id = ANY($2)`,
    values: [commentId, siteIds],
  })
  return rows[0]
}
