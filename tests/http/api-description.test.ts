import { adminEndpoints } from '../../src/admin/admin-api.routes'
import type { EndpointDescription } from '../../src/platform/http/endpoint'
import { problemSchema } from '../../src/platform/http/problem'
import { readerEndpoints } from '../../src/web/reader-api.endpoints'
import { receiptEndpoints } from '../../src/web/receipt-api.endpoints'
import { publish } from '../support/many-comments'
import { textOfHtml } from '../support/page'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'

type Json = { [key: string]: Json } & { $ref?: string }

let postbag: Postbag
let description: Json
beforeAll(async () => {
  postbag = await startPostbag()
  description = (await postbag.reader('GET', '/api/openapi.json')).body
})
afterAll(() => postbag.stop())

const described: { prefix: string; endpoint: EndpointDescription }[] = [
  ...[...readerEndpoints, ...receiptEndpoints].map((endpoint) => ({ prefix: '/api/v1', endpoint })),
  ...adminEndpoints.map((endpoint) => ({ prefix: '/api/admin/v1', endpoint })),
]

describe('the description for programs', () => {
  test('is an OpenAPI 3.1 document of every operation, and of no other', () => {
    expect(description.openapi).toBe('3.1.0')
    const found = Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    const expected = described.map(
      ({ prefix, endpoint: { method, path } }) => `${method} ${prefix}${path}`,
    )
    expect(found.sort()).toEqual(expected.sort())
    expect(new Set(expected).size).toBe(expected.length)
  })

  test('has a summary, a tag, parameters and answers for each of them', () => {
    for (const { prefix, endpoint } of described) {
      const operation = description.paths?.[`${prefix}${endpoint.path}`]?.[endpoint.method]
      expect(operation?.summary).toBe(endpoint.summary)
      expect(operation?.tags).toEqual([endpoint.tag])
      const parameters = operation?.parameters as unknown as { name: string; in: string }[]
      const inPath = Array.from(endpoint.path.matchAll(/\{(\w+)\}/g), ([, name]) => name)
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
      expect(parameters.filter((one) => one.in === 'query').map(({ name }) => name)).toEqual(
        Object.keys(endpoint.query?.shape ?? {}),
      )
      expect(operation?.requestBody !== undefined).toBe(endpoint.body !== undefined)
      const answers = Object.keys(operation?.responses ?? {})
      expect(answers).toEqual(expect.arrayContaining(Object.keys(endpoint.answers)))
      expect(answers.some((status) => Number(status) < 300)).toBe(true)
      if (endpoint.access === 'public') expect(operation?.security).toEqual([])
      else expect(answers).toEqual(expect.arrayContaining(['401', '403']))
    }
  })

  test('refers to nothing that it does not hold', () => {
    const references: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref') references.push(String(inner))
        else collect(inner)
      }
    }
    collect(description)
    expect(references.length).toBeGreaterThan(50)
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#\//)
      const target = reference
        .slice(2)
        .split('/')
        .reduce<Json | undefined>((inner, key) => inner?.[key], description)
      expect([reference, typeof target]).toEqual([reference, 'object'])
    }
  })

  test('says nothing of the machine that it runs on', () => {
    expect(JSON.stringify(description)).not.toMatch(/localhost|127\.0\.0\.1|\/home\/|node_modules/)
  })
})

test('the page for people shows every operation', async () => {
  const { status, headers, body } = await postbag.reader('GET', '/api/docs')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  const text = textOfHtml(body)
  for (const { prefix, endpoint } of described) {
    expect(text).toContain(`${prefix}${endpoint.path}`)
    expect(text.includes(endpoint.summary) ? '' : endpoint.summary).toBe('')
  }
})

/** What was answered has to be described, member by member, and what is described has to be so. */
function expectAsDescribed(method: string, path: string, reply: Reply): void {
  const { endpoint, prefix } =
    described.find((one) => one.endpoint.method === method && one.endpoint.path === path) ?? {}
  const operation = description.paths?.[`${prefix}${path}`]?.[method]
  const where = `${method} ${path} ${reply.status}`
  if (!operation?.responses?.[reply.status])
    throw new Error(`${where} is not described: ${JSON.stringify(reply.body)}`)
  if (reply.status >= 400) {
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problemSchema.parse(reply.body)).toMatchObject({ status: reply.status })
    return
  }
  const schema = endpoint?.answers[reply.status]?.schema
  if (schema) expect([where, schema.parse(reply.body)]).toEqual([where, reply.body])
  else expect([where, reply.body]).toEqual([where, ''])
}

test('what readers are answered is as described', async () => {
  const { articleApi } = postbag
  const article = '/sites/{site}/articles/{slug}'
  const read = (path: string, method = 'GET', body?: unknown) => postbag.reader(method, path, body)
  const id = await publish(postbag, 'A public word.')
  expectAsDescribed('get', `${article}/challenge`, await read(`${articleApi}/challenge`))
  expectAsDescribed('get', `${article}/comments`, await read(`${articleApi}/comments`))
  expectAsDescribed('get', `${article}/comments`, await read(`${articleApi}/comments?limit=0`))
  const captcha = await postbag.captcha()
  const post = (body: string) =>
    read(`${articleApi}/comments`, 'POST', { author: 'A', body, captcha })
  const sent = await post('Described.')
  for (const reply of [
    sent,
    await post('Another.'),
    await read(`${articleApi}/comments`, 'POST', {}),
  ])
    expectAsDescribed('post', `${article}/comments`, reply)
  const nowhere = `${articleApi}x/comments`
  expectAsDescribed('post', `${article}/comments`, await read(nowhere, 'POST', {}))
  const receipt = `/api/v1/receipts/${sent.body.receipt}`
  const edited = await read(receipt, 'PATCH', { body: 'Described anew.' })
  expectAsDescribed('patch', '/receipts/{receipt}', edited)
  expectAsDescribed('patch', '/receipts/{receipt}', await read(receipt, 'PATCH', {}))
  await postbag.admin('POST', `/comments/${sent.body.id}/decisions`, { action: 'reject' })
  expectAsDescribed('get', '/receipts/{receipt}', await read(receipt))
  expectAsDescribed('get', '/receipts/{receipt}', await read('/api/v1/receipts/x'))
  for (const body of [{ text: '' }, { text: 'Please.' }, { text: 'Again.' }])
    expectAsDescribed(
      'post',
      '/receipts/{receipt}/appeals',
      await read(`${receipt}/appeals`, 'POST', body),
    )
  for (const body of [{}, { reason: 'spam' }])
    expectAsDescribed(
      'post',
      '/comments/{id}/reports',
      await read(`/api/v1/comments/${id}/reports`, 'POST', body),
    )
  expectAsDescribed('delete', '/receipts/{receipt}', await read(receipt, 'DELETE'))
  await postbag.admin('PATCH', '/sites/daily/settings', { comments_open: false })
  expectAsDescribed('post', `${article}/comments`, await post('Closed.'))
  await postbag.admin('PATCH', '/sites/daily/settings', { comments_open: true })
})

test('what moderators are answered is as described', async () => {
  const check = async (
    method: string,
    path: string,
    given: Record<string, string>,
    body?: object,
  ) => {
    const { '?': query = '', ...parts } = given
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? 'x')
    const reply = await postbag.admin(method.toUpperCase(), `${filled}${query}`, body)
    expectAsDescribed(method, path, reply)
    return reply.body
  }
  await postbag.admin('PUT', '/sites/daily/banks/suspect', { kind: 'words', entries: ['conger'] })
  const { id } = await postbag.judged({ author: 'Kim', body: 'The conger https://a.example' })
  const site = 'daily'
  await check('get', '/queue', { '?': '?state=held' })
  await check('get', '/queue', { '?': '?state=x' })
  await check('post', '/queue/claims', {}, { limit: 5 })
  await check('post', '/queue/claims', {}, { limit: 'x' })
  await check('delete', '/queue/claims/{comment_id}', { comment_id: id })
  await check('get', '/comments', { '?': '?q=conger' })
  await check('get', '/comments/{id}', { id })
  await check('get', '/comments/{id}', { id: 'x' })
  const decision = await check('post', '/comments/{id}/decisions', { id }, { action: 'approve' })
  await check('post', '/comments/{id}/decisions', { id }, { action: 'approve' })
  await check('post', '/comments/{id}/decisions', { id }, { action: 'spam', version: 0 })
  const many = { decisions: [{ comment_id: id, action: 'spam', version: 99 }] }
  const { batch_id } = await check('post', '/decisions', {}, many)
  await check('post', '/decisions/{id}/undo', { id: decision.id })
  await check('post', '/decisions/{id}/undo', { id: decision.id })
  await check('post', '/batches/{id}/undo', { id: batch_id })
  await check('get', '/comments/{id}', { id })
  await check('get', '/sites', {})
  await check('post', '/sites', {}, { slug: 'new', name: 'New' })
  await check('post', '/sites', {}, { slug: 'new', name: 'New' })
  await check('get', '/sites/{site}/settings', { site })
  await check('patch', '/sites/{site}/settings', { site }, { language: 'de' })
  await check('patch', '/sites/{site}/settings', { site }, { language: 5 })
  await check('post', '/sites/{site}/articles', { site }, { title: 'Described' })
  await check('get', '/sites/{site}/articles', { site })
  const bank = { kind: 'words', entries: ['eel'] }
  await check('put', '/sites/{site}/banks/{name}', { site, name: 'one' }, bank)
  await check(
    'put',
    '/sites/{site}/banks/{name}',
    { site, name: 'one' },
    { ...bank, entries: ['*'] },
  )
  await check('get', '/sites/{site}/banks/{name}', { site, name: 'one' })
  await check('get', '/sites/{site}/banks', { site })
  await check('delete', '/sites/{site}/banks/{name}', { site, name: 'one' })
  const token = await check('post', '/tokens', {}, { name: 'T', role: 'moderator' })
  await check('get', '/tokens', {})
  await check('delete', '/tokens/{id}', { id: token.id })
  const person = { email: 'p@news.example', name: 'P', role: 'owner', password: 'correct horse 9' }
  const moderator = await check('post', '/moderators', {}, person)
  await check('get', '/moderators', {})
  await check('delete', '/moderators/{id}', { id: moderator.id })
  await check('get', '/audit', { '?': '?site=daily' })
  await check('get', '/stats', {})
  await check('get', '/stats', { '?': '?from=2026-01-02&to=2026-01-01' })
  await check('post', '/scores', {}, { texts: ['You fool, visit https://casino.example'], site })
  await check('post', '/scores', {}, { texts: [], site })
})
