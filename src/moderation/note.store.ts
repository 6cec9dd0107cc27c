import { type Database, laneOf } from '../platform/database'
import { uuidv7 } from '../platform/uuid'

/** Longest note, of a decision too, in characters. */
export const longestNote = 2000

export type Note = { id: string; text: string; by: string; created_at: Date }

/**
 * Tells other moderators something about a comment without deciding on it.
 * @param comment `siteId` limits what is found; null finds a comment of every site
 * @returns undefined for a comment that does not exist or was erased
 */
export async function addNote(
  db: Database,
  comment: { id: string; siteId: string | null },
  note: { text: string; actor: string },
): Promise<Note | undefined> {
  const { rows } = await laneOf(db, comment.siteId).pool.query<Note>(
    `WITH noted AS (
        INSERT INTO comment_notes (id, comment_id, text, actor)
        SELECT $3, id, $4, $5 FROM comments
        WHERE id = $1 AND ($2::uuid IS NULL OR site_id = $2) AND status <> 'deleted' FOR KEY SHARE
        RETURNING *),
      audited AS (
        INSERT INTO audit_events (chain, type, comment_id, actor, data)
        SELECT c.site_id, 'comment.noted', c.id, n.actor, jsonb_build_object('note', n.id)
        FROM noted n JOIN comments c ON c.id = n.comment_id)
    SELECT id, text, actor AS by, created_at FROM noted`,
    [comment.id, comment.siteId, uuidv7(), note.text, note.actor],
  )
  return rows[0]
}
