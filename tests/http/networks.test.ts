import { publish } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'
import { sendOnWire } from '../support/wire'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ trustProxy: 1 })
})
afterAll(() => postbag.stop())

const from = (address: string) => ({ 'x-forwarded-for': address })
const wrong = (headers: Record<string, string>) =>
  postbag.reader('POST', `${postbag.articleApi}/comments`, {}, headers)

describe('writing is limited for each network', () => {
  test('after 60 in a minute there is 429 with a time to wait, for the whole /24', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        return (await wrong(from(`198.51.100.${index}`))).status
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([422]))
    const refused = await wrong(from('198.51.100.200'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(refused.body).toMatchObject({ status: 429, title: 'Too many requests' })
    expect((await wrong(from('198.51.101.1'))).status).toBe(422)
    const reading = await postbag.reader(
      'GET',
      `${postbag.articleApi}/comments`,
      undefined,
      from('198.51.100.1'),
    )
    expect(reading.status).toBe(200)
  })

  test('what a sender writes before the address of the proxy changes nothing', async () => {
    for (const claimed of ['203.0.113.9', '127.0.0.1', "' OR 1=1 --", '::1, ::1', 'unknown'])
      expect((await wrong(from(`${claimed}, 198.51.100.7`))).status).toBe(429)
    for (const header of ['forwarded', 'x-real-ip', 'client-ip', 'true-client-ip'])
      expect((await wrong({ ...from('198.51.100.7'), [header]: '192.0.2.1' })).status).toBe(429)
  })

  test('a page that is refused gives the typed text back', async () => {
    const { status, headers, text } = await sendOnWire(postbag.url, {
      method: 'POST',
      path: '/sites/daily/articles/harbour-wall/comments',
      headers: { ...from('198.51.100.7'), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'author=Ada&body=An+hour+of+%3Cwork%3E',
    })
    expect(status).toBe(429)
    expect(headers['retry-after']).toMatch(/^\d+$/)
    expect(text).toContain('An hour of &lt;work>')
    expect(text).toContain('Ada')
  })

  test('the addresses of one /64 are one network', async () => {
    for (let index = 0; index < 60; index++)
      expect((await wrong(from(`2001:db8:1:2::${index.toString(16)}`))).status).toBe(422)
    expect((await wrong(from('2001:db8:1:2:ffff::1'))).status).toBe(429)
    expect((await wrong(from('2001:db8:1:3::1'))).status).toBe(422)
    expect((await wrong(from('::ffff:198.51.100.9'))).status).toBe(429)
  })

  test('moderators are not limited', async () => {
    const headers = { authorization: `Bearer ${postbag.token}`, ...from('198.51.100.7') }
    const { status } = await postbag.reader('POST', '/api/admin/v1/queue/claims', {}, headers)
    expect(status).toBe(200)
  })
})

describe('reports', () => {
  const report = (id: string, address: string, body: object = { reason: 'insult' }) =>
    postbag.reader('POST', `/api/v1/comments/${id}/reports`, body, from(address))

  test('one of each network counts, and the moderators see them', async () => {
    const id = await publish(postbag, 'Whoever built this wall was asleep.')
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.255', '203.0.113.1', '2001:db8::1'])
      expect((await report(id, address)).status).toBe(202)
    const { body } = await postbag.admin('GET', '/queue?site=daily&state=reported')
    expect(body.items).toMatchObject([{ id, reports: 3, status: 'approved' }])
    const again = await report(id, '192.0.2.9', { reason: 'spam', detail: 'Another reason.' })
    expect(again.status).toBe(202)
    const { body: detail } = await postbag.admin('GET', `/comments/${id}`)
    expect(detail.report_list).toHaveLength(3)
    await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
    const { body: after } = await postbag.admin('GET', '/queue?site=daily&state=reported')
    expect(after.total).toBe(0)
  })

  test('what is not public, or does not exist, cannot be reported; both look the same', async () => {
    const held = await postbag.judged({ author: 'Kim', body: 'Waiting for somebody to read me.' })
    const answers = [
      await report(held.id, '192.0.2.1'),
      await report(crypto.randomUUID(), '192.0.2.1'),
      await report('no-id', '192.0.2.1'),
    ]
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test.each([{}, { reason: 'because' }, { reason: ['spam'] }, { reason: 'spam', detail: 5 }])(
    '%j is refused',
    async (body) => {
      const id = await publish(postbag, `A remark on ${JSON.stringify(body)}`)
      expect((await report(id, '192.0.2.1', body)).status).toBe(422)
    },
  )
})

test('the address of a reader is nowhere in the database', async () => {
  const { body: challenge } = await postbag.reader('GET', `${postbag.articleApi}/challenge`)
  const [, left, right] = /(\d) \+ (\d)/.exec(challenge.question) ?? []
  const captcha = { token: challenge.token, answer: String(Number(left) + Number(right)) }
  const comment = { author: 'Lou', body: 'Nobody knows where I live.', captcha }
  const headers = { ...from('203.0.113.77'), 'user-agent': 'Lousbrowser/9' }
  const path = `${postbag.articleApi}/comments`
  const { body } = await postbag.reader('POST', path, comment, headers)
  await waitUntil('it is judged', async () => {
    const { body: own } = await postbag.reader('GET', `/api/v1/receipts/${body.receipt}`)
    return own.status !== 'pending'
  })
  const { pool } = postbag.services.db
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `SELECT count(*) FROM ${name} t WHERE t::text ~* '203.0.113|lousbrowser|cb0071'`,
    )
    expect([name, rows[0].count]).toEqual([name, 0])
  }
})
