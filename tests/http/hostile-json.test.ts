import { createToken } from '../../src/accounts/token.store'
import { usualBodyBytes } from '../../src/platform/http/bodies'
import { findSite } from '../../src/sites/site.store'
import { addModerator, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire, type WireAnswer } from '../support/wire'

let postbag: Postbag
/** A token with the lowest role, for one site. */
let moderator: string
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const siteId = postbag.site.id
  const made = await createToken(postbag.services.db, {
    name: 'low',
    role: 'moderator',
    siteId,
    madeBy: null,
  })
  moderator = made.secret
})
afterAll(() => postbag.stop())

type Sent = { path: string; method?: string; token?: string; type?: string }

const send = (body: string, { path, method, token, type }: Sent): Promise<WireAnswer> =>
  sendOnWire(postbag.url, {
    ...{ path, method: method ?? 'POST', body },
    headers: {
      'content-type': type ?? 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  })

const scores = (body: string) => send(body, { path: '/api/admin/v1/scores', token: moderator })

const megabytes = 1024 * 1024
const tooDeep = 'The body is nested more than 32 levels deep.'
const tooMany = 'The body has more than 50000 values.'

test.each([
  ['lists', '['.repeat(12 * megabytes), tooDeep],
  ['closed lists', '['.repeat(33) + ']'.repeat(33), tooDeep],
  ['objects', '{"texts":'.repeat(megabytes), tooDeep],
  ['numbers', `{"texts":[${'0,'.repeat(6 * megabytes)}0]}`, tooMany],
  ['members', `{${'"":0,'.repeat(2 * megabytes)}"":0}`, tooMany],
])('S1: 12 MB of %s are refused at once, whatever the role', async (_name, body, detail) => {
  const { status, text, milliseconds } = await scores(body)
  expect([status, JSON.parse(text)]).toEqual([422, expect.objectContaining({ detail })])
  expect(milliseconds).toBeLessThan(3_000)
})

test('S6: at most 20 errors are listed', async () => {
  const body = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`k${index}`, 0]))
  const unknown = await scores(JSON.stringify({ texts: ['a'], ...body, ['x'.repeat(50_000)]: 0 }))
  expect(unknown.status).toBe(422)
  expect(JSON.parse(unknown.text)).toMatchObject({ more_errors: 39_981 })
  expect(JSON.parse(unknown.text).errors).toHaveLength(20)
  const wrong = await scores(JSON.stringify({ texts: Array(100).fill(0) }))
  expect(JSON.parse(wrong.text).errors).toHaveLength(20)
  const long = await scores(JSON.stringify({ texts: ['a'], ['x'.repeat(50_000)]: 0 }))
  for (const { text } of [unknown, wrong, long]) expect(text.length).toBeLessThan(5_000)
  const one = JSON.parse((await scores('{"texts":["a"],"b":0}')).text)
  expect(one.errors).toEqual([{ field: 'b', message: 'There is no such field.' }])
  expect(one).not.toHaveProperty('more_errors')
})

const deep = `{"author":${'['.repeat(10_000)}${']'.repeat(10_000)}}`

test.each([
  ['a reader’s comment', () => ({ path: `${postbag.articleApi}/comments` })],
  ['a form of readers', () => ({ path: '/sites/daily/articles/harbour-wall/comments' })],
  ['a claim in the console', () => ({ path: '/console/decisions' })],
  ['a rule', () => ({ path: '/api/admin/v1/sites/daily/rules', token: postbag.token })],
])('S1: JSON nested 10,000 deep is refused: %s', async (_name, sentTo) => {
  const { status, text } = await send(deep, sentTo())
  expect(status).toBe(422)
  expect(text).toContain(tooDeep)
})

test('S1: a deeply nested browser report is ignored', async () => {
  const report = { path: '/csp-reports', type: 'application/csp-report' }
  expect((await send('['.repeat(16_000), report)).status).toBe(204)
})

test('S1: JSON in another charset is refused, because its levels cannot be counted in the raw bytes', async () => {
  const type = 'application/json; charset=utf-16le'
  const { status } = await send('{}', { path: '/api/admin/v1/scores', token: moderator, type })
  expect(status).toBe(415)
})

const blanks = ' '.repeat(2 * usualBodyBytes)
const admin = '/api/admin/v1/sites/daily'

test.each([
  ['scores of texts', 'POST', '/api/admin/v1/scores', { texts: ['a'] }, 200],
  ['settings', 'PATCH', `${admin}/settings`, { language: 'en' }, 200],
  ['a bank', 'PUT', `${admin}/banks/boats`, { kind: 'words', entries: ['boat'] }, 201],
  ['a file of rules', 'PUT', `${admin}/rule-file`, { yaml: 'postbag: 1' }, 200],
  ['an article', 'POST', `${admin}/articles`, { title: 'A' }, 201],
  ['a rule to try', 'POST', `${admin}/rules/try`, { when: 'true', body: 'A' }, 200],
  ['house rules', 'POST', `${admin}/house-rules`, { text: 'Be kind.' }, 201],
  ['a new site', 'POST', '/api/admin/v1/sites', { slug: 'large', name: 'L' }, 413],
  ['a saved search', 'POST', '/api/admin/v1/saved-searches', { name: 'x' }, 413],
  ['a comment of a reader', 'POST', '/api/v1/sites/daily/articles/harbour-wall/comments', {}, 413],
])(
  'S6: a body over 64 KiB is accepted only where needed: %s',
  async (_name, method, path, body, expected) => {
    const sent = JSON.stringify(body)
    const padded = `${sent.slice(0, 1)}${blanks}${sent.slice(1)}`
    const { status } = await send(padded, { path, method, token: postbag.token })
    expect(status).toBe(expected)
  },
)

test('S6: the largest batch of decisions is accepted, with a note on each', async () => {
  const note = '\\u00e9'.repeat(2000)
  const one = `{"comment_id":"${crypto.randomUUID()}","action":"hold","note":"${note}"}`
  const body = `{"decisions":[${Array(200).fill(one).join()}]}`
  const sent = { path: '/api/admin/v1/decisions', token: moderator }
  expect((await send(body, sent)).status).toBe(200)
})

test('S6: the body of an unauthorized request is not read', async () => {
  const sent = { path: `${admin}/rule-file`, method: 'PUT' }
  expect((await send('['.repeat(megabytes), { ...sent, token: moderator })).status).toBe(403)
  expect((await send('['.repeat(megabytes), { ...sent, token: 'pb_none' })).status).toBe(401)
})

test('S1: the longest lists of domains and networks are accepted', async () => {
  const hosts = (name: string) =>
    Array.from({ length: 10_000 }, (_, index) => `${name}${index}.example`)
  const settings = {
    blocked_domains: hosts('bad'),
    allowed_domains: hosts('good'),
    blocked_networks: hosts('').map((_, index) => `2001:db8:${index.toString(16)}::/48`),
  }
  expect((await postbag.admin('PATCH', '/sites/daily/settings', settings)).status).toBe(200)
})

test('S1: long lists are validated once per change, not at every request', async () => {
  const read = async () => (await findSite(postbag.services.db, 'daily'))?.settings
  const before = await read()
  expect(before?.blocked_networks).toHaveLength(10_000)
  expect(await read()).toBe(before)
  await postbag.admin('PATCH', '/sites/daily/settings', { blocked_networks: ['203.0.113.0/24'] })
  expect((await read())?.blocked_networks).toEqual(['203.0.113.0/24'])
})

test('S1: a form of nothing but line breaks or blanks is refused, one with 20,000 phrases is accepted', async () => {
  await addModerator(postbag, { email: 'owner@daily.example', name: 'Olga', role: 'owner' })
  const owner = await signedInAs(postbag, 'owner@daily.example')
  const entries = `${'ab cd ef gh \r\n'.repeat(19_999)}boat`
  const form = { name: 'typed', kind: 'words', entries }
  const lines = await owner.post('/console/banks/daily', {
    ...form,
    entries: '\n'.repeat(4_000_000),
  })
  expect(lines.status).toBe(422)
  expect(lines.text).toContain('The form has too many lines.')
  const blanks = await owner.post('/console/banks/daily', { ...form, entries: ' '.repeat(12e6) })
  expect(blanks.status).toBe(422)
  expect(blanks.text).toContain('The form has too many blanks.')
  expect((await owner.post('/console/banks/daily', form)).status).toBe(303)
})
