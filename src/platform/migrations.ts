import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Client } from 'pg'
import { sha256 } from './keys'
import { createClient } from './postgres-client'

/** The advisory lock that Prisma's own engine takes, so that the two never migrate at once. */
const prismaMigrateLock = 72707369

/** Building an index on a large table can take long. */
const limitMs = 3_600_000
/** Longer than for requests: at start nobody waits, and the database may be far away. */
const connectMs = 10_000

/** Time limit for each lock that a migration needs, in milliseconds. The start tries again after it. */
const lockMs = 3000

/** As Prisma's engine creates it. */
const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

type Migration = {
  name: string
  sql: string
  /** hexadecimal SHA-256 of the file */
  checksum: string
}

type AppliedMigration = {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

/**
 * Applies the migrations that a database lacks, with the bookkeeping of `prisma migrate deploy`,
 * which can take over at any time; its own engine would have to be downloaded. Each migration is
 * one transaction, except one that begins with the line `-- without a transaction`: it is a single
 * statement that may commit on its way and can be run again. Processes that start at the same
 * moment wait for each other.
 * @param url of the database
 * @param directory holds NAME/migration.sql; names sort in the order of application
 * @returns the names applied now
 * @throws Error when a migration fails, or one that was applied has been changed since
 */
export async function applyMigrations(url: string, directory: string): Promise<string[]> {
  const migrations = readMigrations(directory)
  const client = createClient({
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: limitMs,
  })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaMigrateLock])
    await client.query('SET client_min_messages = warning')
    // whoever uses the table would wait behind a migration that waits for a long reader
    await client.query(`SET lock_timeout = ${lockMs}`)
    await client.query(historyTable)
    const missing = withoutApplied(migrations, await readHistory(client))
    for (const migration of missing) await applyOne(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

function readMigrations(directory: string): Migration[] {
  const names = fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return names.map((name) => {
    const sql = fs.readFileSync(path.join(directory, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: sha256(sql).toString('hex') }
  })
}

async function readHistory(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

function withoutApplied(migrations: Migration[], history: AppliedMigration[]): Migration[] {
  const appliedByName = new Map(history.map((applied) => [applied.migration_name, applied]))
  return migrations.filter(({ name, checksum }) => {
    const applied = appliedByName.get(name)
    if (!applied) return true
    if (!applied.finished_at) {
      throw new Error(
        `Migration ${name} failed earlier. Repair the database, then delete its row in _prisma_migrations.`,
      )
    }
    if (applied.checksum !== checksum) {
      throw new Error(`Migration ${name} was changed after it had been applied to this database.`)
    }
    return false
  })
}

const isInPieces = (sql: string): boolean => sql.startsWith('-- without a transaction\n')

async function applyOne(client: Client, migration: Migration): Promise<void> {
  try {
    if (isInPieces(migration.sql)) await client.query(migration.sql)
    await client.query('BEGIN')
    if (!isInPieces(migration.sql)) await client.query(migration.sql)
    await recordApplied(client, migration)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const { message, code } = error as { message: string; code?: string }
    throw Object.assign(new Error(`Migration ${migration.name}: ${message}`, { cause: error }), {
      code,
    })
  }
}

const recordApplied = (client: Client, { name, checksum }: Migration) =>
  client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
