import type { Status } from '../comments/comment'
import type { Database } from '../platform/database'
import { appealedDecider } from './appeal'
import type { NewsPlace } from './news-place'
import type { QueueState } from './queue.store'

/** Something happened to a comment: it came in, was decided on, reported, edited or deleted. */
export type QueueChange = {
  siteId: string
  /** Its place in the site's chain of events. */
  seq: number
  commentId: string
  type: string
  /** Where it stands since then; `lead` where it went to the owner; null where it did not move. */
  status: Status | 'lead' | null
  /** Of the comment since then; null where it is as it was. */
  version: number | null
  /** The tabs that it came into. */
  into: QueueState[]
  /** Of an appeal: who decided what it is against, and is not to answer it. */
  notFor: string | null
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

/** Where the news of some sites have come to. */
export async function placeNow(db: Database, siteIds: readonly string[]): Promise<NewsPlace> {
  const ends = await chainEnds(db)
  return new Map(siteIds.flatMap((id) => (ends.has(id) ? [[id, ends.get(id) ?? 0]] : [])))
}

export const mostChanges = 500

type Row = Omit<QueueChange, 'into'> & { isSample: boolean }

/** The events of a site's comments between two of its chain: every change to a comment writes one. */
export async function changesBetween(
  db: Database,
  siteId: string,
  { after, until }: { after: number; until: number },
): Promise<QueueChange[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'queue-changes',
    text: `SELECT e.chain AS "siteId", e.seq, e.comment_id AS "commentId", e.type, e.actor,
        CASE WHEN e.type IN ('comment.submitted', 'comment.edited') THEN 'pending'
          WHEN e.type = 'comment.deleted' THEN 'deleted'
          WHEN e.data->>'queue' = 'lead' THEN 'lead' ELSE e.data->>'to' END AS status,
        (e.data->>'version')::int AS version, e.type IN ('comment.decided', 'decision.undone') AND EXISTS (
          SELECT 1 FROM review_items i WHERE i.comment_id = e.comment_id
            AND i.queue = 'sample' AND i.closed_at IS NULL) AS "isSample",
        CASE WHEN e.type = 'comment.appealed' THEN
          (SELECT 'moderator:' || ${appealedDecider} FROM comments c WHERE c.id = e.comment_id) END AS "notFor"
      FROM audit_events e WHERE e.chain = $1 AND e.seq > $2 AND e.seq <= $3 AND e.comment_id IS NOT NULL
      ORDER BY e.seq DESC LIMIT ${mostChanges}`,
    values: [siteId, after, until],
  })
  return rows.reverse().map(({ isSample, ...row }) => ({ ...row, into: tabsOf(row, isSample) }))
}

function tabsOf({ type, status }: Omit<QueueChange, 'into'>, isSample: boolean): QueueState[] {
  if (type === 'comment.reported') return ['reported']
  if (type === 'comment.appealed') return ['appealed']
  if (status === null || status === 'deleted') return []
  return isSample ? [status, 'sampled'] : [status]
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
