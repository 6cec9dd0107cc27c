import type { Status } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import { type Database, inTransaction } from '../platform/database'
import { isUuid } from '../platform/uuid'
import type { ScoreName } from '../scoring/score'
import { cardColumns, cardJoins, type QueueItem } from './queue.store'
import type { Keep } from './score-range.store'
import { isIndexed } from './text-search'
import { findTexts, likePart, textMatches } from './text-search.store'

export type CommentSearch = {
  siteIds: readonly string[]
  /** Words of a judged text, as a web search has them, or a part of it. */
  q?: string | undefined
  author?: string | undefined
  article?: string | undefined
  section?: string | undefined
  status?: Status | undefined
  /** Of the decision by which a comment stands where it stands. */
  reason?: Reason | undefined
  /** A rule that has hit it: the id of an owner's, the name of a built-in one. */
  rule?: string | undefined
  /** Who has decided on it, at any time. */
  moderatorId?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  /** Scores of the last evaluation, at least and at most. */
  minScores: Partial<Record<ScoreName, number>>
  maxScores: Partial<Record<ScoreName, number>>
  limit: number
  cursor?: string | undefined
}

export type FoundComments = { items: QueueItem[]; next_cursor: string | null }

/**
 * Newest first. A page that is not full may have a next one: it was looked for long enough.
 * @returns undefined when the cursor is none of this list
 */
export async function searchComments(
  db: Database,
  search: CommentSearch,
): Promise<FoundComments | undefined> {
  const place = search.cursor === undefined ? null : readPlace(search.cursor)
  if (place === undefined) return undefined
  const candidates = search.q ? await findTexts(db, search.q) : undefined
  const isLookedThrough = !candidates && !isKnownToIndexes(search)
  const floor = isLookedThrough ? await floorOf(db, place) : undefined
  const { conditions, values } = conditionsOf(
    { ...search, candidates, isLookedThrough, floor },
    place,
  )
  const text = `SELECT ${cardColumns} FROM comments c ${cardJoins} WHERE ${conditions.join(' AND ')}
    ORDER BY c.created_at DESC, c.id DESC LIMIT $2`
  const { rows } = isLookedThrough
    ? await withoutReadingWhole(db, { text, values })
    : await db.pool.query<QueueItem>(text, values)
  const items = rows.slice(0, search.limit)
  const last = items.at(-1)
  if (rows.length > search.limit && last)
    return { items, next_cursor: cursorOf([last.created_at.getTime(), last.id]) }
  const isCutShort = floor && !(search.from && floor.createdAt < search.from)
  return { items, next_cursor: isCutShort ? cursorOf([floor.createdAt.getTime(), floor.id]) : null }
}

/** Where a part is half of the table the planner would read all of it. */
const withoutReadingWhole = (db: Database, query: { text: string; values: unknown[] }) =>
  inTransaction(db, async (client) => {
    await client.query('SET LOCAL enable_seqscan = off')
    return client.query<QueueItem>(query)
  })

type Place = { createdAt: Date; id: string }

/** An index of trigrams is of no use for a sign or two; in one article they are looked for as well. */
const isKnownToIndexes = ({ q, author, article }: CommentSearch): boolean =>
  article !== undefined || [q, author].every((text) => text === undefined || isIndexed(text))

/**
 * Where no index knows what is asked for, so many comments, of whatever site, are looked through
 * for a page, not all there are.
 */
const mostLookedThrough = 20_000

/** The last comment that is looked through for a page; undefined where the others are fewer. */
async function floorOf(db: Database, place: Place | null): Promise<Place | undefined> {
  const { rows } = await db.pool.query<Place>(
    `SELECT created_at AS "createdAt", id FROM comments
     WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid)
     ORDER BY created_at DESC, id DESC OFFSET ${mostLookedThrough - 1} LIMIT 1`,
    [place?.createdAt ?? null, place?.id ?? null],
  )
  return rows[0]
}

function readPlace(text: string): Place | undefined {
  const values = readCursor(text, ['number', 'string'] as const)
  if (!values || !isInCalendar(values[0]) || !isUuid(values[1])) return undefined
  return { createdAt: new Date(values[0]), id: values[1] }
}

/** With the comments that `q` alone would find, where they are few, and how far is looked. */
type Prepared = CommentSearch & {
  candidates: string[] | undefined
  isLookedThrough: boolean
  floor: Place | undefined
}

function conditionsOf(search: Prepared, place: Place | null) {
  const values: unknown[] = [search.siteIds, search.limit + 1]
  const keep = (one: unknown) => `$${values.push(one)}`
  const conditions = [
    'c.site_id = ANY($1)',
    ...textConditions(search, keep),
    ...placeConditions(search, keep),
    ...judgementConditions(search, keep),
    ...scoreConditions(search, keep),
  ]
  if (search.status) conditions.push(`c.status = ${keep(search.status)}`)
  if (search.from) conditions.push(`c.created_at >= ${keep(search.from)}`)
  if (search.to) conditions.push(`c.created_at < ${keep(search.to)}`)
  if (place) {
    const at = keep(place.createdAt)
    conditions.push(`(c.created_at, c.id) < (${at}::timestamptz, ${keep(place.id)}::uuid)`)
  }
  if (search.floor) {
    const at = keep(search.floor.createdAt)
    conditions.push(`(c.created_at, c.id) >= (${at}::timestamptz, ${keep(search.floor.id)}::uuid)`)
  }
  return { conditions, values }
}

function* textConditions(search: Prepared, keep: Keep): Generator<string> {
  const { q, author, candidates, isLookedThrough } = search
  if (candidates) yield `c.id = ANY(${keep(candidates)})`
  else if (q && isLookedThrough)
    // one by one: as an EXISTS it would be joined with the texts of all comments
    yield `(SELECT ${textMatches(q, keep)} FROM comment_texts t WHERE t.comment_id = c.id)`
  else if (q)
    yield `EXISTS (SELECT 1 FROM comment_texts t WHERE t.comment_id = c.id AND ${textMatches(q, keep)})`
  if (author) {
    const name = `c.author_name ILIKE ${keep(likePart(author))}`
    // each half has a partial index
    yield `((c.status <> 'pending' AND ${name}) OR (c.status = 'pending' AND ${name}))`
  }
}

function* placeConditions({ article, section }: CommentSearch, keep: Keep): Generator<string> {
  const articles = 'c.article_id IN (SELECT x.id FROM articles x WHERE x.site_id = ANY($1) AND'
  if (article) yield `${articles} x.slug = ${keep(article)})`
  if (section) yield `${articles} x.section = ${keep(section)})`
}

function* judgementConditions(search: CommentSearch, keep: Keep): Generator<string> {
  const { rule, moderatorId, reason } = search
  if (rule)
    yield `c.id IN (SELECT h.comment_id FROM rule_hits h WHERE h.site_id = ANY($1) AND h.rule = ${keep(rule)})`
  if (moderatorId)
    yield `c.id IN (SELECT x.comment_id FROM decisions x WHERE x.moderator_id = ${keep(moderatorId)})`
  if (reason) {
    const wanted = keep(reason)
    yield `d.reason = ${wanted} AND c.id IN (SELECT x.comment_id FROM decisions x WHERE x.reason = ${wanted})`
  }
}

/** Neither is higher than the risk that is kept with the comment itself. */
const risks: readonly string[] = ['spam', 'toxicity']

function* scoreConditions({ minScores, maxScores }: CommentSearch, keep: Keep): Generator<string> {
  for (const [name, least] of Object.entries(minScores)) {
    yield `(e.scores->>${keep(name)})::numeric >= ${keep(least)}::numeric`
    if (risks.includes(name)) yield `c.risk >= ${keep(least)}::real`
  }
  for (const [name, most] of Object.entries(maxScores))
    yield `(e.scores->>${keep(name)})::numeric BETWEEN 0 AND ${keep(most)}::numeric`
}
