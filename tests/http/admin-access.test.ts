import { adminEndpoints } from '../../src/admin/admin-api.routes'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'
import { sampleBody } from '../support/sweep'

let postbag: Postbag
/** Of another site: an owner, who may do everything there. */
let stranger: string
let moderator: string
let known: Record<string, string>

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  const token = async (role: string, site: string) =>
    (await postbag.admin('POST', '/tokens', { name: `${role} of ${site}`, role, site })).body
  stranger = (await token('owner', 'weekly')).token
  moderator = (await token('moderator', 'daily')).token
  const { body: comment } = await postbag.post({ author: 'Ada', body: 'A secret of the Daily.' })
  await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['eel'] })
  known = { site: 'daily', name: 'blocked', id: comment.id, comment_id: comment.id }
})
afterAll(() => postbag.stop())

type Wanted = (typeof adminEndpoints)[number]
const call = (endpoint: Wanted, token: string | undefined): Promise<Reply> => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x')
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  // a text or a comment, not both
  const body = path.endsWith('/try')
    ? { when: 'true', comment_id: known.id }
    : endpoint.body && sampleBody({ endpoint, known, prefix: '' })
  return postbag.reader(endpoint.method.toUpperCase(), `/api/admin/v1${path}`, body, headers)
}
const rows = (endpoints: readonly Wanted[]) =>
  endpoints.map((one) => [one.method.toUpperCase(), one.path, one] as const)

describe.each(rows(adminEndpoints))('%s %s', (_method, _path, endpoint) => {
  test('needs a token', async () => {
    const wrong = [undefined, '', 'x', `pb_${'A'.repeat(43)}`, `${postbag.token}x`]
    for (const token of wrong) {
      const { status, headers, body } = await call(endpoint, token)
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).toBe('Bearer')
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body).toMatchObject({ status: 401, title: 'Not signed in' })
    }
  })
})

const forOwners = adminEndpoints.filter(({ access }) => access === 'owner')
test.each(rows(forOwners))('%s %s is not for a moderator', async (_method, _path, endpoint) => {
  const { status, body } = await call(endpoint, moderator)
  expect(status).toBe(403)
  expect(body).toMatchObject({ status: 403, detail: 'This needs the role owner.' })
})

test.each(rows(adminEndpoints))(
  '%s %s shows and does nothing of another site',
  async (_method, path, endpoint) => {
    const before = await fingerprint()
    const { status, body } = await call(endpoint, stranger)
    expect(JSON.stringify(body ?? '')).not.toMatch(/secret|Ada|eel|The Daily/)
    // what names something of that site is as if it did not exist; lists leave it out
    if (/\{(site|id|comment_id)\}/.test(path)) expect(status).toBe(404)
    if (status < 300) expect(JSON.stringify(body ?? '')).not.toContain(known.id)
    expect(await fingerprint()).toEqual(before)
  },
)

/** Everything of the Daily that an outsider could change. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await postbag.services.db.pool.query(
    `SELECT s.settings, s.rule_set_version,
       (SELECT array_agg(c::text) FROM comments c WHERE c.site_id = s.id) AS comments,
       (SELECT count(*) FROM decisions d WHERE d.site_id = s.id) AS decisions,
       (SELECT count(*) FROM articles a WHERE a.site_id = s.id) AS articles,
       (SELECT array_agg(b::text) FROM banks b WHERE b.site_id = s.id) AS banks,
       (SELECT count(*) FROM tokens t WHERE t.site_id IS DISTINCT FROM w.id AND t.revoked_at IS NULL) AS tokens,
       (SELECT count(*) FROM moderators m WHERE m.site_id IS DISTINCT FROM w.id AND m.disabled_at IS NULL) AS moderators,
       (SELECT seq FROM audit_heads h WHERE h.chain = s.id) AS events
     FROM sites s, sites w WHERE s.slug = 'daily' AND w.slug = 'weekly'`,
  )
  return rows
}

test.each(['?site=daily', '?site=nowhere'])(
  'a list for %s is not found, whether the site exists or not',
  async (query) => {
    for (const path of ['/queue', '/comments', '/audit', '/stats']) {
      const { status, body } = await postbag.admin('GET', `${path}${query}`, undefined, stranger)
      expect([path, status, body.detail]).toEqual([path, 404, 'There is no such site.'])
    }
  },
)

test('a decision of another site can be neither made nor undone', async () => {
  const path = `/comments/${known.id}/decisions`
  const { body: decision } = await postbag.admin('POST', path, { action: 'hold' })
  const many = { decisions: [{ comment_id: known.id, action: 'approve' }] }
  const { body: bulk } = await postbag.admin('POST', '/decisions', many, stranger)
  expect(bulk.results).toMatchObject([{ comment_id: known.id, status: 404 }])
  const { body: batch } = await postbag.admin('POST', '/decisions', {
    decisions: [{ comment_id: known.id, action: 'reject' }],
  })
  for (const undo of [`/decisions/${decision.id}/undo`, `/batches/${batch.batch_id}/undo`]) {
    const { status } = await postbag.admin('POST', undo, undefined, stranger)
    expect(status).toBe(404)
  }
  const claims = await postbag.admin('POST', '/queue/claims', {}, stranger)
  expect(claims.body.items).toEqual([])
})

test('a token may be written in small letters of its scheme, and only in the header', async () => {
  const with_ = async (authorization: string, query = '') =>
    (await postbag.reader('GET', `/api/admin/v1/sites${query}`, undefined, { authorization }))
      .status
  expect(await with_(`bearer ${postbag.token}`)).toBe(200)
  expect(await with_(`BEARER ${postbag.token}`)).toBe(200)
  expect(await with_(`Basic ${postbag.token}`)).toBe(401)
  expect(await with_(`Bearer ${postbag.token} more`)).toBe(401)
  expect(await with_(`Bearer ${postbag.token.toUpperCase()}`)).toBe(401)
  expect(await with_('', `?token=${postbag.token}&access_token=${postbag.token}`)).toBe(401)
})
