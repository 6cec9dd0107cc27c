import type { Status } from '../comments/comment'
import type { Database } from '../platform/database'

/** Something happened to a comment: it came in, was decided on, reported, edited or deleted. */
export type QueueChange = {
  siteId: string
  commentId: string
  type: string
  /** Where it stands after a decision; `lead` where it went to the owner. */
  status: Status | 'lead' | null
  actor: string
}

/** How far each site's chain of events has come. */
export async function chainEnds(db: Database): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ chain: string; seq: number }>({
    name: 'chain-ends',
    text: 'SELECT chain, seq FROM audit_heads',
  })
  return new Map(rows.map(({ chain, seq }) => [chain, seq]))
}

const mostChanges = 500

/** The last events of a site's comments after `seq`: every change to a comment writes one. */
export async function changesAfter(
  db: Database,
  siteId: string,
  seq: number,
): Promise<QueueChange[]> {
  const { rows } = await db.pool.query<QueueChange>({
    name: 'queue-changes',
    text: `SELECT chain AS "siteId", comment_id AS "commentId", type,
        CASE WHEN data->>'queue' = 'lead' THEN 'lead' ELSE data->>'to' END AS status, actor
      FROM audit_events WHERE chain = $1 AND seq > $2 AND comment_id IS NOT NULL
      ORDER BY seq DESC LIMIT ${mostChanges}`,
    values: [siteId, seq],
  })
  return rows.reverse()
}

/** Those of the comments that are in a section. */
export async function ofSection(
  db: Database,
  commentIds: readonly string[],
  section: string,
): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'comments-of-section',
    text: `SELECT c.id FROM comments c JOIN articles a ON a.id = c.article_id
      WHERE c.id = ANY($1) AND a.section = $2`,
    values: [commentIds, section],
  })
  return new Set(rows.map(({ id }) => id))
}
