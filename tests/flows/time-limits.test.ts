import { createBatcher } from '../../src/platform/batcher'
import {
  type Database,
  inTransaction,
  isUnavailable,
  openDatabase,
} from '../../src/platform/database'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { type SilentProxy, startSilentProxy } from '../support/silent-proxy'

jest.setTimeout(40_000)

const connections = 3
let newsroom: Newsroom
let proxy: SilentProxy
let db: Database
beforeEach(async () => {
  newsroom = await openNewsroom()
  proxy = await startSilentProxy(newsroom.databaseUrl)
  db = openDatabase(proxy.url, connections)
})
afterEach(async () => {
  await Promise.all([db.close(), proxy.stop()])
  await newsroom.close()
})

/** @returns the error of some work, undefined if it succeeds, and its duration */
async function failure(work: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const startedAt = performance.now()
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { error, ms: performance.now() - startedAt }
}

/** @returns the backend pids of all connections of the pool */
const pidsOf = async ({ pool }: Database): Promise<number[]> => {
  const asked = Array.from({ length: connections }, () =>
    pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid, pg_sleep(0.1)'),
  )
  return (await Promise.all(asked)).map(({ rows }) => rows[0]?.pid ?? 0)
}

type Ways = Record<string, () => Promise<unknown>>
const inAHurry: Ways = {
  statement: () => db.quick.pool.query('SELECT 1'),
  transaction: () => inTransaction(db.quick, (client) => client.query('SELECT 1')),
}
const others: Ways = {
  statement: () => db.pool.query('SELECT 1'),
  transaction: () => inTransaction(db, (client) => client.query('SELECT 1')),
  prisma: () => db.prisma.site.findMany(),
}

/** The limits allow for a busy machine. */
test.each([
  ['urgent', inAHurry, 5000],
  ['other', others, 18_000],
])('Q2: %s work times out when its connection has gone silent', async (_what, ways, limitMs) => {
  const pids = new Set(await pidsOf(db))
  proxy.silenceOpenOnes()
  const failures = await Promise.all(Object.values(ways).map((ask) => failure(ask())))
  for (const { error, ms } of failures) {
    expect(isUnavailable(error)).toBe(true)
    expect(ms).toBeLessThan(limitMs)
  }
  for (const ask of Object.values(ways)) await expect(ask()).resolves.toBeDefined()
  expect((await pidsOf(db)).filter((pid) => pids.has(pid))).toEqual([])
})

test('Q2: one silent connection makes the pool discard the idle ones as well', async () => {
  await pidsOf(db)
  proxy.silenceOpenOnes()
  expect((await failure(db.quick.pool.query('SELECT 1'))).error).toBeDefined()
  const startedAt = performance.now()
  await pidsOf(db)
  expect(performance.now() - startedAt).toBeLessThan(2000)
})

test('Q2: connecting to a server that accepts and never answers times out', async () => {
  proxy.isDead = true
  // more statements than connections, so that some wait for a connection
  const failures = await Promise.all(
    Array.from({ length: 9 }, () => failure(db.quick.pool.query('SELECT 1'))),
  )
  for (const { error, ms } of failures) {
    expect(isUnavailable(error)).toBe(true)
    expect(ms).toBeLessThan(5000)
  }
  proxy.isDead = false
  await expect(db.quick.pool.query('SELECT 1')).resolves.toBeDefined()
})

test('Q2: a slow statement may finish, unless a reader waits for it', async () => {
  const slow = 'SELECT pg_sleep(4)'
  const [patient, quick] = await Promise.all([
    failure(db.pool.query(slow)),
    failure(db.quick.pool.query(slow)),
  ])
  expect(patient.error).toBeUndefined()
  expect(isUnavailable(quick.error)).toBe(true)
  expect(quick.ms).toBeLessThan(patient.ms)
})

test('Q2: a batch that hangs times out for all its items, and the next batch is written', async () => {
  const written: number[][] = []
  let isHung = true
  const write = async (items: readonly number[]) => {
    if (isHung) await new Promise(() => undefined)
    written.push([...items])
    return items
  }
  const intake = createBatcher<number, number>({ size: 10, ms: 300 }, write)
  const failures = await Promise.all([1, 2, 3].map((item) => failure(intake(item))))
  expect(failures.map(({ error }) => isUnavailable(error))).toEqual([true, true, true])
  isHung = false
  expect(await intake(4)).toBe(4)
  // items that timed out in the queue are not written later
  expect(written).toEqual([[4]])
})
