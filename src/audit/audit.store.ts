import type { PoolClient } from 'pg'
import type { Database } from '../platform/database'
import type { AuditEvent, ChainLink, NewAuditEvent } from './audit'

/** Adds an event in the caller's transaction; the database numbers and chains it. */
export async function appendAudit(client: PoolClient, event: NewAuditEvent): Promise<void> {
  await client.query(
    'INSERT INTO audit_events (chain, type, comment_id, actor, data) VALUES ($1, $2, $3, $4, $5)',
    [event.chain, event.type, event.commentId ?? null, event.actor, event.data ?? {}],
  )
}

export type AuditFilter = {
  chain: string
  commentId?: string | undefined
  /** The beginning of a type: "rule." or "rule.published". */
  type?: string | undefined
  actor?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  /** Events before this number. */
  before?: number | undefined
  limit: number
}

export type AuditPage = {
  events: AuditEvent[]
  /** `before` of the next page; null at the end of the list. */
  next: number | null
}

const columns = `e.chain, e.seq, e.at, e.type, e.comment_id, e.actor, e.data, encode(e.hash, 'hex') AS hash`

/** Newest first. */
export async function listAudit(db: Database, filter: AuditFilter): Promise<AuditPage> {
  const { chain, commentId = null, type = null, actor = null, limit } = filter
  const [first, end] = await seqRange(db, filter)
  const isOfKind = commentId === null && (type !== null || actor !== null)
  const { rows: events } = await db.pool.query<AuditEvent>(
    isOfKind
      ? { text: newestOfKinds, values: [chain, first, end, limit, type, actor] }
      : { text: newest, values: [chain, first, end, limit, type, actor, commentId] },
  )
  const last = events.length === limit ? (events.at(-1)?.seq ?? first) : first
  return { events, next: last > first ? last : null }
}

const newest = `SELECT ${columns} FROM audit_events e
  WHERE chain = $1 AND seq >= $2 AND seq < $3 AND ($7::uuid IS NULL OR comment_id = $7)
    AND ($5::text IS NULL OR starts_with(type, $5)) AND ($6::text IS NULL OR actor = $6)
  ORDER BY seq DESC LIMIT $4`

/**
 * Who has caused which types of events is found by going from one pair to the next in the index; of
 * each pair that is asked for the newest are taken, so it costs the same however long the chain is.
 */
const newestOfKinds = `WITH RECURSIVE kinds AS (
    (SELECT type, actor FROM audit_events WHERE chain = $1 ORDER BY type, actor LIMIT 1)
    UNION ALL
    SELECT following.type, following.actor FROM kinds, LATERAL (
      SELECT type, actor FROM audit_events
      WHERE chain = $1 AND (type, actor) > (kinds.type, kinds.actor) ORDER BY type, actor LIMIT 1) following),
  found AS (
    SELECT of_kind.seq FROM kinds, LATERAL (
      SELECT seq FROM audit_events
      WHERE chain = $1 AND type = kinds.type AND actor = kinds.actor AND seq >= $2 AND seq < $3
      ORDER BY seq DESC LIMIT $4) of_kind
    WHERE ($5::text IS NULL OR starts_with(kinds.type, $5)) AND ($6::text IS NULL OR kinds.actor = $6)
    ORDER BY of_kind.seq DESC LIMIT $4)
  SELECT ${columns} FROM found, LATERAL (
    SELECT * FROM audit_events WHERE chain = $1 AND seq = found.seq LIMIT 1) e
  ORDER BY e.seq DESC`

/** The numbers of the events that a filter spans: from the first to before the second. */
async function seqRange(db: Database, filter: AuditFilter): Promise<[number, number]> {
  const { chain, from, to, before = Number.MAX_SAFE_INTEGER } = filter
  if (!from && !to) return [1, before]
  const { rows } = await db.pool.query<{ end: number }>(
    'SELECT seq + 1 AS end FROM audit_heads WHERE chain = $1',
    [chain],
  )
  const end = rows[0]?.end ?? 1
  const first = from ? await firstSince(db, { chain, at: from, end }) : 1
  const last = to ? await firstSince(db, { chain, at: to, end }) : end
  return [first, Math.min(last, before)]
}

/**
 * The number of the first event at or after a time. A chain is in order of time and has no gap, so
 * it is halved again and again instead of read; where an event is missing the search ends there.
 */
async function firstSince(
  db: Database,
  { chain, at, end }: { chain: string; at: Date; end: number },
): Promise<number> {
  const { rows } = await db.pool.query<{ seq: number }>(
    `WITH RECURSIVE search AS (
       SELECT 1::bigint AS low, $3::bigint AS high
       UNION ALL
       SELECT CASE WHEN e.at < $2 THEN e.seq + 1 ELSE low END, CASE WHEN e.at < $2 THEN high ELSE e.seq END
       FROM search, LATERAL (
         SELECT seq, at FROM audit_events WHERE chain = $1 AND seq = (low + high) / 2 LIMIT 1) e
       WHERE low < high)
     SELECT low AS seq FROM search ORDER BY high - low LIMIT 1`,
    [chain, at, end],
  )
  return rows[0]?.seq ?? 1
}

const typesAmong = 2000

/** The types of the newest events, for somebody to choose from. */
export async function recentTypes(db: Database, chain: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ type: string }>(
    `SELECT DISTINCT type FROM (
       SELECT type FROM audit_events WHERE chain = $1 ORDER BY seq DESC LIMIT ${typesAmong}) newest
     ORDER BY type`,
    [chain],
  )
  return rows.map(({ type }) => type)
}

export type ChainHead = { chain: string; seq: number; hash: Buffer }

export async function chainHeads(db: Database): Promise<ChainHead[]> {
  const { rows } = await db.pool.query<ChainHead>(
    'SELECT chain, seq, hash FROM audit_heads ORDER BY chain',
  )
  return rows
}

export async function chainHead(db: Database, chain: string): Promise<ChainHead | undefined> {
  const { rows } = await db.pool.query<ChainHead>(
    'SELECT chain, seq, hash FROM audit_heads WHERE chain = $1',
    [chain],
  )
  return rows[0]
}

/** The next links of a chain after `seq`, in order. */
export async function chainLinks(
  db: Database,
  chain: string,
  range: { after: number; limit: number },
): Promise<ChainLink[]> {
  const { rows } = await db.pool.query<ChainLink>(
    `SELECT seq, audit_line(e) AS line, hash, previous_hash AS "previousHash" FROM audit_events e
     WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [chain, range.after, range.limit],
  )
  return rows
}
