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
   * The same database with a limit of `quickMs` for each statement, for readers' requests and for loops
   * that must not stall. Queries through Prisma keep the default limit.
   */
  quick: Database
  /** See `laneOf`. Work outside a lane starts at once. */
  lanes: Lanes
  lane?: string
  close(): Promise<void>
}

/** Includes the wait for a connection; leaves time to answer 503 within three seconds. */
export const quickMs = 2800

/**
 * @param connections at the most; 8 was the fastest on two cores.
 */
export function openDatabase(url: string, connections = 8): Database {
  const pool = new PostgresPool({
    connectionString: url,
    max: connections,
    statement_timeout: 10_000,
    // below every client-side limit: a lock timeout reported by the server keeps the connection usable
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 20_000,
  })
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  const lanes = createLanes(laneLimits, isStalled)
  const quick: Database = {
    ...{ pool: pool.within(quickMs), prisma, lanes, close },
    get quick() {
      return quick
    },
  }
  return { pool, prisma, quick, lanes, close }
}

/**
 * The same database, with its SQL queries and transactions in the lane of a key. Writers of one site wait
 * for each other's locks; a lane limits how many connections they hold meanwhile. Work in a lane must
 * not enter another one.
 * @param key usually a site id; null: the lane that all work without a site shares
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

/** Whether an error is a lock timeout, a statement timeout or a missing answer. */
const isStalled = (error: unknown): boolean =>
  ['55P03', '57014', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '')

/** Below the pool size, so that a stalled lane leaves connections for reading. */
const laneLimits = { maxPerLane: 3, maxProbes: 3, maxWaitMs: 2000 }

/** Whether PostgreSQL cancelled a statement for taking too long. Its input may be the cause. */
export const tookTooLong = (error: unknown): boolean =>
  (error as { code?: string }).code === '57014'

/** Readiness check, with the limits of readers' requests. @throws Error when those would fail */
export async function checkDatabase({ quick }: Database): Promise<void> {
  await quick.pool.query('SELECT FROM sites LIMIT 1')
}

/**
 * Commits what `work` wrote, or nothing when `work` throws. `work` must wait for nothing but its own
 * statements, because it holds locks and a connection.
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
