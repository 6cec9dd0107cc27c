import type { Database } from '../platform/database'
import { uuidv7 } from '../platform/uuid'

export type NewReport = { commentId: string; reason: string; detail: string; networkKey: Buffer }

/**
 * A reader's report on a public comment; one of each network counts.
 * @returns false when there is no such public comment
 */
export async function saveReport(db: Database, report: NewReport): Promise<boolean> {
  const { rows } = await db.pool.query<{ found: boolean }>(
    `WITH target AS (SELECT id, site_id FROM comments WHERE id = $2 AND status = 'approved'),
      reported AS (
        INSERT INTO reports (id, comment_id, site_id, reason, detail, network_key)
        SELECT $1, id, site_id, $3, $4, $5 FROM target
        ON CONFLICT (comment_id, network_key) DO NOTHING RETURNING comment_id, site_id),
      opened AS (
        INSERT INTO review_items (id, comment_id, site_id) SELECT $1, comment_id, site_id FROM reported
        ON CONFLICT (comment_id) DO UPDATE SET closed_at = NULL,
          queue = CASE WHEN review_items.closed_at IS NULL THEN review_items.queue ELSE excluded.queue END),
      audited AS (
        INSERT INTO audit_events (chain, type, comment_id, actor, data)
        SELECT site_id, 'comment.reported', comment_id, 'reader', jsonb_build_object('reason', $3::text) FROM reported)
    SELECT EXISTS (SELECT 1 FROM target) AS found`,
    [uuidv7(), report.commentId, report.reason, report.detail, report.networkKey],
  )
  return rows[0]?.found ?? false
}

/** The site of a comment, for the key that its reports are counted by. */
export async function siteOfComment(db: Database, commentId: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ siteId: string }>(
    'SELECT site_id AS "siteId" FROM comments WHERE id = $1',
    [commentId],
  )
  return rows[0]?.siteId
}
