import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'
import { listCursor, readListCursor } from './thread-cursor'
import {
  answersOf,
  besideOf,
  orderOf,
  place,
  repliesWhere,
  type ThreadSort,
  topKeys,
  valuesOf,
} from './thread-order'

type Listed = {
  id: string
  parent_id: string | null
  created_at: Date
  /** Number of public replies to it. */
  reply_count: number
}

/** The public fields of a comment. */
export type PublicComment = Listed &
  (
    | { author: string; body: string; edited_at: Date | null; is_tombstone: false }
    /** It is not public, but a comment below it is. */
    | { author: null; body: null; edited_at: null; is_tombstone: true }
  )

export type ThreadPage = { comments: PublicComment[]; next_cursor: string | null; total: number }

const total = `(SELECT count(*) FROM comments t WHERE t.article_id = $1 AND t.status = 'approved')`

/** In SQL: FROM clause for the public replies to a comment `c`. */
const answersTo = repliesWhere('r.root_id = coalesce(c.root_id, c.id) AND r.parent_id = c.id')

/**
 * In SQL: tombstones of the article: withdrawn comments with a public reply, and the comments above them
 * that are not public either. It only walks up, by primary key, so a wrong row estimate cannot make it slow.
 */
const tombstones = `tombstones AS (
  SELECT c.id, c.parent_id, c.created_at FROM comments c
  WHERE c.article_id = $1 AND c.status <> 'approved' AND c.public_until IS NOT NULL
    AND EXISTS (SELECT ${answersTo} OFFSET 0)
  UNION
  SELECT p.id, p.parent_id, p.created_at FROM tombstones s CROSS JOIN LATERAL (
    SELECT * FROM comments WHERE id = s.parent_id AND status <> 'approved' OFFSET 0) p)`

const approved = `SELECT id, created_at, 0 AS answers FROM comments
  WHERE article_id = $1 AND status = 'approved'`
const gaps = 'SELECT id, created_at, 0 AS answers FROM tombstones'

/** In SQL: keys of all listed comments. */
const keysOf = (sort: ThreadSort): string =>
  sort === 'top'
    ? topKeys(`${approved} UNION ALL ${gaps}`, answersOf('c.parent_id IS NOT NULL'))
    : `${approved} UNION ALL ${gaps}`

/** In SQL: keys of a page. Orders by time read each part of the union only as far as the page reaches. */
function pageOf(sort: ThreadSort): string {
  const beside = besideOf(sort, 'after')
  const cut = `ORDER BY ${orderOf(sort)} LIMIT $6`
  return sort === 'top'
    ? `SELECT * FROM (${keysOf(sort)}) c WHERE ${beside} ${cut}`
    : `SELECT * FROM (
        (${approved} AND ${beside} ${cut})
        UNION ALL
        (${gaps} WHERE ${beside} ${cut})) c
      ${cut}`
}

/** In SQL: keys of the page that contains the comment `$7`; pages have `$6` - 1 comments, counted from the start. */
const pageAround = (sort: ThreadSort): string => `
  SELECT id, created_at, answers FROM (
    SELECT *, max(place - place % ($6::int - 1)) FILTER (WHERE id = $7::uuid) OVER () AS start FROM (
      SELECT *, row_number() OVER (ORDER BY ${orderOf(sort)}) - 1 AS place FROM (${keysOf(sort)}) k) n) c
  WHERE place >= start ORDER BY place LIMIT $6`

const statementFor = (sort: ThreadSort, page: string): string => `
  WITH RECURSIVE ${place}, ${tombstones}, page AS (${page})
  SELECT t.total, c.* FROM (SELECT ${total} AS total) t LEFT JOIN (
    SELECT c.id, c.parent_id, CASE WHEN c.status = 'approved' THEN c.author_name END AS author,
      CASE WHEN c.status = 'approved' THEN c.body END AS body, c.created_at,
      CASE WHEN c.status = 'approved' THEN c.edited_at END AS edited_at,
      (SELECT count(*) ${answersTo}) AS reply_count, c.status <> 'approved' AS is_tombstone,
      p.answers, ${sort === 'top' ? 'place.as_of' : 'NULL::timestamptz AS as_of'}
    FROM page p CROSS JOIN place
    CROSS JOIN LATERAL (SELECT * FROM comments WHERE id = p.id OFFSET 0) c) c ON true
  ORDER BY ${orderOf(sort)}`

const statementsFor = (sort: ThreadSort) => ({
  page: { name: `thread-${sort}`, text: statementFor(sort, pageOf(sort)) },
  around: { name: `thread-around-${sort}`, text: statementFor(sort, pageAround(sort)) },
})
const statements = {
  newest: statementsFor('newest'),
  oldest: statementsFor('oldest'),
  top: statementsFor('top'),
} satisfies Record<ThreadSort, unknown>

type ThreadQuery = {
  articleId: string
  sort: ThreadSort
  limit: number
  cursor?: string | undefined
  /** Id of a comment: the page that contains it, instead of a cursor. */
  around?: string | undefined
}

type Row = PublicComment & { answers: number; as_of: Date | null; total: number }

/** Reads one page of an article's thread. @returns undefined for an invalid cursor or an unknown comment */
export async function readThread(
  db: Database,
  { articleId, sort, limit, cursor, around }: ThreadQuery,
): Promise<ThreadPage | undefined> {
  const after = cursor === undefined ? undefined : readListCursor(cursor)
  if (cursor !== undefined && !after) return undefined
  if (around !== undefined && !isUuid(around)) return undefined
  const { page: next, around: beside } = statements[sort]
  const values = [articleId, ...valuesOf(sort, after), limit + 1]
  const { rows } = await db.pool.query<Row>(
    around === undefined ? { ...next, values } : { ...beside, values: [...values, around] },
  )
  // an empty page is one row that contains only the total
  const listed = rows.filter(({ id }) => id !== null)
  if (around !== undefined && listed.length === 0) return undefined
  const page = listed.slice(0, limit)
  const last = page.at(-1)
  return {
    comments: page.map(publicOf),
    next_cursor: listed.length > limit && last ? listCursor(sort, keyOf(last)) : null,
    total: rows[0]?.total ?? 0,
  }
}

/** Drops the columns that only cursors need. */
const publicOf = (row: Row): PublicComment =>
  ({
    id: row.id,
    parent_id: row.parent_id,
    author: row.author,
    body: row.body,
    created_at: row.created_at,
    edited_at: row.edited_at,
    reply_count: row.reply_count,
    is_tombstone: row.is_tombstone,
  }) as PublicComment

const keyOf = ({ created_at, id, answers, as_of }: Row) => ({
  ...{ createdAt: created_at, id, answers, asOf: as_of },
})

export async function countApproved(db: Database, articleId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*) FROM comments WHERE article_id = $1 AND status = 'approved'",
    [articleId],
  )
  return rows[0]?.count ?? 0
}

type FoundComment = { id: string; author: string; body: string; createdAt: Date }

const found = `SELECT id, author_name AS author, body, created_at AS "createdAt" FROM comments`

/** @returns the newest public comments of an article, newest first */
export async function listNewest(
  db: Database,
  articleId: string,
  limit: number,
): Promise<FoundComment[]> {
  const { rows } = await db.pool.query<FoundComment>(
    `${found} WHERE article_id = $1 AND status = 'approved' ORDER BY ${orderOf('newest')} LIMIT $2`,
    [articleId, limit],
  )
  return rows
}

/** A public comment of an article, wherever it stands in the thread. */
export async function findPublicComment(
  db: Database,
  articleId: string,
  id: string,
): Promise<FoundComment | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await db.pool.query<FoundComment>(
    `${found} WHERE id = $1 AND article_id = $2 AND status = 'approved'`,
    [id, articleId],
  )
  return rows[0]
}
