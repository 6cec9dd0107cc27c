import { publish } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { plainText } from '../support/saved-comments'
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

describe('a blocked network', () => {
  const settings = '/sites/daily/settings'
  const blocked = ['192.0.2.77', '2001:db8:77::/48']
  let texts = 0
  const sent = async (address: string) => {
    const body = plainText(texts++)
    const { id, receipt, status } = await postbag.judged({ author: 'Kay', body }, address)
    const { evaluation, findings } = (await postbag.admin('GET', `/comments/${id}`)).body
    const rules = findings.map(({ rule }: { rule: string }) => rule)
    return { id, receipt, status, isListed: evaluation.features.client.onBlocklist, rules }
  }
  beforeAll(async () => {
    await postbag.admin('PATCH', settings, { default_action: 'approve', blocked_networks: blocked })
  })

  test('has its comments held, and the author is told why; its neighbours are left alone', async () => {
    for (const address of ['192.0.2.77', '::ffff:192.0.2.77', '2001:db8:77:5::1']) {
      const held = await sent(address)
      expect(held).toMatchObject({ status: 'held', isListed: true, rules: ['blocked_network'] })
      const { body: own } = await postbag.reader('GET', `/api/v1/receipts/${held.receipt}`)
      expect(own.reason).toBe('blocked_network')
    }
    for (const address of ['192.0.2.78', '2001:db8:78::1'])
      expect(await sent(address)).toMatchObject({ status: 'approved', isListed: false, rules: [] })
  })

  test('can be read by a rule of the owner', async () => {
    await postbag.admin('POST', '/sites/daily/rules', {
      ...{ name: 'Shut out', when: 'client.onBlocklist', mode: 'shadow' },
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'reject', reason: 'house_rules' },
    })
    expect((await sent('192.0.2.77')).rules).toHaveLength(2)
    expect((await sent('192.0.2.78')).rules).toHaveLength(0)
  })

  test('counts from the next comment on, and for a comment what it was when it was sent', async () => {
    const before = await sent('192.0.2.78')
    await postbag.admin('PATCH', settings, { blocked_networks: [...blocked, '192.0.2.0/24'] })
    expect((await sent('192.0.2.78')).isListed).toBe(true)
    await postbag.reader('PATCH', `/api/v1/receipts/${before.receipt}`, {
      body: 'I take that back.',
    })
    await waitUntil('it is judged again', async () => {
      const { body: own } = await postbag.reader('GET', `/api/v1/receipts/${before.receipt}`)
      return own.status === 'approved'
    })
  })

  test('is kept by the audit no more exactly than a /24 or a /64', async () => {
    await postbag.admin('PATCH', settings, {
      blocked_networks: [' 192.0.2.78 ', '2001:DB8:1:2::3'],
    })
    const { body } = await postbag.admin('GET', '/audit?site=daily&type=settings.changed&limit=1')
    expect(body.events[0].data).toEqual({
      blocked_networks: ['192.0.2.0/24', '2001:db8:1:2::/64'],
      was: { blocked_networks: ['192.0.2.0/24', '2001:db8:77::/48'] },
    })
    const { rows } = await postbag.services.db.pool.query(
      "SELECT count(*)::int FROM audit_events WHERE data::text ~* '192.0.2.7[78]|2001:db8:1:2::3'",
    )
    expect(rows).toEqual([{ count: 0 }])
  })
})

test('what was decided on comments of a network is known of its next one, and refuses nothing alone', async () => {
  const network = [1, 2, 3, 4].map((last) => `203.0.112.${last}`)
  const decisions = ['spam', 'reject', 'reject', 'approve']
  for (const [index, address] of network.entries()) {
    const body = plainText(100 + index)
    const { id } = await postbag.judged({ author: `Reader ${index}`, body }, address)
    const action = decisions[index]
    expect((await postbag.admin('POST', `/comments/${id}/decisions`, { action })).status).toBe(201)
  }
  const features = async (from: string) => {
    const body = `The ferry from ${from} was late again this morning.`
    const { id, status } = await postbag.judged({ author: 'Newcomer', body }, from)
    return {
      status,
      ...(await postbag.admin('GET', `/comments/${id}`)).body.evaluation.features.client,
    }
  }
  expect(await features('203.0.112.200')).toMatchObject({
    ...{
      status: 'approved',
      networkApproved30d: 1,
      networkRefused30d: 3,
      networkCommentsLastHour: 4,
    },
  })
  expect(await features('203.0.111.1')).toMatchObject({
    ...{ networkApproved30d: 0, networkRefused30d: 0, networkCommentsLastHour: 0 },
  })
})
