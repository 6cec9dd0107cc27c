import type { Database } from '../platform/database'
import type { PastComment } from './backtest'

export type PastRange = { siteId: string; limit: number; from?: Date | undefined }

const columns = `e.comment_id AS "commentId", c.author_name AS author, c.body, e.features,
  e.bank_hits AS "bankHits", e.findings,
  (SELECT d.action FROM decisions d WHERE d.comment_id = c.id AND d.actor_kind = 'moderator'
    ORDER BY d.version DESC LIMIT 1) AS human`

/** Reading a page takes some milliseconds of the event loop. */
const commentsPerPage = 200

type Page = { before: Date | null; beforeId: string | null; limit: number }

async function readPage(db: Database, { siteId, from }: PastRange, page: Page) {
  const { rows } = await db.pool.query<
    PastComment & { evaluationId: string; judgedAt: Date; isLast: boolean }
  >({
    name: 'past-comments',
    text: `SELECT ${columns}, e.id AS "evaluationId", e.created_at AS "judgedAt",
        c.status <> 'deleted' AND NOT EXISTS (SELECT 1 FROM evaluations later
          WHERE later.comment_id = e.comment_id AND later.created_at > e.created_at) AS "isLast"
      FROM (SELECT * FROM evaluations WHERE site_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)
          AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $5) e
      JOIN comments c ON c.id = e.comment_id
      ORDER BY e.created_at DESC, e.id DESC`,
    values: [siteId, from ?? null, page.before, page.beforeId, page.limit],
  })
  return rows
}

/**
 * The last judged comments of a site, newest first, a page at a time so that nobody else has to wait
 * long; each as it was judged last. Erased ones are left out.
 */
export async function* readPastComments(
  db: Database,
  range: PastRange,
): AsyncGenerator<PastComment[]> {
  let page: Page = { before: null, beforeId: null, limit: Math.min(commentsPerPage, range.limit) }
  for (let left = range.limit; left > 0; left -= page.limit) {
    page = { ...page, limit: Math.min(commentsPerPage, left) }
    const rows = await readPage(db, range, page)
    yield rows.filter(({ isLast }) => isLast)
    const last = rows.at(-1)
    if (!last || rows.length < page.limit) return
    page = { ...page, before: last.judgedAt, beforeId: last.evaluationId }
  }
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

/** The last judged comments of a site, in brief, to choose one from. */
export async function readRecentComments(
  db: Database,
  siteId: string,
  limit: number,
): Promise<{ commentId: string; author: string; body: string }[]> {
  const { rows } = await db.pool.query<{ commentId: string; author: string; body: string }>(
    `SELECT c.id AS "commentId", c.author_name AS author, left(c.body, 60) AS body
     FROM (SELECT comment_id, max(created_at) AS judged_at
       FROM (SELECT comment_id, created_at FROM evaluations WHERE site_id = $1
         ORDER BY created_at DESC LIMIT $2) last GROUP BY 1) e
     JOIN comments c ON c.id = e.comment_id WHERE c.status <> 'deleted' ORDER BY e.judged_at DESC`,
    [siteId, limit],
  )
  return rows
}
