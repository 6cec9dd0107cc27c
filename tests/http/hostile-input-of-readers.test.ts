import { z } from 'zod'
import type { EndpointDescription } from '../../src/platform/http/endpoint'
import { readerEndpoints } from '../../src/web/reader-api.endpoints'
import { receiptEndpoints } from '../../src/web/receipt-api.endpoints'
import { type Postbag, startPostbag } from '../support/postbag'
import { attacksOn, findWeaknesses } from '../support/sweep'

let postbag: Postbag
/** A comment of its own for every operation: some of them delete it. */
async function known(): Promise<Record<string, string>> {
  const { body } = await postbag.post({ body: 'One comment that everything is aimed at.' })
  return { site: 'daily', slug: 'harbour-wall', receipt: body.receipt, id: body.id }
}
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const api = [...readerEndpoints, ...receiptEndpoints]

test.each(api.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
  'nothing hostile breaks %s /api/v1%s',
  async (_method, _path, endpoint) => {
    const attacks = attacksOn({ prefix: '/api/v1', endpoint, known: await known() })
    expect(attacks.length).toBeGreaterThan(25)
    expect(await findWeaknesses(postbag.url, attacks)).toEqual([])
  },
)

const text = z.string()
const page = (
  method: EndpointDescription['method'],
  path: string,
  shape: { query?: string[]; body?: string[] } = {},
): EndpointDescription => ({
  method,
  path,
  summary: '',
  tag: '',
  access: 'public',
  answers: {},
  ...(shape.query && {
    query: z.object(Object.fromEntries(shape.query.map((key) => [key, text]))),
  }),
  ...(shape.body && { body: z.object(Object.fromEntries(shape.body.map((key) => [key, text]))) }),
})
const article = '/sites/{site}/articles/{slug}'
const form = ['author', 'body', 'parent_id', 'captcha_token', 'captcha_answer', 'website']
const pages = [
  page('get', '/'),
  page('get', article, { query: ['sort', 'page', 'reply_to', 'receipt'] }),
  page('post', `${article}/comments`, { body: form }),
  page('get', `${article}/comments.rss`),
  page('get', '/receipts/{receipt}', { query: ['done'] }),
  page('post', '/receipts/{receipt}/edit', { body: ['body'] }),
  page('post', '/receipts/{receipt}/appeal', { body: ['text'] }),
  page('post', '/receipts/{receipt}/delete'),
  page('get', '/healthz'),
  page('get', '/readyz'),
  page('get', '/api/openapi.json'),
  page('get', '/api/docs'),
  page('get', '/assets/{name}'),
  page('get', '/{name}'),
  page('post', '/{name}/{id}', { body: ['x'] }),
]

test.each(pages.map((one) => [one.method, one.path, one] as const))(
  'nothing hostile breaks the page %s %s',
  async (_method, _path, endpoint) => {
    const attacks = attacksOn({ prefix: '', endpoint, known: await known() })
    expect(attacks.length).toBeGreaterThan(25)
    expect(await findWeaknesses(postbag.url, attacks)).toEqual([])
  },
)

test('the service still works and nothing was smuggled into all objects', async () => {
  const { status } = await postbag.post({ body: 'And one more after all of that.' })
  expect(status).toBe(202)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
