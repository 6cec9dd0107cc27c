import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { AuthorRole } from '../rules/features'

/** The role of the author of a comment `c`, in SQL. */
export const authorRole = `coalesce((SELECT m.role FROM author_marks m
  WHERE m.site_id = c.site_id AND m.author_key = c.author_key), 'reader')`

type Row = { siteId: string; authorKey: Uint8Array }

/**
 * Says what the author of a comment is to its site, from the next comment on. An author is known by
 * name and network, so somebody who writes from another network is a reader again.
 * @param siteId of the caller; null may mark authors of every site
 * @returns false for a comment that does not exist, or whose author has been erased
 */
export async function markAuthor(
  db: Database,
  comment: { id: string; siteId: string | null },
  role: AuthorRole,
  actor: string,
): Promise<boolean> {
  return inTransaction(laneOf(db, comment.siteId), async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT site_id AS "siteId", author_key AS "authorKey" FROM comments
       WHERE id = $1 AND ($2::uuid IS NULL OR site_id = $2) AND author_key <> ''`,
      [comment.id, comment.siteId],
    )
    const [author] = rows
    if (!author) return false
    const key = [author.siteId, author.authorKey]
    if (role === 'reader') {
      await client.query('DELETE FROM author_marks WHERE site_id = $1 AND author_key = $2', key)
    } else {
      await client.query(
        `INSERT INTO author_marks (site_id, author_key, role, marked_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (site_id, author_key) DO UPDATE SET role = excluded.role,
           marked_by = excluded.marked_by, created_at = now()`,
        [...key, role, actor],
      )
    }
    const { siteId: chain } = author
    const data = { role }
    const event = { chain, type: 'author.marked', actor, commentId: comment.id, data } as const
    await appendAudit(client, event)
    return true
  })
}
