import { stringify } from 'yaml'
import { type Postbag, startPostbag } from '../support/postbag'
import { killServers, type ServerProcess, startServer } from '../support/server-process'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
/** A separate process, because these inputs have crashed the service and would crash the tests. */
let server: ServerProcess
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { databaseUrl = '', dataDirectory } = postbag.services.config
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDirectory }
  server = await startServer(env, '--only=web')
})
afterAll(async () => {
  await killServers()
  await postbag.stop()
})

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as a client in plain JavaScript would
type Reply = { status: number; headers: Headers; body: any }

async function sendFile(
  yaml: string,
  { site = 'daily', signal }: SendOptions = {},
): Promise<Reply> {
  const response = await fetch(`${server.url}/api/admin/v1/sites/${site}/rule-file`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${postbag.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ yaml }),
    ...(signal ? { signal } : {}),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
type SendOptions = { site?: string; signal?: AbortSignal }

/** @returns the longest time that a trivial request took while some work was going on */
async function longestWaitDuring(work: Promise<unknown>): Promise<number> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  work.then(over, over)
  let longestMs = 0
  while (!isOver) {
    const startedAt = performance.now()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    longestMs = Math.max(longestMs, performance.now() - startedAt)
  }
  return longestMs
}

const nested = (open: string, close: string) => (depth: number) =>
  `${open.repeat(depth)}${close.repeat(depth)}`

const depths = [2_000, 200_000]
const deep: [name: string, make: (depth: number) => string][] = [
  ['lists', nested('[', ']')],
  ['lists in groups', nested('[{"a":', '}]')],
  ['lists by dashes', nested('- ', '')],
]

test.each(deep)('S1: nested %s are refused at any depth', async (_name, make) => {
  for (const depth of depths) {
    const { status, body } = await sendFile(make(depth))
    expect([depth, status, body.errors]).toEqual([
      depth,
      422,
      [expect.objectContaining({ field: '', code: 'too_deep' })],
    ])
  }
  expect(server.child.exitCode).toBeNull()
})

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const slow: [name: string, code: string, yaml: string][] = [
  ['100,000 quotes', 'not_yaml', '"'.repeat(100_000)],
  ['2 MB of anchors', 'not_plain', '&a '.repeat(700_000)],
  ['100,000 keys of one group', 'too_many_keys', many(100_000, (index) => `k${index}: x\n`)],
]

test.each(slow)('S1: %s are refused without delaying other requests', async (_name, code, yaml) => {
  const sent = sendFile(yaml)
  const waitMs = await longestWaitDuring(sent)
  const { status, body } = await sent
  expect([status, body.errors.map((one: { code: string }) => one.code)]).toEqual([422, [code]])
  expect(waitMs).toBeLessThan(3_000)
})

test('S1: the largest word lists are read without delaying other requests', async () => {
  const signs = [':[[[x', '{{"a]]', '- - -a', '? b', "it's", '&c', 'do*', '!e', '% f', '# g']
  const entries = signs.concat(Array.from({ length: 10_000 }, (_, index) => `word${index}`))
  const banks = [
    { name: 'signs', kind: 'words', entries, disguises: true },
    { name: 'more', kind: 'words', entries: entries.slice(20), disguises: false },
    {
      name: 'codes',
      kind: 'patterns',
      entries: ['[[:alpha:]]{3}[{]x', '(a|b)"'],
      disguises: false,
    },
  ]
  const sent = sendFile(stringify({ postbag: 1, banks }))
  expect(await longestWaitDuring(sent)).toBeLessThan(3_000)
  expect(await sent).toMatchObject({ status: 200, body: { banks: 3, rules: 0 } })
  const file = (await postbag.admin('GET', '/sites/daily/rule-file')).body
  expect(await sendFile(file)).toMatchObject({ status: 200, body: { banks: 3 } })
  expect((await postbag.admin('GET', '/sites/daily/rule-file')).body).toBe(file)
})

test('S1: a site can have one file read at a time, and reading stops when the client disconnects', async () => {
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  // checking compiles every pattern, which would take minutes
  const bank = (name: number) => ({
    ...{ name: `b${name}`, kind: 'patterns' },
    entries: Array.from({ length: 500 }, (_, index) => `[\\p{L}\\p{N}${name}.${index}]{1,30}`),
  })
  const slow = JSON.stringify({
    postbag: 1,
    banks: Array.from({ length: 50 }, (_, name) => bank(name)),
  })
  const leaving = new AbortController()
  const both = [1, 2].map(() => sendFile(slow, { signal: leaving.signal }))
  const refused = await Promise.race(both)
  expect(refused).toMatchObject({ status: 429, body: { status: 429 } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await sendFile('postbag: 1\n', { site: 'weekly' })).status).toBe(200)
  leaving.abort()
  const ended = await Promise.allSettled(both)
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const isRead = async () => (await sendFile('postbag: 1\n')).status === 200
  await waitUntil('the next file of the site is read', isRead, 10_000)
})
