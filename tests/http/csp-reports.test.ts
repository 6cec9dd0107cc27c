import { symbols } from 'pino'
import { logger } from '../../src/platform/logger'
import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire } from '../support/wire'

let postbag: Postbag
const lines: string[] = []

beforeAll(async () => {
  postbag = await startPostbag({ worker: false, trustProxy: 1 })
  const stream = (logger as unknown as Record<symbol, { write(line: string): boolean }>)[
    symbols.streamSym
  ]
  if (!stream) throw new Error('Pino keeps its stream elsewhere.')
  jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0)
  logger.level = 'warn'
})
afterAll(async () => {
  logger.level = 'silent'
  jest.restoreAllMocks()
  await postbag.stop()
})
beforeEach(() => void lines.splice(0))

let networks = 0
/** From a network of its own, unless told otherwise. */
const send = (
  body: string,
  type = 'application/csp-report',
  from = `198.51.${++networks}.7`,
): Promise<{ status: number; text: string }> =>
  sendOnWire(postbag.url, {
    ...{ method: 'POST', path: '/csp-reports', body },
    headers: { 'content-type': type, 'x-forwarded-for': from },
  })
const logged = () =>
  lines.map((line) => {
    const { page, directive, blocked } = JSON.parse(line)
    return [page, directive, blocked]
  })

const old = (more: object = {}) =>
  JSON.stringify({
    'csp-report': {
      'document-uri': 'https://comments.example/sites/daily/articles/harbour?q=secret#mine',
      'violated-directive': "script-src 'self'",
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://evil.example/steal.js?of=ada',
      'script-sample': 'alert("Ada")',
      ...more,
    },
  })
const recent = (body: object, type = 'csp-violation') => ({
  ...{ type, age: 10, url: 'https://comments.example/', user_agent: 'Somebody' },
  body,
})

test('a report of either kind is one line: the page, the directive, and the origin of what was refused', async () => {
  expect(await send(old())).toMatchObject({ status: 204, text: '' })
  const body = {
    ...{ documentURL: 'https://comments.example/receipts/very-secret/edit?x=1' },
    ...{ effectiveDirective: 'style-src-attr', blockedURL: 'inline' },
  }
  const several = JSON.stringify([recent(body), recent({}, 'deprecation'), recent(body), 7])
  expect((await send(several, 'application/reports+json')).status).toBe(204)
  const line = ['/receipts/…/edit', 'style-src-attr', 'inline']
  expect(logged()).toEqual([
    ['/sites/daily/articles/harbour', 'script-src-elem', 'https://evil.example'],
    ...[line, line],
  ])
  expect(lines.join('')).not.toMatch(/secret|steal|Ada|ada|mine|Somebody|198\.51/)
})

test('the metrics count them by directive', async () => {
  const count = async () => {
    const { text } = await sendOnWire(postbag.url, { path: '/metrics' })
    return Number(/csp_violations_total\{directive="img-src"\} (\d+)/.exec(text)?.[1] ?? 0)
  }
  const before = await count()
  await send(old({ 'effective-directive': 'img-src' }))
  expect((await count()) - before).toBe(1)
})

test.each([
  ['no JSON', '{"csp-report"'],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a report that is a list', '{"csp-report": []}'],
  ['a list of what is none', '[null, 1, "x", {}, []]'],
  ['too long a body', old({ 'script-sample': 'x'.repeat(17_000) })],
  ['a deep one', '['.repeat(8000)],
])('%s is answered as a report is, and leaves no line', async (_, body) => {
  for (const type of ['application/csp-report', 'application/reports+json'])
    expect(await send(body, type)).toMatchObject({ status: 204, text: '' })
  expect(lines).toEqual([])
})

test.each(['text/plain', 'application/json', 'application/x-www-form-urlencoded'])(
  'what comes as %s is not read',
  async (type) => {
    expect((await send(old(), type)).status).toBe(204)
    expect(lines).toEqual([])
  },
)

test('whatever is written in it, a line stays one short line of plain signs', async () => {
  const forged = 'x\n{"level":60,"msg":"forged"}\u001b[31m\u2028<script>'
  await send(
    old({
      'document-uri': `https://comments.example/${forged}${'y'.repeat(3000)}`,
      'effective-directive': forged,
      'blocked-uri': `https://${'z'.repeat(300)}.example/${forged}`,
    }),
  )
  await send(old({ 'document-uri': forged, 'blocked-uri': forged }))
  await send(old({ 'document-uri': { a: 1 }, 'blocked-uri': 7 }))
  await send(old({ 'blocked-uri': 'javascript:alert(1)' }))
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    expect(line.length).toBeLessThan(500)
    expect(line).toMatch(/^[\x20-\x7e…]+\n$/)
    expect(line).not.toMatch(/forged|<script>|alert/)
  }
  expect(logged()[1]).toEqual(['', 'script-src-elem', ''])
})

test('one body makes ten lines at most', async () => {
  const one = recent({ documentURL: 'https://a.example/', effectiveDirective: 'img-src' })
  await send(JSON.stringify(Array(80).fill(one)), 'application/reports+json')
  expect(lines).toHaveLength(10)
})

test('one network is heard twenty times a minute, all together two hundred times', async () => {
  const from = '203.0.113.9'
  for (let sent = 0; sent < 25; sent++)
    expect((await send(old(), undefined, from)).status).toBe(204)
  expect(lines).toHaveLength(20)
  for (let sent = 0; sent < 250; sent++) expect((await send(old())).status).toBe(204)
  expect(lines.length).toBeLessThanOrEqual(200)
  expect(lines.length).toBeGreaterThan(100)
})

test('behind TLS the newer way is named as well, on plain HTTP not', async () => {
  const of = async (url: string, path: string) => {
    const { headers } = await sendOnWire(url, { path })
    return [
      String(headers['content-security-policy']).split(/; ?/).slice(-2),
      headers['reporting-endpoints'],
    ]
  }
  const behindTls = await startPostbag({ worker: false, publicUrl: 'https://desk.example' })
  for (const path of ['/', '/console/sign-in']) {
    const [directives, endpoints] = await of(behindTls.url, path)
    expect(directives).toEqual(['report-uri /csp-reports', 'report-to csp'])
    expect(endpoints).toBe('csp="/csp-reports"')
    expect(await of(postbag.url, path)).toEqual([
      ["frame-ancestors 'none'", 'report-uri /csp-reports'],
      undefined,
    ])
  }
  await behindTls.stop()
})
