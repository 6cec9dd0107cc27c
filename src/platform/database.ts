import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool, PoolClient } from 'pg'
import { PrismaClient } from '../generated/prisma/client'
import { logger } from './logger'
import { createPool } from './postgres-client'

/** One pool for both ways in: Prisma for ordinary records, SQL for the hot paths. */
export type Database = { pool: Pool; prisma: PrismaClient; close(): Promise<void> }

/**
 * @param connections at the most; 8 was the fastest on two cores.
 */
export function openDatabase(url: string, connections = 8): Database {
  const pool = createPool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 3000,
    statement_timeout: 10_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 20_000,
  })
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'database connection lost'))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** @throws Error when it does not answer; for readiness */
export async function checkDatabase(db: Database): Promise<void> {
  await db.pool.query('SELECT 1')
}

/**
 * Commits what `work` wrote, or nothing of it when `work` throws. `work` waits for nothing but its
 * own statements: what else it would wait for would hold locks and a connection.
 */
export async function inTransaction<T>(
  db: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect()
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
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(
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
