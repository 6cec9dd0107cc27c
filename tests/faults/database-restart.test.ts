import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { reconcile } from '../../src/comments/relay-outbox.flow'
import { type Database, openDatabase } from '../../src/platform/database'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres'
import { freePort } from '../../src/platform/free-port'
import { logger } from '../../src/platform/logger'
import { countPending, historiesOf } from '../support/history'
import {
  demoArticle,
  type Load,
  openTheGates,
  postComment,
  startLoad,
  toldToRetry,
} from '../support/load'
import { serverPidIn, startOwnPostgres } from '../support/own-postgres'
import { redisUrl } from '../support/redis'
import { killServers, type ServerProcess, startServer } from '../support/server-process'
import { startThrowawayRedis } from '../support/throwaway-redis'
import { waitUntil } from '../support/wait-until'

jest.setTimeout(90_000)
logger.level = 'silent'

const directory = mkdtempSync(join(tmpdir(), 'postbag-restart-'))
// if root runs the tests, PostgreSQL runs under another account
chmodSync(directory, 0o755)
const loads: Load[] = []
const opened: { stop(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(loads.splice(0).map((load) => load.stop()))
  await killServers()
  for (const one of opened.splice(0)) await one.stop()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const tokenIn = (dataDirectory: string): string =>
  JSON.parse(readFileSync(join(dataDirectory, 'first-run.json'), 'utf8')).token

async function putUnderLoad(articles: readonly string[]): Promise<Load[]> {
  const started = articles.map((article) => startLoad(article, 6))
  loads.push(...started)
  await untilMoreComeIn(started)
  return started
}

const untilMoreComeIn = (started: readonly Load[], limitMs?: number) =>
  Promise.all(
    started.map((load) => {
      const before = load.acknowledged.length
      return waitUntil('comments come in', () => load.acknowledged.length >= before + 20, limitMs)
    }),
  )

/** Call when the database is down or about to go down. Waits until it answers and the service accepts posts again. */
async function untilServedAgain(db: Database, articles: readonly string[]): Promise<void> {
  await waitUntil('the database answers', () => db.pool.query('SELECT 1'))
  for (const article of articles)
    await waitUntil('posts are taken again', () => postComment(article), 5000)
}

const terminateAll = (db: Database) =>
  db.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )

/** No request failed except with a request to retry; every acknowledged comment exists and gets one decision. */
async function expectNothingLost(db: Database, started: readonly Load[]): Promise<void> {
  expect([...new Set(started.flatMap(({ failures }) => failures))]).toEqual(
    started.some(({ failures }) => failures.length > 0) ? [toldToRetry] : [],
  )
  const ids = started.flatMap(({ acknowledged }) => acknowledged.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  await waitUntil(
    'all are judged',
    async () => {
      // the reconciler would do this by itself a minute later
      await db.pool.query(
        "UPDATE comments SET promised_at = promised_at - interval '1 minute' WHERE status = 'pending'",
      )
      await reconcile(db)
      return (await countPending(db, ids)) === 0
    },
    40_000,
  )
  for (const { decisions, evaluations } of await historiesOf(db, ids))
    expect({ decisions: decisions.length, evaluations }).toEqual({ decisions: 1, evaluations: 1 })
  expect((await verifyAudit(db)).flatMap(({ faults }) => faults)).toEqual([])
}

async function expectToEnd(...servers: ServerProcess[]): Promise<void> {
  for (const server of servers) {
    expect(server.complaint()).toBe('')
    expect(await server.stop()).toBe(0)
  }
}

test('Q1: `npm start` survives every crash of its PostgreSQL without losing data', async () => {
  const env = { DATA_DIR: join(directory, 'embedded') }
  const server = await startServer(env)
  await openTheGates(server.url, tokenIn(env.DATA_DIR))
  const articles = [await demoArticle(server.url)]
  const started = await putUnderLoad(articles)
  const at = join(env.DATA_DIR, 'postgres')
  const { url } = await startEmbeddedPostgres({ directory: at })
  const db = openDatabase(url)
  opened.push({ stop: () => db.close() })
  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    const before = serverPidIn(at)
    process.kill(before, signal)
    await waitUntil('another PostgreSQL runs', () => serverPidIn(at) !== before)
    await untilServedAgain(db, articles)
    await untilMoreComeIn(started)
  }
  for (let time = 0; time < 5; time++) {
    await terminateAll(db)
    await untilMoreComeIn(started, 5000)
  }
  await Promise.all(started.map((load) => load.stop()))
  await expectNothingLost(db, started)
  await expectToEnd(server)
})

const onRedis = redisUrl() ? test : test.skip

onRedis(
  'Q1: without Redis, two web processes survive every crash of PostgreSQL without losing data',
  async () => {
    const port = await freePort()
    const redis = await startThrowawayRedis(port)
    const postgres = await startOwnPostgres()
    opened.push(postgres)
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      DATA_DIR: join(directory, 'external'),
    }
    const first = await startServer(env, '--only=web')
    const second = await startServer(env, '--only=web')
    await openTheGates(first.url, tokenIn(env.DATA_DIR))
    const articles = await Promise.all([first, second].map(({ url }) => demoArticle(url)))
    const started = await putUnderLoad(articles)
    const db = openDatabase(postgres.url)
    opened.unshift({ stop: () => db.close() })
    await redis?.stop()
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      await untilMoreComeIn(started)
      postgres.signal(signal)
      await untilServedAgain(db, articles)
    }
    for (let time = 0; time < 5; time++) {
      await terminateAll(db)
      await untilMoreComeIn(started, 5000)
    }
    await Promise.all(started.map((load) => load.stop()))
    const back = await startThrowawayRedis(port)
    if (back) opened.push(back)
    const worker = await startServer(env, '--only=worker')
    await expectNothingLost(db, started)
    await expectToEnd(worker, first, second)
  },
)
