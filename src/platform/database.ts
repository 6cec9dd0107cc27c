import { PrismaPg } from '@prisma/adapter-pg'
import type { PoolClient } from 'pg'
import { PrismaClient } from '../generated/prisma/client'
import { createLanes, type Lanes } from './lanes'
import { logger } from './logger'
import { PostgresPool, type Queries } from './postgres-client'

/** One pool for both ways in: Prisma for ordinary records, SQL for the hot paths. */
export type Database = {
  pool: Queries
  prisma: PrismaClient
  /**
   * The same for what a reader waits for, or whatever must not stand still: each statement is answered
   * within three seconds, or fails. What goes through Prisma has no such hurry.
   */
  quick: Database
  /** See laneOf; what is not in a lane runs at once. */
  lanes: Lanes
  lane?: string
  close(): Promise<void>
}

/** Short enough for an answer of 503 in three seconds; the statement's wait for a connection included. */
export const quickMs = 2800

/**
 * @param connections at the most; 8 was the fastest on two cores.
 */
export function openDatabase(url: string, connections = 8): Database {
  const pool = new PostgresPool({
    connectionString: url,
    max: connections,
    statement_timeout: 10_000,
    // below every limit on this side: an answer that a row is locked keeps the connection
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 20_000,
  })
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  const lanes = createLanes(laneLimits, stoodStill)
  const quick: Database = {
    ...{ pool: pool.within(quickMs), prisma, lanes, close },
    get quick() {
      return quick
    },
  }
  return { pool, prisma, quick, lanes, close }
}

/**
 * The same for what writes to one site, say: it may have to wait for others who write there, and must not
 * hold connections that work elsewhere needs. What a lane runs may not ask for a lane itself.
 * @param key null: of what is in no lane of its own
 */
export function laneOf(db: Database, key: string | null): Database {
  const lane = key ?? 'common'
  const query = (...asked: unknown[]) =>
    db.lanes(lane, () => (db.pool.query as (...asked: unknown[]) => Promise<unknown>)(...asked))
  return {
    ...db,
    lane,
    pool: {
      query: query as Queries['query'],
      connect: (() => db.pool.connect()) as Queries['connect'],
    },
  }
}

/** Whether work waited in vain, for a lock or for an answer. */
const stoodStill = (error: unknown): boolean =>
  ['55P03', '57014', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '')

/** Of the connections; together they leave some to reading. */
const laneLimits = { each: 3, troubled: 3, waitMs: 2000 }

/** Whether PostgreSQL gave a statement up: what it was asked may be at fault, and not its being away. */
export const tookTooLong = (error: unknown): boolean =>
  (error as { code?: string }).code === '57014'

/** Asks as readers' requests do. @throws Error when they would not be answered; for readiness */
export async function checkDatabase({ quick }: Database): Promise<void> {
  await quick.pool.query('SELECT FROM sites LIMIT 1')
}

/**
 * Commits what `work` wrote, or nothing of it when `work` throws. `work` waits for nothing but its
 * own statements: what else it would wait for would hold locks and a connection.
 */
export async function inTransaction<T>(
  db: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const { lane, lanes, pool } = db
  return lane ? lanes(lane, () => transaction(pool, work)) : transaction(pool, work)
}

async function transaction<T>(pool: Queries, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

/** Whether the database could not be asked, as against an answer that it refused. */
export function isUnavailable(error: unknown): boolean {
  const { code, message, meta } = error as { code?: string; message?: string; meta?: unknown }
  if (code && (unavailable.has(code) || /^(08|53|57|55P03|40)/.test(code))) return true
  if (
    /timeout exceeded when trying to connect|timeout expired|Connection terminated|not queryable|Client was closed/.test(
      message ?? '',
    )
  )
    return true
  return (
    code?.startsWith('P') === true &&
    /Can't reach|ConnectionClosed|DatabaseNotReachable|SocketTimeout/.test(
      `${message} ${JSON.stringify(meta)}`,
    )
  )
}
