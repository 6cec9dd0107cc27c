import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire } from '../support/wire'

const own = 'https://daily.example'
const foreign = 'https://weekly.example'

let postbag: Postbag
let receiptPath: string
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  await postbag.admin('PATCH', '/sites/weekly/settings', { origins: [foreign] })
  await postbag.admin('PATCH', '/sites/daily/settings', { origins: [own, 'http://localhost:8080'] })
  receiptPath = `/api/v1/receipts/${(await postbag.post({ body: 'For later.' })).body.receipt}`
})
afterAll(() => postbag.stop())

const ask = (path: string, headers: Record<string, string>, method = 'GET', body?: string) =>
  sendOnWire(postbag.url, { method, path, headers, body })
const allowed = (answer: { headers: Record<string, unknown> }) =>
  answer.headers['access-control-allow-origin']

test.each([own, 'http://localhost:8080'])('a page of the site may read: %s', async (origin) => {
  const answer = await ask(`${postbag.articleApi}/comments`, { origin })
  expect(answer.status).toBe(200)
  expect(allowed(answer)).toBe(origin)
  expect(answer.headers.vary).toMatch(/\borigin\b/i)
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
})

test.each([
  foreign,
  'null',
  'https://daily.example.evil.example',
  'https://evil-daily.example',
  'http://daily.example',
  'https://daily.example:8443',
  'https://DAILY.example',
  'https://daily.example/',
  'https://daily.example, https://evil.example',
  '*',
  'file://',
])('no other page may: %s', async (origin) => {
  for (const path of ['comments', 'challenge']) {
    const answer = await ask(`${postbag.articleApi}/${path}`, { origin })
    expect(answer.status).toBe(200)
    expect(allowed(answer)).toBeUndefined()
  }
})

test('without an origin there is no permission, and caches are told that there could be', async () => {
  const answer = await ask(`${postbag.articleApi}/comments`, {})
  expect(answer.status).toBe(200)
  expect(allowed(answer)).toBeUndefined()
  expect(answer.headers.vary).toMatch(/\borigin\b/i)
})

const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
}

test('a page of the site may ask whether it may post', async () => {
  const path = `${postbag.articleApi}/comments`
  const answer = await ask(path, { origin: own, ...preflight }, 'OPTIONS')
  expect(answer.status).toBe(204)
  expect(allowed(answer)).toBe(own)
  expect(answer.headers['access-control-allow-methods']).toBe('GET,POST,PATCH,DELETE')
  expect(answer.headers['access-control-allow-headers']).toBe('content-type')
  expect(answer.headers['access-control-max-age']).toBe('600')
  for (const origin of [foreign, 'null'])
    expect(allowed(await ask(path, { origin, ...preflight }, 'OPTIONS'))).toBeUndefined()
})

test('receipts and reports are open to the pages of every site, and to no others', async () => {
  for (const origin of [own, foreign])
    expect(allowed(await ask(receiptPath, { origin }))).toBe(origin)
  expect(allowed(await ask(receiptPath, { origin: 'https://evil.example' }))).toBeUndefined()
})

test('a page of the site may also read why it was refused', async () => {
  const path = `${postbag.articleApi}/comments`
  const json = { origin: own, 'content-type': 'application/json' }
  for (const [status, body] of [
    [422, '{}'],
    [400, '{"half'],
    [413, JSON.stringify({ body: 'x'.repeat(70_000) })],
  ] as const) {
    const answer = await ask(path, json, 'POST', body)
    expect(answer.status).toBe(status)
    expect(allowed(answer)).toBe(own)
    expect(answer.headers['access-control-expose-headers']).toMatch(/retry-after/i)
  }
  const unknown = await ask('/api/v1/receipts/x', { origin: own })
  expect([unknown.status, allowed(unknown)]).toEqual([404, own])
})

test('the admin API and the pages are open to no other origin at all', async () => {
  const authorization = `Bearer ${postbag.token}`
  for (const path of ['/api/admin/v1/queue', '/', '/api/openapi.json', '/healthz'])
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await ask(path, { origin: own, authorization, ...preflight }, method)
      expect(allowed(answer)).toBeUndefined()
    }
})
