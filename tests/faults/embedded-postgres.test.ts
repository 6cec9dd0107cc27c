import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { Client } from 'pg'
import { waitUntil } from '../support/wait-until'

/** The watchdog gets its chance as soon as the process is gone, a fast shutdown takes a moment. */
const lingerLimitMs = 3000

type Running = { child: ChildProcess; exited: Promise<number | null>; url: string; owned: boolean }

// the space is part of the test
const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'postbag faults '))
// when root runs the tests, another account runs PostgreSQL
fs.chmodSync(parent, 0o755)
const directory = path.join(parent, 'data directory')
const pidFile = path.join(directory, 'data', 'postmaster.pid')
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await waitUntil('every PostgreSQL has ended', () => !fs.existsSync(pidFile))
})

afterAll(() => fs.rmSync(parent, { recursive: true, force: true }))

function launch(at = directory) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/run-embedded-postgres.ts', at],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  children.push(child)
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  return { child, exited, output: () => output, complaint: () => complaint }
}

/** @returns once the server of that process answers */
async function start(at = directory): Promise<Running> {
  const { child, exited, output, complaint } = launch(at)
  const line = await Promise.race([
    waitUntil('the process reports its URL', () => output().includes('\n') && output(), 25_000),
    exited.then((code) => {
      throw new Error(`It ended with code ${code}: ${complaint()}`)
    }),
  ])
  return { child, exited, ...JSON.parse(line as string) }
}

async function stop({ child, exited }: Running) {
  child.kill('SIGTERM')
  expect(await exited).toBe(0)
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const remember = (url: string, word: string) =>
  query(url, `CREATE TABLE IF NOT EXISTS notes (word text); INSERT INTO notes VALUES ('${word}')`)

const remembered = async (url: string) =>
  (await query(url, 'SELECT word FROM notes')).map(({ word }) => word)

function serverPid(): number {
  return Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('data outlives an orderly stop and a new start', async () => {
  const first = await start()
  expect(first.owned).toBe(true)
  expect(new URL(first.url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/postbag' })
  await remember(first.url, 'kept')
  const pid = serverPid()
  await stop(first)
  expect(isAlive(pid)).toBe(false)

  const second = await start()
  expect(await remembered(second.url)).toContain('kept')
  await stop(second)
})

test('when the process is killed, PostgreSQL ends by itself and the next start finds the data', async () => {
  const first = await start()
  await remember(first.url, 'before the kill')
  first.child.kill('SIGKILL')
  await waitUntil('PostgreSQL has ended', () => !fs.existsSync(pidFile), lingerLimitMs)

  const second = await start()
  expect(await remembered(second.url)).toContain('before the kill')
  await stop(second)
})

test('when process and PostgreSQL are killed together, the next start recovers', async () => {
  const first = await start()
  await remember(first.url, 'before both were killed')
  first.child.kill('SIGKILL')
  process.kill(serverPid(), 'SIGKILL')
  await first.exited
  expect(fs.existsSync(pidFile)).toBe(true)

  const second = await start()
  expect(second.owned).toBe(true)
  expect(await remembered(second.url)).toContain('before both were killed')
  await stop(second)
})

test('when PostgreSQL alone is killed, it comes back at the same address', async () => {
  const running = await start()
  const pid = serverPid()
  process.kill(pid, 'SIGKILL')
  await waitUntil('a new server runs', () => serverPid() !== pid)
  await waitUntil('it answers', () => query(running.url, 'SELECT 1'))
  await stop(running)
})

test('a second process on the same directory shares the server and leaves it running', async () => {
  const owner = await start()
  const guest = await start()
  expect(guest).toMatchObject({ url: owner.url, owned: false })
  await stop(guest)
  expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await stop(owner)
})

test('processes that start together on a new directory agree on one server', async () => {
  const fresh = path.join(parent, 'fresh')
  const started = await Promise.all([start(fresh), start(fresh)])
  expect(started.map(({ owned }) => owned).sort()).toEqual([false, true])
  expect(started[0]?.url).toBe(started[1]?.url)
  const leftovers = fs.readdirSync(fresh)
  expect(leftovers).toEqual(['data'])
  for (const running of started.sort((a, b) => Number(a.owned) - Number(b.owned))) {
    await stop(running)
  }
})

test('a lock file that names a foreign live process does not prevent the start', async () => {
  const first = await start()
  const [, ...otherLines] = fs.readFileSync(pidFile, 'utf8').split('\n')
  await stop(first)
  fs.writeFileSync(pidFile, [process.pid, ...otherLines].join('\n'))

  const second = await start()
  expect(second.owned).toBe(true)
  await stop(second)
})

test('data of another major version of PostgreSQL is refused with advice and left alone', async () => {
  const old = path.join(parent, 'old')
  fs.mkdirSync(path.join(old, 'data'), { recursive: true })
  fs.writeFileSync(path.join(old, 'data', 'PG_VERSION'), '13\n')
  const { exited, complaint } = launch(old)
  expect(await exited).toBe(1)
  expect(complaint()).toMatch(/was written by PostgreSQL 13; .* brings PostgreSQL \d+.*pg_dump/)
  expect(fs.readdirSync(path.join(old, 'data'))).toEqual(['PG_VERSION'])
})
