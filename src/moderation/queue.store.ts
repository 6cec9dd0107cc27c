import type { Status } from '../comments/comment'
import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'
import type { Finding } from '../rules/finding'
import type { Scores } from '../scoring/score'
import { appealedDecider } from './appeal'
import { waitsForLead } from './lead'
import type { ScoreRange } from './score-range'
import { inRange, type Keep } from './score-range.store'

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

/** Which comments: of these sites and in this state, where it is said of one section, queue or range. */
export type QueuePart = {
  siteIds: readonly string[]
  state: QueueState
  section?: string | undefined
  /** As rules name it: only what waits there. */
  queue?: string | undefined
  scores?: ScoreRange | undefined
  /** The moderator who asks: appeals against their own decisions are left to others. */
  asker?: string | null | undefined
}

export type QueueQuery = QueuePart & {
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
  sampled: `c.status IN ('approved', 'rejected', 'spam') AND c.id IN (SELECT o.comment_id FROM review_items o
    WHERE o.site_id = s.id AND o.queue = 'sample' AND o.closed_at IS NULL)`,
  lead: `c.status <> 'deleted' AND c.id IN (SELECT o.comment_id FROM review_items o
    WHERE o.site_id = s.id AND o.queue = 'lead' AND o.closed_at IS NULL)`,
}

/** Those that are found by what was said of them, not by how they stand. */
const saidOf: readonly QueueState[] = ['reported', 'appealed', 'sampled', 'lead']

/**
 * A part of the queue in SQL: `from` to be joined laterally with comments `c` that fit `where`;
 * `$1` are the sites. A section is read article by article, so that each has an index.
 */
export function partInSql(part: QueuePart, keep: Keep): { from: string; where: string } {
  const { state, section, queue, scores } = part
  const asker = askerOf(part)
  const wanted = [
    conditions[state],
    ...(queue === undefined ? [] : [waitsIn(keep(queue))]),
    ...(asker ? [`${appealedDecider} IS DISTINCT FROM ${keep(asker)}::uuid`] : []),
    ...(scores ? [inRange(scores, keep)] : []),
  ].join(' AND ')
  const from = 'unnest($1::uuid[]) s (id)'
  if (section === undefined) return { from, where: `c.site_id = s.id AND ${wanted}` }
  const ofSection = `a.site_id = s.id AND a.section = ${keep(section)}`
  if (!saidOf.includes(state))
    return {
      from: `${from} JOIN articles a ON ${ofSection}`,
      where: `c.article_id = a.id AND ${wanted}`,
    }
  const articles = `SELECT a.id FROM articles a WHERE ${ofSection}`
  return { from, where: `c.site_id = s.id AND ${wanted} AND c.article_id IN (${articles})` }
}

const waitsIn = (queue: string) => `c.id IN (SELECT o.comment_id FROM review_items o
    WHERE o.site_id = s.id AND o.queue = ${queue} AND o.closed_at IS NULL)`

const askerOf = ({ state, asker }: QueuePart) => (state === 'appealed' ? asker : undefined)

type Place = { number: number; createdAt: Date; id: string }

const after = ({ createdAt, id }: Place, keep: Keep, sign = '>') =>
  `(created_at, id) ${sign} (${keep(createdAt)}::timestamptz, ${keep(id)}::uuid)`

const beneath = (column: string) => (place: Place, keep: Keep) => {
  const number = `${keep(place.number)}::real`
  return `${column} <= ${number} AND (${column} < ${number} OR ${after(place, keep)})`
}

type Order = { order: string; beyond: (place: Place, keep: Keep) => string }

const orders: Record<QueueSort, Order> = {
  priority: { order: 'priority DESC, created_at, id', beyond: beneath('priority') },
  risk: { order: 'risk DESC, created_at, id', beyond: beneath('risk') },
  oldest: { order: 'created_at, id', beyond: after },
  newest: {
    order: 'created_at DESC, id DESC',
    beyond: (place, keep) => after(place, keep, '<'),
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

/**
 * One look by an index for each card, whatever the planner believes of their number.
 * @param items where review items are read
 */
export const cardJoinsOf = (items: string): string => `JOIN sites s ON s.id = c.site_id
  JOIN articles a ON a.id = c.article_id
  LEFT JOIN LATERAL (SELECT * FROM ${items} WHERE comment_id = c.id LIMIT 1) i ON true
  LEFT JOIN LATERAL (SELECT scores, findings FROM evaluations
    WHERE comment_id = c.id ORDER BY created_at DESC LIMIT 1) e ON true
  LEFT JOIN LATERAL (SELECT reason FROM decisions
    WHERE comment_id = c.id ORDER BY version DESC LIMIT 1) d ON true`

export const cardJoins = cardJoinsOf('review_items')

/** One page of a queue. @returns undefined when the cursor is none of this list */
export async function readQueue(db: Database, query: QueueQuery): Promise<QueuePage | undefined> {
  const place = query.cursor === undefined ? null : readPlace(query.cursor)
  if (place === undefined) return undefined
  const { rows } = await db.pool.query<QueueItem>(pageStatement(query, place))
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
    total: await countQueue(db, query),
  }
}

function pageStatement(query: QueueQuery, place: Place | null) {
  const values: unknown[] = [query.siteIds, query.limit + 1]
  const keep = (value: unknown) => `$${values.push(value)}`
  const { order, beyond } = orders[query.sort]
  const { from, where } = partInSql(query, keep)
  const rowsAfter = place ? `AND ${beyond(place, keep)}` : ''
  return {
    ...nameOf('queue', query, query.sort, place ? 'next' : 'first'),
    text: `SELECT ${cardColumns} FROM (
        SELECT page.* FROM ${from} CROSS JOIN LATERAL (
          SELECT c.id, c.created_at, c.priority, c.risk FROM comments c
          WHERE ${where} ${rowsAfter} ORDER BY ${order} LIMIT $2) page
        ORDER BY ${order} LIMIT $2) page
      JOIN comments c ON c.id = page.id ${cardJoins}
      ORDER BY ${order.replace(/(priority|risk|created_at|id\b)/g, 'page.$1')}`,
    values,
  }
}

/** Prepared once, but where the best plan depends on the section, the queue or the range. */
function nameOf(what: string, part: QueuePart, ...more: string[]): { name?: string } {
  const { state, section, queue, scores } = part
  if (section !== undefined || queue !== undefined || scores) return {}
  return { name: [what, state, ...(askerOf(part) ? ['for-one'] : []), ...more].join('-') }
}

function readPlace(text: string): Place | undefined {
  const values = readCursor(text, ['number', 'number', 'string'] as const)
  if (!values || !isInCalendar(values[1]) || !isUuid(values[2])) return undefined
  // a double that no `real` comes near would be refused by the database
  return { number: Math.fround(values[0]), createdAt: new Date(values[1]), id: values[2] }
}

async function countQueue(db: Database, part: QueuePart): Promise<number> {
  const values: unknown[] = [part.siteIds]
  const { from, where } = partInSql(part, (value) => `$${values.push(value)}`)
  const { rows } = await db.pool.query<{ count: number }>({
    ...nameOf('queue-count', part),
    text: `SELECT coalesce(sum(x.count), 0)::bigint AS count
      FROM ${from} CROSS JOIN LATERAL (SELECT count(*) FROM comments c WHERE ${where}) x`,
    values,
  })
  return rows[0]?.count ?? 0
}
