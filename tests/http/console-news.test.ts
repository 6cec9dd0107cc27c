import { addModerator, type Client, signedInAs } from '../support/console'
import { hearNews, tellsOf } from '../support/news'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let ana: Client
let ben: Client

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  ben = await signedInAs(postbag, 'ben@daily.example')
})
afterAll(() => postbag.stop())

const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)
let written = 0
const held = () => {
  written += 1
  return postbag.judged({ body: `The wall leans, and this is news ${written}.` })
}
const decide = (client: Client, id: string, action: string) =>
  client.post(`/console/comments/${id}/decisions`, { action, back: '/console/queue' })
const claim = (client: Client, id: string) =>
  client.post(`/console/comments/${id}/claims`, {}, { accept: 'application/json' })
const hear = (client: Client, options = {}) => hearNews(postbag.url, client, options)

describe('The news of the queue', () => {
  test('tell at once who is on a card and what was decided, with the version it has now', async () => {
    const { id } = await held()
    const news = await hear(ben)
    await claim(ana, id)
    await news.until(({ claims }) => claims.some((one) => one.id === id && one.by === 'Ana'))
    await decide(ana, id, 'approve')
    const told = await news.until(tellsOf(id))
    expect(told.changes).toContainEqual({
      ...{ id, type: 'comment.decided', status: 'approved', version: 2 },
      ...{ into: ['approved'], by: 'Ana', isMine: false },
    })
    news.close()
  })

  test('of a second decision to hold differ by the version alone', async () => {
    const { id } = await held()
    const news = await hear(ben)
    await news.until(() => true)
    await decide(ana, id, 'hold')
    const { changes } = await news.until(tellsOf(id))
    expect(changes.find((one) => one.id === id)).toMatchObject({ status: 'held', version: 2 })
    news.close()
  })

  test('name every tab that a comment came into', async () => {
    await postbag.admin('PATCH', '/sites/daily/settings', { learning: { sample_share: 1 } })
    await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['conger'] })
    const news = await hear(ben)
    await news.until(() => true)
    const cameInto = (id: string, ...tabs: string[]) =>
      news.until(({ changes }) =>
        changes.some((one) => one.id === id && one.into.join() === tabs.join()),
      )
    const refused = await postbag.judged({ body: 'A conger lives in the harbour wall.' })
    await cameInto(refused.id, 'pending')
    await cameInto(refused.id, 'rejected', 'sampled')
    await postbag.reader('POST', `/api/v1/receipts/${refused.receipt}/appeals`, { text: 'Why?' })
    await cameInto(refused.id, 'appealed')
    const { id } = await held()
    await decide(ana, id, 'approve')
    const report = { reason: 'insult', detail: 'It is about me.' }
    await postbag.reader('POST', `/api/v1/comments/${id}/reports`, report)
    await cameInto(id, 'reported')
    await decide(ana, id, 'escalate')
    await cameInto(id, 'lead')
    news.close()
  })

  test('end with the session', async () => {
    await addModerator(postbag, { email: 'flo@daily.example', name: 'Flo' })
    const flo = await signedInAs(postbag, 'flo@daily.example')
    const news = await hear(flo)
    await news.until(() => true)
    await flo.post('/console/account/sign-out-everywhere', {})
    await news.ended
  })
})

describe('Who was away', () => {
  test('is told what happened since, by the header of the browser or by the address', async () => {
    const [{ id: before }, { id: missed }] = [await held(), await held()]
    const first = await hear(ben)
    await first.until(() => true)
    await decide(ana, before, 'approve')
    await first.until(tellsOf(before))
    const place = first.place()
    first.close()
    await decide(ana, missed, 'spam')
    for (const options of [{ place }, { query: `?since=${place}` }]) {
      const again = await hear(ben, options)
      const { changes } = await again.until(tellsOf(missed))
      expect(changes.map(({ id, status }) => [id, status])).toEqual([[missed, 'spam']])
      again.close()
    }
  })

  test('finds the place of the page that was loaded in it, so nothing happens in between', async () => {
    const { id } = await held()
    const page = await ben.get('/console/queue')
    const [, since = ''] = /data-since="([\w.-]+)"/.exec(page.text) ?? []
    await decide(ana, id, 'reject')
    const news = await hear(ben, { query: `?since=${since}` })
    expect((await news.until(tellsOf(id))).isTooMuch).toBe(false)
    news.close()
  })

  test.each(['-', 'eel', 'AAAAAAAAAAAAAAAAAAAAAA9'])(
    'is told to look anew when the place is not known: %s',
    async (place) => {
      const news = await hear(ben, { place })
      expect(await news.until(() => true)).toMatchObject({ isTooMuch: true, changes: [] })
      news.close()
    },
  )

  test('is told to look anew when too much has happened', async () => {
    const first = await hear(ben)
    await first.until(() => true)
    const place = first.place()
    first.close()
    await sql(
      `INSERT INTO audit_events (chain, type, actor) SELECT $1, 'site.settings_changed', 'system'
       FROM generate_series(1, 501)`,
      [postbag.site.id],
    )
    const again = await hear(ben, { place })
    expect(await again.until(() => true)).toMatchObject({ isTooMuch: true, changes: [] })
    again.close()
  })
})

describe('A session that only an open page speaks for', () => {
  test('grows idle: neither the news nor renewed claims keep it', async () => {
    const { id } = await held()
    await addModerator(postbag, { email: 'gus@daily.example', name: 'Gus' })
    const gus = await signedInAs(postbag, 'gus@daily.example')
    const secret = gus.cookies.get('postbag') ?? ''
    const idleFor = (minutes: number) =>
      sql(
        `UPDATE sessions SET last_seen_at = now() - $1 * interval '1 minute'
         WHERE moderator_id = (SELECT id FROM moderators WHERE email = 'gus@daily.example')`,
        [minutes],
      )
    const minutesIdle = async () => {
      const { rows } = await sql(
        `SELECT floor(extract(epoch FROM now() - last_seen_at) / 60)::int AS minutes FROM sessions
         WHERE moderator_id = (SELECT id FROM moderators WHERE email = 'gus@daily.example')`,
      )
      return rows[0]?.minutes
    }
    const send = (method: string) =>
      fetch(`${postbag.url}/console/comments/${id}/claims`, {
        method,
        headers: {
          ...{ accept: 'application/json', cookie: `postbag=${secret}` },
          ...{ origin: postbag.url, 'sec-fetch-site': 'same-origin' },
        },
      })
    expect(await (await send('POST')).json()).toMatchObject({ outcome: 'claimed' })
    await idleFor(119)
    const news = await hear(gus)
    await news.until(() => true)
    expect((await send('PUT')).status).toBe(200)
    expect((await send('DELETE')).status).toBe(204)
    expect(await minutesIdle()).toBe(119)
    await idleFor(120)
    await news.ended
    expect((await send('PUT')).status).toBe(401)
    expect((await gus.get('/console/queue')).status).toBe(303)
    await idleFor(119)
    expect((await send('POST')).status).toBe(200)
    expect(await minutesIdle()).toBe(0)
  })
})

test('nobody is told of what happens on a site that is not theirs', async () => {
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  const { rows } = await sql("SELECT id FROM sites WHERE slug = 'weekly'")
  await addModerator(postbag, { email: 'hal@weekly.example', name: 'Hal', siteId: rows[0].id })
  const hal = await signedInAs(postbag, 'hal@weekly.example')
  const everything = await hear(ana)
  await everything.until(() => true)
  const news = await hear(hal, { place: everything.place() })
  await news.until(() => true)
  const { id } = await held()
  await everything.until(tellsOf(id))
  const next = await hear(hal, { place: news.place() })
  expect((await next.until(() => true)).changes).toEqual([])
  await waitUntil('the place is of the own site alone', () => next.place().split('.').length === 1)
  for (const one of [everything, news, next]) one.close()
})
