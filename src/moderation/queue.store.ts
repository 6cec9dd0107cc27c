import type { Status } from '../comments/comment'
import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'
import type { Finding } from '../rules/finding'
import type { Scores } from '../scoring/score'
import { waitsForLead } from './lead'

export const queueStates = [
  'held',
  'pending',
  'approved',
  'rejected',
  'spam',
  'reported',
  'appealed',
  'sampled',
  'lead',
] as const
export type QueueState = (typeof queueStates)[number]
export const queueSorts = ['priority', 'oldest', 'newest', 'risk'] as const
export type QueueSort = (typeof queueSorts)[number]

export type QueueItem = {
  id: string
  site: string
  article: { slug: string; title: string }
  queue: string
  parent_id: string | null
  author: string
  body: string
  status: Status
  version: number
  created_at: Date
  edited_at: Date | null
  scores: Partial<Scores>
  findings: Finding[]
  reason: string | null
  priority: number
  risk: number
  reports: number
  appeal: string | null
  claimed_by: string | null
  claim_until: Date | null
}

export type QueueQuery = {
  siteIds: readonly string[]
  state: QueueState
  sort: QueueSort
  limit: number
  cursor?: string | undefined
}

export type QueuePage = { items: QueueItem[]; next_cursor: string | null; total: number }

const open = (table: 'reports' | 'appeals') =>
  `c.id IN (SELECT o.comment_id FROM ${table} o WHERE o.site_id = s.id AND o.resolved_at IS NULL)`

/** Written out, not passed in: the planner picks partial indexes by the text. */
const conditions: Record<QueueState, string> = {
  held: `c.status = 'held' AND NOT ${waitsForLead}`,
  pending: "c.status = 'pending'",
  approved: "c.status = 'approved'",
  rejected: "c.status = 'rejected'",
  spam: "c.status = 'spam'",
  reported: `c.status <> 'deleted' AND ${open('reports')}`,
  appealed: `c.status <> 'deleted' AND ${open('appeals')}`,
  sampled: `c.status IN ('rejected', 'spam') AND c.id IN (SELECT o.comment_id FROM review_items o
    WHERE o.site_id = s.id AND o.queue = 'sample' AND o.closed_at IS NULL)`,
  lead: `c.status <> 'deleted' AND c.id IN (SELECT o.comment_id FROM review_items o
    WHERE o.site_id = s.id AND o.queue = 'lead' AND o.closed_at IS NULL)`,
}

const after = '(created_at, id) > ($4::timestamptz, $5::uuid)'
/** `$3` is the number that the list is sorted by first, where there is one. */
const orders: Record<QueueSort, { order: string; beyond: string }> = {
  priority: {
    order: 'priority DESC, created_at, id',
    beyond: `priority <= $3::real AND (priority < $3::real OR ${after})`,
  },
  risk: {
    order: 'risk DESC, created_at, id',
    beyond: `risk <= $3::real AND (risk < $3::real OR ${after})`,
  },
  oldest: { order: 'created_at, id', beyond: `$3::real IS NOT NULL AND ${after}` },
  newest: {
    order: 'created_at DESC, id DESC',
    beyond: '$3::real IS NOT NULL AND (created_at, id) < ($4::timestamptz, $5::uuid)',
  },
}

/** The columns of a card, for comments `c` that a `page` names. */
export const cardColumns = `c.id, s.slug AS site, json_build_object('slug', a.slug, 'title', a.title) AS article,
  CASE WHEN i.queue = 'lead' AND i.closed_at IS NOT NULL THEN 'default' ELSE coalesce(i.queue, 'default') END AS queue, c.parent_id, c.author_name AS author, c.body, c.status, c.version, c.created_at, c.edited_at,
  coalesce(e.scores, '{}') AS scores, coalesce(e.findings, '[]') AS findings, d.reason, c.priority, c.risk,
  (SELECT count(*) FROM reports r WHERE r.comment_id = c.id AND r.resolved_at IS NULL) AS reports,
  (SELECT p.text FROM appeals p WHERE p.comment_id = c.id AND p.resolved_at IS NULL LIMIT 1) AS appeal,
  CASE WHEN i.claim_until > now() THEN i.claimed_by END AS claimed_by,
  CASE WHEN i.claim_until > now() THEN i.claim_until END AS claim_until`

export const cardJoins = `JOIN sites s ON s.id = c.site_id JOIN articles a ON a.id = c.article_id
  LEFT JOIN review_items i ON i.comment_id = c.id
  LEFT JOIN LATERAL (SELECT scores, findings FROM evaluations
    WHERE comment_id = c.id ORDER BY created_at DESC LIMIT 1) e ON true
  LEFT JOIN LATERAL (SELECT reason FROM decisions
    WHERE comment_id = c.id ORDER BY version DESC LIMIT 1) d ON true`

/** One page of a queue. @returns undefined when the cursor is none of this list */
export async function readQueue(db: Database, query: QueueQuery): Promise<QueuePage | undefined> {
  const place = query.cursor === undefined ? null : readPlace(query.cursor)
  if (place === undefined) return undefined
  const condition = conditions[query.state]
  const { order, beyond } = orders[query.sort]
  const rowsAfter = place ? `AND ${beyond}` : ''
  const { rows } = await db.pool.query<QueueItem>({
    name: `queue-${query.state}-${query.sort}-${place ? 'next' : 'first'}`,
    text: `SELECT ${cardColumns} FROM (
        SELECT page.* FROM unnest($1::uuid[]) s (id) CROSS JOIN LATERAL (
          SELECT c.id, c.created_at, c.priority, c.risk FROM comments c
          WHERE c.site_id = s.id AND ${condition} ${rowsAfter} ORDER BY ${order} LIMIT $2) page
        ORDER BY ${order} LIMIT $2) page
      JOIN comments c ON c.id = page.id ${cardJoins}
      ORDER BY ${order.replace(/(priority|risk|created_at|id\b)/g, 'page.$1')}`,
    values: [query.siteIds, query.limit + 1, ...(place ?? [])],
  })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  const more = rows.length > query.limit && last
  return {
    items,
    next_cursor: more
      ? cursorOf([
          query.sort === 'risk' ? last.risk : last.priority,
          last.created_at.getTime(),
          last.id,
        ])
      : null,
    total: await countQueue(db, query.siteIds, query.state),
  }
}

function readPlace(text: string): [number, Date, string] | undefined {
  const values = readCursor(text, ['number', 'number', 'string'] as const)
  if (!values || !isInCalendar(values[1]) || !isUuid(values[2])) return undefined
  // a double that no `real` comes near would be refused by the database
  return [Math.fround(values[0]), new Date(values[1]), values[2]]
}

async function countQueue(
  db: Database,
  siteIds: readonly string[],
  state: QueueState,
): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>({
    name: `queue-count-${state}`,
    text: `SELECT count(*) FROM unnest($1::uuid[]) s (id) JOIN comments c ON c.site_id = s.id WHERE ${conditions[state]}`,
    values: [siteIds],
  })
  return rows[0]?.count ?? 0
}
