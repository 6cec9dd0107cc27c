import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'
import { type PartAt, partOf, shownAmong } from './conversation'
import {
  type Conversation,
  type ConversationQuery,
  type ConversationRow,
  commentsPerPage,
  conversationsPerPage,
  findConversation,
  findKey,
  findTexts,
  listConversations,
} from './conversations.store'
import { countApproved } from './thread.store'
import { conversationCursor, readConversationCursor } from './thread-cursor'
import type { Direction, ThreadKey } from './thread-order'

/** The requested page of an article's conversations. */
export type ThreadPlace =
  | { kind: 'start' }
  | { kind: 'after' | 'before'; cursor: string }
  /** The page that contains a comment. `isAsked`: the link names this comment, so its absence is reported. */
  | { kind: 'comment'; id: string; isAsked: boolean }
  /** A page number in a link from the previous release: from 0, 50 conversations each. null: not a number. */
  | { kind: 'page'; number: number | null }

export type ConversationPage = {
  /** In the order in which siblings are shown; tombstones have no text. */
  comments: ConversationRow[]
  /** Comments of other pages that have replies on this one. */
  elsewhere: ConversationRow[]
  /** Root of the conversation that this page continues; it is also in `elsewhere`. */
  continues: ConversationRow | null
  /** Cursors of the adjacent pages. */
  next: string | null
  previous: string | null
  isStart: boolean
}

export type Conversations = {
  total: number
  page: ConversationPage | null
  /** The requested comment is not public; `page` is the first page. */
  isUnknownComment: boolean
}

/** Reads a page of an article's conversations; `page` is null when the place is invalid or past the end. */
export async function readConversations(
  db: Database,
  query: ConversationQuery,
  place: ThreadPlace,
): Promise<Conversations> {
  const [page, total] = await Promise.all([
    readPage({ db, query }, place),
    countApproved(db, query.articleId),
  ])
  const isUnknownComment =
    place.kind === 'comment' && place.isAsked && !page?.comments.some(({ id }) => id === place.id)
  return { total, page, isUnknownComment }
}

type Reading = { db: Database; query: ConversationQuery }

function readPage(reading: Reading, place: ThreadPlace): Promise<ConversationPage | null> {
  if (place.kind === 'start') return readStart(reading)
  if (place.kind === 'comment') return readAround(reading, place.id)
  if (place.kind === 'page') return readNumbered(reading, place.number)
  return readBeside(reading, place.kind, place.cursor)
}

const nothing: ConversationPage = {
  ...{ comments: [], elsewhere: [], continues: null, next: null, previous: null, isStart: true },
}

const readStart = async (reading: Reading): Promise<ConversationPage> =>
  (await readWhole(reading, { direction: 'after' })) ?? nothing

async function readBeside(
  reading: Reading,
  direction: 'after' | 'before',
  cursor: string,
): Promise<ConversationPage | null> {
  const { db, query } = reading
  const place = readConversationCursor(cursor)
  if (!place) return null
  const { root: key, commentId } = place
  if (commentId !== null) {
    const conversation = await findConversation(db, query.articleId, commentId)
    const at = direction === 'after' ? { after: commentId } : { before: commentId }
    // its key as it was on the page before, but no other conversation's
    const isIts = conversation?.root.id === key.id
    const part = isIts && (await readPart(reading, { ...conversation, root: key }, at))
    if (part) return part
  }
  const page = await readWhole(reading, { direction, key })
  return direction === 'before' ? (page ?? readStart(reading)) : page
}

/** The first page if it contains the comment, as for most links; else a page that starts with its conversation. */
async function readAround(reading: Reading, id: string): Promise<ConversationPage | null> {
  const { db, query } = reading
  const start = await readStart(reading)
  if (!isUuid(id) || start.comments.some((comment) => comment.id === id)) return start
  const conversation = await findConversation(db, query.articleId, id)
  if (!conversation || !shownAmong(conversation.rows).has(id)) return start
  const isLong = conversation.rows.length > commentsPerPage
  const page = isLong
    ? await readPart(reading, conversation, { with: id })
    : await readWhole(reading, { direction: 'from', key: conversation.root })
  return page ?? start
}

async function readNumbered(
  reading: Reading,
  number: number | null,
): Promise<ConversationPage | null> {
  if (number === null) return null
  if (number === 0) return readStart(reading)
  const skipped = number * conversationsPerPage
  const key = await findKey(reading.db, reading.query, { direction: 'after', skipped })
  return key ? readWhole(reading, { direction: 'from', key }) : null
}

type Beside = { direction: Direction; key?: ThreadKey }

/** A page of whole conversations, or of a part of the nearest one if that does not fit. */
async function readWhole(
  reading: Reading,
  { direction, key }: Beside,
): Promise<ConversationPage | null> {
  const { db, query } = reading
  const { conversations, hasMore } = await listConversations(db, query, { direction, key })
  const [first] = conversations
  const last = conversations.at(-1)
  if (!first || !last) return null
  if (!first.fits) return readPart(reading, first, direction === 'before' ? 'end' : 'start')
  const isBefore = direction === 'before'
  // paging backwards must end on the same first page that readers start with
  if (isBefore && !hasMore) return readStart(reading)
  const isStart = key === undefined
  return {
    ...nothing,
    comments: conversations.flatMap(({ rows }) => shownOf(rows)),
    next: isBefore || hasMore ? conversationCursor({ root: last.root, commentId: null }) : null,
    previous: isStart ? null : conversationCursor({ root: first.root, commentId: null }),
    isStart,
  }
}

function shownOf(rows: readonly ConversationRow[]): ConversationRow[] {
  const shown = shownAmong(rows)
  return rows.filter(({ id }) => shown.has(id))
}

/** @returns null when the conversation has nothing to show at that position */
async function readPart(
  { db, query }: Reading,
  { root, rows }: Conversation,
  at: PartAt,
): Promise<ConversationPage | null> {
  const part = partOf(rows, at, commentsPerPage)
  const first = part?.shown[0]
  const last = part?.shown.at(-1)
  if (!part || !first || !last) return null
  const isOnPage = new Set(part.shown.map(({ id }) => id))
  const answered = new Set(part.shown.map(({ parent_id }) => parent_id).concat(root.id))
  const elsewhere = rows.filter(({ id }) => answered.has(id) && !isOnPage.has(id))
  const beside = (direction: Direction, isNeeded: boolean) =>
    isNeeded ? findKey(db, query, { direction, key: root }) : undefined
  const [texts, before, after] = await Promise.all([
    findTexts(
      db,
      [...part.shown, ...elsewhere].map(({ id }) => id),
    ),
    beside('before', part.isStart),
    beside('after', part.isEnd),
  ])
  const withText = (row: ConversationRow): ConversationRow => {
    const text = texts.get(row.id)
    return text ? { ...row, ...text } : row
  }
  const hasPrevious = !part.isStart || before !== undefined
  const cursor = (commentId: string, isEdge: boolean) =>
    conversationCursor({ root, commentId: isEdge ? null : commentId })
  return {
    comments: part.shown.map(withText),
    elsewhere: elsewhere.map(withText),
    continues: part.isStart
      ? null
      : (elsewhere.map(withText).find(({ id }) => id === root.id) ?? null),
    previous: hasPrevious ? cursor(first.id, part.isStart) : null,
    next: !part.isEnd || after !== undefined ? cursor(last.id, part.isEnd) : null,
    isStart: !hasPrevious,
  }
}
