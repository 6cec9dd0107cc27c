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

/** Cards in the order of their ids; what is not of these sites is left out. */
export async function findCards(
  db: Database,
  commentIds: readonly string[],
  siteIds: readonly string[],
): Promise<QueueItem[]> {
  if (commentIds.length === 0) return []
  const { rows } = await db.pool.query<QueueItem>({
    name: 'cards-by-id',
    text: `SELECT ${cardColumns} FROM comments c ${cardJoins} WHERE c.id = ANY($1) AND c.site_id = ANY($2)`,
    values: [commentIds, siteIds],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return commentIds.flatMap((id) => byId.get(id) ?? [])
}
