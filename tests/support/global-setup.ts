import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { Client, Pool } from 'pg'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres'
import { applyMigrations } from '../../src/platform/migrations'
import { prepareQueueTables } from '../../src/platform/queue-connection'
import { templateDatabase } from './database'
import { startThrowawayRedis } from './throwaway-redis'

declare global {
  var stopTestServices: (() => Promise<void>) | undefined
}

/** One PostgreSQL with a migrated template database, and one Redis if there is any, for all tests. */
export default async function setUp(): Promise<void> {
  // or a developer's own data would be tested on
  delete process.env.DATABASE_URL
  delete process.env.REDIS_URL

  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postbag-test-'))
  const [postgres, redis] = await Promise.all([
    startEmbeddedPostgres({ directory, unsafe: true, settings: { max_connections: '300' } }),
    process.env.TEST_REDIS_URL ? undefined : startThrowawayRedis(),
  ])
  globalThis.stopTestServices = async () => {
    await Promise.all([postgres.stop(), redis?.stop()])
    fs.rmSync(directory, { recursive: true, force: true })
  }
  process.env.TEST_DATABASE_URL = postgres.url
  if (redis) process.env.TEST_REDIS_URL = redis.url
  try {
    requireRedisInCi()
    await createTemplate(postgres.url)
  } catch (error) {
    // Jest does not tear down what was not set up
    await globalThis.stopTestServices()
    throw error
  }
}

function requireRedisInCi(): void {
  if (process.env.CI && !process.env.TEST_REDIS_URL) {
    throw new Error('CI must test on Redis: install redis-server or set TEST_REDIS_URL.')
  }
}

async function createTemplate(serverUrl: string): Promise<void> {
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`CREATE DATABASE ${templateDatabase}`)
  const url = new URL(serverUrl)
  url.pathname = `/${templateDatabase}`
  await applyMigrations(url.href, path.resolve(__dirname, '../../prisma/migrations'))
  const pool = new Pool({ connectionString: url.href })
  await prepareQueueTables(pool)
  await pool.end()
  // a connection left open would make every copy fail
  await server.query(`ALTER DATABASE ${templateDatabase} WITH ALLOW_CONNECTIONS false`)
  await server.end()
}
