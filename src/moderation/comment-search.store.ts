import type { Status } from '../comments/comment'
import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'
import type { ScoreName } from '../scoring/score'
import { cardColumns, cardJoins, type QueueItem } from './queue.store'

export type CommentSearch = {
  siteIds: readonly string[]
  /** Words of a judged text, as a web search has them, or a part of it. */
  q?: string | undefined
  author?: string | undefined
  article?: string | undefined
  status?: Status | undefined
  from?: Date | undefined
  to?: Date | undefined
  /** Scores of the last evaluation, at least. */
  minScores: Partial<Record<ScoreName, number>>
  limit: number
  cursor?: string | undefined
}

export type FoundComments = { items: QueueItem[]; next_cursor: string | null }

const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Newest first. @returns undefined when the cursor is none of this list */
export async function searchComments(
  db: Database,
  search: CommentSearch,
): Promise<FoundComments | undefined> {
  const place = search.cursor === undefined ? null : readPlace(search.cursor)
  if (place === undefined) return undefined
  const { conditions, values } = conditionsOf(search, place)
  const { rows } = await db.pool.query<QueueItem>(
    `SELECT ${cardColumns} FROM comments c ${cardJoins} WHERE ${conditions.join(' AND ')}
     ORDER BY c.created_at DESC, c.id DESC LIMIT $2`,
    values,
  )
  const items = rows.slice(0, search.limit)
  const last = items.at(-1)
  const more = rows.length > search.limit && last
  return { items, next_cursor: more ? cursorOf([last.created_at.getTime(), last.id]) : null }
}

type Place = { createdAt: Date; id: string }

function readPlace(text: string): Place | undefined {
  const values = readCursor(text, ['number', 'string'] as const)
  if (!values || !isInCalendar(values[0]) || !isUuid(values[1])) return undefined
  return { createdAt: new Date(values[0]), id: values[1] }
}

function conditionsOf(search: CommentSearch, place: Place | null) {
  const values: unknown[] = [search.siteIds, search.limit + 1]
  const value = (one: unknown) => `$${values.push(one)}`
  const conditions = ['c.site_id = ANY($1)']
  if (search.q) {
    const words = value(search.q)
    const part = value(likePart(search.q))
    conditions.push(
      `EXISTS (SELECT 1 FROM comment_texts t WHERE t.comment_id = c.id
        AND (to_tsvector('simple', t.body) @@ websearch_to_tsquery('simple', ${words}) OR t.body ILIKE ${part}))`,
    )
  }
  if (search.author) conditions.push(`c.author_name ILIKE ${value(likePart(search.author))}`)
  if (search.article) conditions.push(`a.slug = ${value(search.article)}`)
  if (search.status) conditions.push(`c.status = ${value(search.status)}`)
  if (search.from) conditions.push(`c.created_at >= ${value(search.from)}`)
  if (search.to) conditions.push(`c.created_at < ${value(search.to)}`)
  for (const [name, least] of Object.entries(search.minScores))
    conditions.push(`(e.scores->>${value(name)})::float8 >= ${value(least)}`)
  if (place) {
    const at = value(place.createdAt)
    conditions.push(`(c.created_at, c.id) < (${at}::timestamptz, ${value(place.id)}::uuid)`)
  }
  return { conditions, values }
}
