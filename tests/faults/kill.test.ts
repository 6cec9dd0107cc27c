import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { type Database, openDatabase } from '../../src/platform/database'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres'
import { logger } from '../../src/platform/logger'
import { createTestDatabase } from '../support/database'
import { countPending, historiesOf } from '../support/history'
import { demoArticle, type Load, openTheGates, startLoad } from '../support/load'
import { killServers, type ServerProcess, startServer } from '../support/server-process'
import { waitUntil } from '../support/wait-until'

jest.setTimeout(60_000)
logger.level = 'silent'

const directory = mkdtempSync(join(tmpdir(), 'postbag-kill-'))
// when root runs the tests, another account runs PostgreSQL
chmodSync(directory, 0o755)
const loads: Load[] = []
afterEach(async () => {
  await Promise.all(loads.splice(0).map((load) => load.stop()))
  await killServers()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function tokenIn(dataDirectory: string): string {
  return JSON.parse(readFileSync(join(dataDirectory, 'first-run.json'), 'utf8')).token
}

async function putUnderLoad(server: ServerProcess, dataDirectory: string): Promise<Load> {
  await openTheGates(server.url, tokenIn(dataDirectory))
  const load = startLoad(await demoArticle(server.url), 16)
  loads.push(load)
  await waitUntil('comments come in', () => load.acknowledged.length >= 100, 20_000)
  return load
}

/** Every comment that was acknowledged exists and ends with one decision. */
async function expectNothingLost(db: Database, { acknowledged }: Load): Promise<void> {
  const ids = acknowledged.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  await waitUntil('all are judged', async () => (await countPending(db, ids)) === 0, 40_000)
  for (const { version, decisions, evaluations } of await historiesOf(db, ids)) {
    expect({ version, decisions: decisions.length }).toEqual({ version: 1, decisions: 1 })
    expect(evaluations).toBe(1)
  }
  expect((await verifyAudit(db)).flatMap(({ faults }) => faults)).toEqual([])
}

test('told to end under load it ends in order, and nothing it acknowledged is lost', async () => {
  const database = await createTestDatabase()
  const env = { DATABASE_URL: database.url, DATA_DIR: join(directory, 'term') }
  const server = await startServer(env)
  const load = await putUnderLoad(server, env.DATA_DIR)
  const answeredBefore = load.failures.slice()
  const startedAt = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  await load.stop()
  expect(answeredBefore).toEqual([])
  // whoever was refused was refused a connection, not answered with an error
  expect(load.failures.filter((failure) => /^\d/.test(failure))).toEqual([])

  const db = openDatabase(database.url)
  const again = await startServer(env)
  await expectNothingLost(db, load)
  expect(await again.stop()).toBe(0)
  await db.close()
  await database.drop()
})

test('after server and database are killed at once, everything acknowledged is there and is judged', async () => {
  const env = { DATA_DIR: join(directory, 'kill') }
  const server = await startServer(env)
  const load = await putUnderLoad(server, env.DATA_DIR)
  const pidFile = join(env.DATA_DIR, 'postgres', 'data', 'postmaster.pid')
  const [postgresPid = ''] = readFileSync(pidFile, 'utf8').split('\n')
  process.kill(Number(postgresPid), 'SIGKILL')
  server.child.kill('SIGKILL')
  await server.exited
  await load.stop()

  const again = await startServer(env)
  const { url } = await startEmbeddedPostgres({ directory: join(env.DATA_DIR, 'postgres') })
  const db = openDatabase(url)
  await expectNothingLost(db, load)
  await db.close()
  expect(await again.stop()).toBe(0)
})
