import { isInCalendar } from '../platform/calendar'
import { cursorOf, readCursor } from '../platform/cursor'
import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'

/** What the public may know of a comment. */
export type PublicComment = {
  id: string
  parent_id: string | null
  author: string
  body: string
  created_at: Date
  edited_at: Date | null
  reply_count: number
}

export const threadSorts = ['newest', 'oldest', 'top'] as const
export type ThreadSort = (typeof threadSorts)[number]

export type ThreadPage = { comments: PublicComment[]; next_cursor: string | null; total: number }

/** Public answers to a comment `c`. */
const replies = `(SELECT count(*) FROM comments r WHERE r.parent_id = c.id AND r.status = 'approved')`
const total = `(SELECT count(*) FROM comments t WHERE t.article_id = $1 AND t.status = 'approved')`

const statementFor = (name: string, condition: string, order: string) => ({
  name: `thread-${name}`,
  text: `SELECT * FROM (
      SELECT c.id, c.parent_id, c.author_name AS author, c.body, c.created_at, c.edited_at,
        ${replies} AS reply_count, ${total} AS total
      FROM comments c WHERE c.article_id = $1 AND c.status = 'approved') c
    WHERE $3::timestamptz IS NULL OR ${condition} ORDER BY ${order} LIMIT $2`,
})

const statements = {
  newest: statementFor(
    'newest',
    '(created_at, id) < ($3, $4::uuid) AND $5::int IS NULL',
    'created_at DESC, id DESC',
  ),
  oldest: statementFor(
    'oldest',
    '(created_at, id) > ($3, $4::uuid) AND $5::int IS NULL',
    'created_at, id',
  ),
  top: statementFor(
    'top',
    'reply_count < $5::int OR (reply_count = $5::int AND (created_at, id) < ($3, $4::uuid))',
    'reply_count DESC, created_at DESC, id DESC',
  ),
} satisfies Record<ThreadSort, unknown>

type ThreadQuery = {
  articleId: string
  sort: ThreadSort
  limit: number
  cursor?: string | undefined
}

/** One page of the approved comments of an article. @returns undefined when the cursor is none */
export async function readThread(
  db: Database,
  query: ThreadQuery,
): Promise<ThreadPage | undefined> {
  const after = query.cursor === undefined ? undefined : readThreadCursor(query.cursor)
  if (query.cursor !== undefined && !after) return undefined
  const values = [
    query.articleId,
    query.limit + 1,
    after?.createdAt ?? null,
    after?.id ?? null,
    query.sort === 'top' ? (after?.replyCount ?? null) : null,
  ]
  type Row = PublicComment & { total: number }
  const { rows } = await db.pool.query<Row>({ ...statements[query.sort], values })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const more = rows.length > query.limit && last
  return {
    comments: page.map(({ total: _, ...comment }) => comment),
    next_cursor: more ? cursorOf([last.created_at.getTime(), last.id, last.reply_count]) : null,
    total: rows[0]?.total ?? (after ? await countApproved(db, query.articleId) : 0),
  }
}

const isInt4 = (value: number): boolean => (value | 0) === value

function readThreadCursor(text: string) {
  const values = readCursor(text, ['number', 'string', 'number'] as const)
  if (!values || !isInCalendar(values[0]) || !isUuid(values[1]) || !isInt4(values[2]))
    return undefined
  return { createdAt: new Date(values[0]), id: values[1], replyCount: values[2] }
}

async function countApproved(db: Database, articleId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*) FROM comments WHERE article_id = $1 AND status = 'approved'",
    [articleId],
  )
  return rows[0]?.count ?? 0
}

type FoundComment = { id: string; author: string; body: string; createdAt: Date }

/** A public comment of an article, wherever it stands in the thread. */
export async function findPublicComment(
  db: Database,
  articleId: string,
  id: string,
): Promise<FoundComment | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await db.pool.query<FoundComment>(
    `SELECT id, author_name AS author, body, created_at AS "createdAt" FROM comments
     WHERE id = $1 AND article_id = $2 AND status = 'approved'`,
    [id, articleId],
  )
  return rows[0]
}

/** A comment in its conversation; a `deleted` one is a gap that keeps its replies together. */
export type ThreadedComment = PublicComment & { deleted: boolean }

const rootsPerPage = 50
const commentsPerPage = 1000

/**
 * Conversations for the article page: a page of the comments on the article itself, each with what
 * is below it, oldest reply first.
 */
const conversations = (order: string) => `
  WITH RECURSIVE roots AS (
    SELECT c.id, row_number() OVER (ORDER BY ${order}) AS place FROM comments c
    WHERE c.article_id = $1 AND c.parent_id IS NULL AND (c.status = 'approved' OR (c.status = 'deleted'
      AND EXISTS (SELECT 1 FROM comments r WHERE r.parent_id = c.id AND r.status = 'approved')))
    ORDER BY ${order} LIMIT ${rootsPerPage} OFFSET $2),
  tree AS (
    SELECT id, place, 0 AS depth FROM roots
    UNION ALL
    SELECT c.id, t.place, t.depth + 1 FROM tree t JOIN comments c ON c.parent_id = t.id
    WHERE c.status IN ('approved', 'deleted') AND t.depth < ${commentsPerPage})
  SELECT c.id, c.parent_id, c.author_name AS author, c.body, c.created_at, c.edited_at,
    c.status = 'deleted' AS deleted,
    ${replies} AS reply_count
  FROM (SELECT * FROM tree ORDER BY place, depth LIMIT ${commentsPerPage}) t JOIN comments c ON c.id = t.id
  ORDER BY t.place, c.created_at, c.id`

const conversationStatements = {
  newest: { name: 'conversations-newest', text: conversations('c.created_at DESC, c.id DESC') },
  oldest: { name: 'conversations-oldest', text: conversations('c.created_at, c.id') },
  top: {
    name: 'conversations-top',
    text: conversations(`${replies} DESC, c.created_at DESC, c.id DESC`),
  },
} satisfies Record<ThreadSort, unknown>

export type Conversations = { comments: ThreadedComment[]; total: number; hasMore: boolean }

/** @param page from 0 */
export async function readConversations(
  db: Database,
  { articleId, sort, page }: { articleId: string; sort: ThreadSort; page: number },
): Promise<Conversations> {
  const [{ rows }, count] = await Promise.all([
    db.pool.query<ThreadedComment>({
      ...conversationStatements[sort],
      values: [articleId, page * rootsPerPage],
    }),
    countApproved(db, articleId),
  ])
  // a gap with nothing below it holds nothing together
  const comments = rows.filter(({ deleted, reply_count }) => !deleted || reply_count > 0)
  const roots = rows.filter(({ parent_id }) => parent_id === null).length
  return { comments, total: count, hasMore: roots === rootsPerPage }
}
