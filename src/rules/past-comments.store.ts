import type { Database } from '../platform/database'
import type { PastComment } from './backtest'

export type PastRange = { siteId: string; limit: number; from?: Date | undefined }

const columns = `e.comment_id AS "commentId", c.author_name AS author, c.body, e.features,
  e.bank_hits AS "bankHits", e.findings,
  (SELECT d.action FROM decisions d WHERE d.comment_id = c.id AND d.actor_kind = 'moderator'
    ORDER BY d.version DESC LIMIT 1) AS human`

/** The last judged comments of a site, newest first, each as it was judged last; erased ones are left out. */
export async function readPastComments(db: Database, range: PastRange): Promise<PastComment[]> {
  const { rows } = await db.pool.query<PastComment>({
    name: 'past-comments',
    text: `SELECT ${columns} FROM (
        SELECT * FROM evaluations WHERE site_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)
        ORDER BY created_at DESC LIMIT $3) e
      JOIN comments c ON c.id = e.comment_id AND c.status <> 'deleted'
      WHERE NOT EXISTS (SELECT 1 FROM evaluations later
        WHERE later.comment_id = e.comment_id AND later.created_at > e.created_at)
      ORDER BY e.created_at DESC`,
    values: [range.siteId, range.from ?? null, range.limit],
  })
  return rows
}

/** One comment of a site as it was judged last. */
export async function readPastComment(
  db: Database,
  siteId: string,
  commentId: string,
): Promise<PastComment | undefined> {
  const { rows } = await db.pool.query<PastComment>(
    `SELECT ${columns} FROM evaluations e JOIN comments c ON c.id = e.comment_id
     WHERE e.comment_id = $2 AND e.site_id = $1 AND c.status <> 'deleted' ORDER BY e.created_at DESC LIMIT 1`,
    [siteId, commentId],
  )
  return rows[0]
}
