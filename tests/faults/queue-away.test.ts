import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reconcile } from '../../src/comments/relay-outbox.flow'
import { type Database, openDatabase } from '../../src/platform/database'
import { freePort } from '../../src/platform/free-port'
import { logger } from '../../src/platform/logger'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { countPending, historiesOf } from '../support/history'
import {
  type Acknowledged,
  demoArticle,
  openTheGates,
  postComment,
  startLoad,
} from '../support/load'
import { redisUrl } from '../support/redis'
import { killServers, startServer } from '../support/server-process'
import { startThrowawayRedis } from '../support/throwaway-redis'
import { waitUntil } from '../support/wait-until'

jest.setTimeout(60_000)
logger.level = 'silent'

let database: TestDatabase
let db: Database
let directory: string
beforeEach(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.url)
  directory = mkdtempSync(join(tmpdir(), 'postbag-queue-'))
})
afterEach(async () => {
  await killServers()
  await db.close()
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

const env = (more: Record<string, string> = {}) => ({
  DATABASE_URL: database.url,
  DATA_DIR: directory,
  ...more,
})
const openedArticle = async (url: string) => {
  const { token } = JSON.parse(readFileSync(join(directory, 'first-run.json'), 'utf8'))
  await openTheGates(url, token)
  return demoArticle(url)
}
const idsOf = (acknowledged: Acknowledged[]) => acknowledged.map(({ id }) => id)
const allJudged = (ids: string[]) =>
  waitUntil('all are judged', async () => (await countPending(db, ids)) === 0, 30_000)

/** What every process does four times a minute, for comments that have waited for a minute. */
async function reconcileAfterAMinute() {
  await db.pool.query(
    "UPDATE comments SET promised_at = promised_at - interval '1 minute' WHERE status = 'pending'",
  )
  await reconcile(db)
}

test('web and worker as two processes on one database: posting needs no worker, a worker needs no web', async () => {
  const web = await startServer(env(), '--only=web')
  const article = await openedArticle(web.url)
  const ids = idsOf([await postComment(article), await postComment(article)])
  await waitUntil('they are promised to the queue', async () => {
    const { rows } = await db.pool.query('SELECT FROM outbox')
    return rows.length === 0
  })
  expect(await countPending(db, ids)).toBe(2)
  expect(await web.stop()).toBe(0)

  const worker = await startServer(env(), '--only=worker')
  await allJudged(ids)
  expect(await worker.stop()).toBe(0)
})

const onRedis = redisUrl() ? test : test.skip

onRedis(
  'when Redis dies, posting goes on as fast; when it is back and empty, all is judged once',
  async () => {
    const port = await freePort()
    const redis = await startThrowawayRedis(port)
    const withRedis = env({ REDIS_URL: `redis://127.0.0.1:${port}` })
    const web = await startServer(withRedis, '--only=web')
    const article = await openedArticle(web.url)
    const before = [await postComment(article), await postComment(article)]
    await waitUntil('they are in the queue', async () => {
      const { rows } = await db.pool.query('SELECT FROM outbox')
      return rows.length === 0
    })

    const load = startLoad(article, 4)
    await waitUntil('comments come in', () => load.acknowledged.length >= 20)
    await redis?.stop()
    const seenBefore = load.acknowledged.length
    await waitUntil(
      'they still come in',
      () => load.acknowledged.length >= seenBefore + 200,
      20_000,
    )
    await load.stop()
    expect(load.failures).toEqual([])
    const during = load.acknowledged.slice(seenBefore).map(({ tookMs }) => tookMs)
    expect(during.toSorted((a, b) => a - b).at(Math.floor(during.length * 0.95))).toBeLessThan(1000)
    const readiness = await fetch(`${web.url}/readyz`)
    expect(readiness.status).toBe(200)
    expect(await readiness.json()).toMatchObject({ database: { ok: true }, queue: { ok: false } })

    const back = await startThrowawayRedis(port)
    const worker = await startServer(withRedis, '--only=worker')
    await reconcileAfterAMinute()
    const ids = idsOf([...before, ...load.acknowledged])
    await allJudged(ids)
    for (const { version, evaluations } of await historiesOf(db, ids))
      expect({ version, evaluations }).toEqual({ version: 1, evaluations: 1 })
    expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0])
    await back?.stop()
  },
)

test('when Redis is absent from the start, pages and posting work, and the process still ends when told to', async () => {
  const server = await startServer(env({ REDIS_URL: 'redis://127.0.0.1:1' }))
  const article = await openedArticle(server.url)
  const { id } = await postComment(article)
  expect(await countPending(db, [id])).toBe(1)
  const startedAt = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})
