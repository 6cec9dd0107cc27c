import { adminEndpoints } from '../../src/admin/admin-api.routes'
import { readerEndpoints } from '../../src/web/reader-api.endpoints'
import { receiptEndpoints } from '../../src/web/receipt-api.endpoints'
import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire } from '../support/wire'

let postbag: Postbag
let receipt: string
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  receipt = (await postbag.post({ body: 'For its receipt.' })).body.receipt
})
afterAll(() => postbag.stop())

const article = '/sites/daily/articles/harbour-wall'
const pages: [path: string, methods: string][] = [
  ['/', 'GET, HEAD'],
  [article, 'GET, HEAD'],
  [`${article}/comments`, 'GET, HEAD, POST'],
  [`${article}/comments.rss`, 'GET, HEAD'],
  ['/receipts/RECEIPT', 'GET, HEAD'],
  ['/receipts/RECEIPT/edit', 'GET, HEAD, POST'],
  ['/receipts/RECEIPT/delete', 'GET, HEAD, POST'],
  ['/receipts/RECEIPT/appeal', 'GET, HEAD, POST'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/metrics', 'GET, HEAD'],
  ['/csp-reports', 'POST'],
  ['/api/openapi.json', 'GET, HEAD'],
  ['/api/docs', 'GET, HEAD'],
]

const grouped = new Map<string, string[]>()
for (const [prefix, endpoints] of [
  ['/api/v1', [...readerEndpoints, ...receiptEndpoints]],
  ['/api/admin/v1', adminEndpoints],
] as const)
  for (const { path, method } of endpoints) {
    const known = grouped.get(`${prefix}${path}`) ?? []
    grouped.set(`${prefix}${path}`, [
      ...known,
      ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]),
    ])
  }
const operations = Array.from(grouped, ([path, methods]): [string, string] => [
  path.replace(/\{\w+\}/g, 'x'),
  methods.join(', '),
])

describe.each([...pages, ...operations])('%s', (path, methods) => {
  test(`answers 405 to everything but ${methods}`, async () => {
    const unknown = ['DELETE', 'PATCH', 'PUT', 'POST', 'TRACE', 'PROPFIND', 'SEARCH', 'M-SEARCH']
    for (const method of unknown.filter((one) => !methods.includes(one))) {
      const answer = await sendOnWire(postbag.url, {
        method,
        path: path.replace('RECEIPT', receipt),
        headers: { 'x-planted': 'echo-me', authorization: `Bearer ${postbag.token}` },
      })
      expect([method, answer.status]).toEqual([method, 405])
      expect(String(answer.headers.allow).split(', ').sort()).toEqual(methods.split(', ').sort())
      expect(answer.text).not.toContain('echo-me')
      if (path.startsWith('/api/'))
        if (!/docs|openapi/.test(path))
          expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })
})

test.each([article, '/', `${postbagApi()}/comments`, `${postbagApi()}/challenge`, '/healthz'])(
  'HEAD %s says what GET says, without a body',
  async (path) => {
    const got = await sendOnWire(postbag.url, { path })
    const head = await sendOnWire(postbag.url, { method: 'HEAD', path })
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers['content-type']).toBe(got.headers['content-type'])
  },
)
function postbagApi() {
  return '/api/v1/sites/daily/articles/harbour-wall'
}

test('a form with errors that is loaded again leads back to where it came from', async () => {
  for (const [from, to] of [
    [`${article}/comments`, `${article}#comment-form`],
    [`/receipts/${receipt}/edit`, `/receipts/${receipt}`],
    [
      '/sites/%2F%2Fevil.example/articles/%5C/comments',
      '/sites/%2F%2Fevil.example/articles/%5C#comment-form',
    ],
  ]) {
    const answer = await sendOnWire(postbag.url, { path: from ?? '' })
    expect([answer.status, answer.headers.location]).toEqual([302, to])
  }
})

const anything: [name: string, method: string, path: string, body?: string][] = [
  ['the index', 'GET', '/'],
  ['an article', 'GET', article],
  ['a form with errors', 'POST', `${article}/comments`, 'author=&body='],
  ['a body that is too large', 'POST', `${article}/comments`, 'x'.repeat(70_000)],
  ['a receipt', 'GET', '/receipts/RECEIPT'],
  ['no receipt', 'GET', '/receipts/x'],
  ['a feed', 'GET', `${article}/comments.rss`],
  ['nothing', 'GET', '/nothing'],
  ['a broken address', 'GET', '/sites/%zz/articles/x'],
  ['a redirect', 'GET', `${article}/comments`],
  ['a sum', 'GET', `${postbagApi()}/challenge`],
  ['an API without a token', 'GET', '/api/admin/v1/queue'],
  ['an API that is not there', 'GET', '/api/nothing'],
  ['a description', 'GET', '/api/docs'],
  ['the description for programs', 'GET', '/api/openapi.json'],
  ['health', 'GET', '/healthz'],
  ['metrics', 'GET', '/metrics'],
  ['a wrong method', 'TRACE', '/'],
]

test.each(anything)('%s: strict headers, no cookie, no name of our tools', async (...wanted) => {
  const [, method, path, body] = wanted
  const { headers } = await sendOnWire(postbag.url, {
    method,
    path: path.replace('RECEIPT', receipt),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=b' },
    body,
  })
  const policy = String(headers['content-security-policy'])
  const directives = new Map(
    policy.split(';').map((directive) => {
      const [name, ...values] = directive.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
    'report-uri': '/csp-reports',
  })
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers.server).toBeUndefined()
})

test('pages and whatever speaks of one reader are stored by no cache', async () => {
  for (const path of [article, '/', `/receipts/${receipt}`, `/api/v1/receipts/${receipt}`])
    expect((await sendOnWire(postbag.url, { path })).headers['cache-control']).toBe('no-store')
})

test('links are made without the host that a sender names', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  for (const path of ['/', article, `${article}/comments.rss`, '/api/openapi.json', '/api/docs'])
    expect((await sendOnWire(postbag.url, { path, headers })).text).not.toContain('evil.example')
})
