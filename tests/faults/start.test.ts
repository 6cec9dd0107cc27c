import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { demoArticle, openTheGates, postComment } from '../support/load'
import { killServers, launchServer, startServer } from '../support/server-process'
import { waitUntil } from '../support/wait-until'

const directory = mkdtempSync(join(tmpdir(), 'postbag start '))
// when root runs the tests, another account runs PostgreSQL
chmodSync(directory, 0o755)
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(killServers)
afterAll(async () => {
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

const statusAt = async (url: string) => (await fetch(url)).status

test('one command on a new directory: pages, a token, a judged comment; the same again finds it all', async () => {
  const env = { DATA_DIR: join(directory, 'new') }
  const first = await startServer(env)
  expect(await statusAt(first.url)).toBe(200)
  expect(await (await fetch(`${first.url}/readyz`)).json()).toMatchObject({ ok: true })
  const file = join(env.DATA_DIR, 'first-run.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { token, password } = JSON.parse(readFileSync(file, 'utf8'))
  expect(first.output()).toContain(token)
  expect(first.output()).toContain(password)

  await openTheGates(first.url, token)
  const { receipt } = await postComment(await demoArticle(first.url))
  const statusOf = async (url: string) =>
    ((await (await fetch(`${url}/api/v1/receipts/${receipt}`)).json()) as { status: string }).status
  await waitUntil('it is judged', async () => (await statusOf(first.url)) !== 'pending')
  expect(await first.stop()).toBe(0)
  expect(first.output()).toContain('Postbag has stopped')

  const second = await startServer(env)
  expect(second.output()).not.toContain(token)
  expect(await statusOf(second.url)).toBe('held')
  expect(await second.stop()).toBe(0)
  expect(first.complaint() + second.complaint()).toBe('')
})

test('a port that another program has is left to it, and a free one is taken and told', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  )
  const env = { DATABASE_URL: database.url, DATA_DIR: join(directory, 'port'), PORT: String(port) }
  const server = await startServer(env)
  const taken = Number(new URL(server.url).port)
  expect(taken).not.toBe(port)
  expect(await statusAt(`${server.url}/healthz`)).toBe(200)
  expect(await server.stop()).toBe(0)
  other.close()
})

test('an environment that cannot be used stops the start with one message about everything', async () => {
  const dataDirectory = join(directory, 'never')
  const { exited, complaint, output } = launchServer({
    DATA_DIR: dataDirectory,
    PORT: '70000',
    DATABASE_URL: 'mysql://localhost/postbag',
    REDIS_URL: 'localhost:6379',
    PUBLIC_URL: 'news',
    SECRET_KEY: 'short',
    TRUST_PROXY: 'true',
    LOG_LEVEL: 'loud',
  })
  expect(await exited).toBe(1)
  const names = complaint().match(/^ {2}[A-Z_]+(?=: .)/gm) ?? []
  expect(names.map((name) => name.trim()).toSorted()).toEqual(
    [
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'PUBLIC_URL',
      'SECRET_KEY',
      'TRUST_PROXY',
      'LOG_LEVEL',
    ].toSorted(),
  )
  expect(complaint()).not.toContain('    at ')
  expect(output()).toBe('')
  expect(existsSync(dataDirectory)).toBe(false)
})

test('a part that does not exist is refused with advice', async () => {
  const { exited, complaint } = launchServer({ DATA_DIR: directory }, '--only=queue')
  expect(await exited).toBe(1)
  expect(complaint()).toBe('--only=queue is unknown: use --only=web or --only=worker.\n')
})
