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
  from?: Date | undefined
  /** Events before this number. */
  before?: number | undefined
  limit: number
}

/** Newest first. */
export async function listAudit(db: Database, filter: AuditFilter): Promise<AuditEvent[]> {
  const { rows } = await db.pool.query<AuditEvent>(
    `SELECT chain, seq, at, type, comment_id, actor, data, encode(hash, 'hex') AS hash FROM audit_events
     WHERE chain = $1 AND ($2::uuid IS NULL OR comment_id = $2) AND ($3::timestamptz IS NULL OR at >= $3)
       AND ($4::bigint IS NULL OR seq < $4)
     ORDER BY seq DESC LIMIT $5`,
    [
      filter.chain,
      filter.commentId ?? null,
      filter.from ?? null,
      filter.before ?? null,
      filter.limit,
    ],
  )
  return rows
}

export type ChainHead = { chain: string; seq: number; hash: Buffer }

export async function chainHeads(db: Database): Promise<ChainHead[]> {
  const { rows } = await db.pool.query<ChainHead>(
    'SELECT chain, seq, hash FROM audit_heads ORDER BY chain',
  )
  return rows
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
