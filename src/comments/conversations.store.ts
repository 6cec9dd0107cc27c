import type { Database } from '../platform/database'
import type { Link } from './conversation'
import {
  answersOf,
  besideOf,
  type Direction,
  orderOf,
  place,
  repliesWhere,
  seen,
  type ThreadKey,
  type ThreadSort,
  topKeys,
  valuesOf,
} from './thread-order'

export const conversationsPerPage = 50
/** Maximum number of comments on a page. A longer conversation is split into parts. */
export const commentsPerPage = 300

const roots = `SELECT c.id, c.created_at, 0 AS answers FROM comments c
  WHERE c.article_id = $1 AND c.parent_id IS NULL`
const publicRoots = `${roots} AND c.status = 'approved'`
/** Roots that were withdrawn but have public replies. The index leaves out roots that were never public. */
const withdrawnRoots = `${roots} AND c.status <> 'approved' AND c.public_until IS NOT NULL
  AND EXISTS (SELECT ${repliesWhere('r.root_id = c.id')} OFFSET 0)`

/** In SQL: keys of the conversations next to a place, nearest first. */
function keysBeside(sort: ThreadSort, direction: Direction, limit: string): string {
  const beside = besideOf(sort, direction)
  const cut = `ORDER BY ${orderOf(sort, direction === 'before')} LIMIT ${limit}`
  if (sort === 'top') {
    const keys = topKeys(
      `${publicRoots} UNION ALL ${withdrawnRoots}`,
      answersOf('c.parent_id = c.root_id'),
    )
    return `SELECT * FROM (${keys}) c WHERE ${beside} ${cut}`
  }
  return `SELECT * FROM (
      (${publicRoots} AND ${beside} ${cut})
      UNION ALL
      (${withdrawnRoots} AND ${beside} ${cut})) c
    ${cut}`
}

/**
 * In SQL: as many whole conversations as fit on a page. If the first one does not fit, its rows come
 * without texts. A conversation is found by its root, in one step.
 */
const pageOf = (sort: ThreadSort, direction: Direction): string => `
  WITH ${place}, roots AS MATERIALIZED (${keysBeside(sort, direction, `${conversationsPerPage + 1}`)}),
  placed AS (
    SELECT *, row_number() OVER (ORDER BY ${orderOf(sort, direction === 'before')}) AS place FROM roots),
  sized AS (
    SELECT p.*, s.replies < ${commentsPerPage} AS fits, count(*) OVER () AS found,
      sum(1 + s.replies) OVER (ORDER BY p.place) AS comments
    FROM placed p CROSS JOIN LATERAL (
      SELECT count(*) AS replies FROM (
        SELECT FROM comments c WHERE c.root_id = p.id AND ${seen('c')} LIMIT ${commentsPerPage}) c) s)
  SELECT s.place, s.found, s.fits, s.answers, CASE WHEN c.id = s.id THEN place.as_of END AS as_of,
    c.id, c.parent_id, c.status, c.created_at,
    CASE WHEN s.fits AND c.status = 'approved' THEN c.author_name END AS author,
    CASE WHEN s.fits AND c.status = 'approved' THEN c.body END AS body,
    CASE WHEN s.fits AND c.status = 'approved' THEN c.edited_at END AS edited_at
  FROM sized s CROSS JOIN place CROSS JOIN LATERAL (
    (SELECT * FROM comments c WHERE c.id = s.id)
    UNION ALL
    (SELECT * FROM comments c WHERE c.root_id = s.id AND ${seen('c')})) c
  WHERE s.place <= ${conversationsPerPage} AND (s.comments <= ${commentsPerPage} OR s.place = 1)
  ORDER BY s.place, c.created_at, c.id`

const pagesOf = (sort: ThreadSort) => ({
  after: { name: `conversations-${sort}-after`, text: pageOf(sort, 'after') },
  from: { name: `conversations-${sort}-from`, text: pageOf(sort, 'from') },
  before: { name: `conversations-${sort}-before`, text: pageOf(sort, 'before') },
})
const pages = { newest: pagesOf('newest'), oldest: pagesOf('oldest'), top: pagesOf('top') }

export type Text = { author: string; body: string; edited_at: Date | null }
export type ConversationRow = Link & { created_at: Date } & (Text | Record<keyof Text, null>)
export type Conversation = {
  root: ThreadKey
  /** Oldest first, including comments that are no longer public. */
  rows: ConversationRow[]
  /** Whether it fits on a page; if not, its texts were not read. */
  fits: boolean
}

/** `as_of` is set for roots only: parsing a date in every row would cost as much as all other columns. */
type RootRow = { id: string; created_at: Date; answers: number; as_of: Date | null }
type PageRow = ConversationRow & RootRow & { place: number; found: number; fits: boolean }

const keyOf = ({ created_at: createdAt, id, answers, as_of: asOf }: RootRow): ThreadKey => ({
  ...{ createdAt, id, answers, asOf },
})

export type ConversationQuery = { articleId: string; sort: ThreadSort }
/** Without a key, the start of the list. */
type Beside = { direction: Direction; key?: ThreadKey | undefined }

/**
 * Reads the conversations next to a place that fit on one page.
 * @returns the conversations in list order, and whether there are more in that direction
 */
export async function listConversations(
  db: Database,
  { articleId, sort }: ConversationQuery,
  { direction, key }: Beside,
): Promise<{ conversations: Conversation[]; hasMore: boolean }> {
  const { rows } = await db.pool.query<PageRow>({
    ...pages[sort][direction],
    values: [articleId, ...valuesOf(sort, key)],
  })
  const grouped: PageRow[][] = []
  for (const row of rows) {
    const known = grouped[row.place - 1]
    if (known) known.push(row)
    else grouped.push([row])
  }
  const conversations = grouped.flatMap((members): Conversation[] => {
    const root = members.find(({ parent_id }) => parent_id === null)
    return root ? [{ root: keyOf(root), rows: members, fits: root.fits }] : []
  })
  const hasMore = (rows[0]?.found ?? 0) > conversations.length
  return {
    conversations: direction === 'before' ? conversations.reverse() : conversations,
    hasMore,
  }
}

/** @returns the key of the first conversation next to a place, after `skipped` others; undefined if none */
export async function findKey(
  db: Database,
  { articleId, sort }: ConversationQuery,
  { direction, key, skipped = 0 }: Beside & { skipped?: number },
): Promise<ThreadKey | undefined> {
  const keys = keysBeside(sort, direction, '$6::int + 1')
  const { rows } = await db.pool.query<RootRow>(
    `WITH ${place} SELECT c.id, c.created_at, c.answers, place.as_of
     FROM (${keys} OFFSET $6) c CROSS JOIN place`,
    [articleId, ...valuesOf(sort, key), skipped],
  )
  return rows[0] && keyOf(rows[0])
}

/** @returns the whole conversation of a comment, without texts; undefined when the article has no such comment */
export async function findConversation(
  db: Database,
  articleId: string,
  commentId: string,
): Promise<Conversation | undefined> {
  type Row = Link & { created_at: Date; as_of: Date }
  const { rows } = await db.pool.query<Row>({
    name: 'conversation-of',
    text: `SELECT c.id, c.parent_id, c.status, c.created_at, date_trunc('milliseconds', now()) AS as_of
      FROM (SELECT coalesce(root_id, id) AS id FROM comments WHERE id = $1 AND article_id = $2) t
      CROSS JOIN LATERAL (
        (SELECT * FROM comments c WHERE c.id = t.id)
        UNION ALL
        (SELECT * FROM comments c WHERE c.root_id = t.id AND ${seen('c')})) c
      ORDER BY c.created_at, c.id`,
    values: [commentId, articleId],
  })
  const root = rows.find(({ parent_id }) => parent_id === null)
  if (!root) return undefined
  const answers = rows.filter((row) => row.parent_id === root.id && row.status === 'approved')
  return {
    root: keyOf({ ...root, answers: answers.length }),
    rows: rows.map((row) => ({ ...row, author: null, body: null, edited_at: null })),
    fits: false,
  }
}

/** @returns the texts of the public ones among these comments, by id */
export async function findTexts(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await db.pool.query<Text & { id: string }>({
    name: 'texts-of-conversation',
    text: `SELECT id, author_name AS author, body, edited_at FROM comments
      WHERE id = ANY ($1::uuid[]) AND status = 'approved'`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
