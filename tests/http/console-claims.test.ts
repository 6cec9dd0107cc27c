import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let ana: Client
let ben: Client
let cleo: Client

beforeAll(async () => {
  postbag = await startPostbag()
  const names = ['Ana', 'Ben', 'Cleo']
  for (const name of names)
    await addModerator(postbag, { email: `${name.toLowerCase()}@daily.example`, name })
  const clients = names.map((name) => signedInAs(postbag, `${name.toLowerCase()}@daily.example`))
  ;[ana, ben, cleo] = (await Promise.all(clients)) as [Client, Client, Client]
})
afterAll(() => postbag.stop())

let written = 0
const held = async () => {
  written += 1
  return (await postbag.judged({ body: `The wall leans, and this is card ${written}.` })).id
}
const commentOf = async (id: string) => (await postbag.admin('GET', `/comments/${id}`)).body
const statusOf = async (id: string) => (await commentOf(id)).status
const claim = async (client: Client, id: string) =>
  JSON.parse(
    (await client.post(`/console/comments/${id}/claims`, {}, { accept: 'application/json' })).text,
  )
const decide = (client: Client, id: string, fields: Record<string, string>) =>
  client.post(`/console/comments/${id}/decisions`, { back: '/console/queue', ...fields })
const decideMany = (client: Client, ids: string[], action: string) =>
  client.post('/console/decisions', {
    ...{ action, back: '/console/queue' },
    selected: ids.map((id) => `${id}:1`),
  })
const hiddenFields = (html: string) =>
  Object.fromEntries(
    Array.from(
      html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
      ([, name, value]) => [name, value] as [string, string],
    ),
  )

describe('A card that somebody is on', () => {
  test('is claimed once, and shown as taken to everybody else', async () => {
    const id = await held()
    expect(await claim(ana, id)).toMatchObject({ outcome: 'claimed' })
    expect(await claim(ben, id)).toEqual({ outcome: 'held-by', by: 'Ana' })
    const card = new RegExp(`<article class="card is-taken" id="card-${id}"`)
    const page = (await ben.get('/console/queue')).text
    expect(page).toMatch(card)
    expect(page).toContain('Ana is on it')
    expect((await ana.get('/console/queue')).text).not.toMatch(card)
  })

  test('is free again when its page was left before the claim was answered', async () => {
    const id = await held()
    const { pool } = postbag.services.db
    const other = await pool.connect()
    await other.query('BEGIN')
    await other.query('SELECT FROM review_items WHERE comment_id = $1 FOR UPDATE', [id])
    const page = new AbortController()
    const cookie = Array.from(ana.cookies, (pair) => pair.join('=')).join('; ')
    const asked = fetch(`${postbag.url}/console/comments/${id}/claims`, {
      ...{ method: 'POST', body: new URLSearchParams(), signal: page.signal },
      headers: { cookie, origin: postbag.url, 'sec-fetch-site': 'same-origin' },
    }).catch(() => 'left')
    await waitUntil('the claim waits', async () => {
      const { rows } = await other.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    })
    page.abort()
    expect(await asked).toBe('left')
    // the server has heard of it by then
    await postbag.reader('GET', '/healthz')
    await other.query('COMMIT')
    other.release()
    await waitUntil('the claim was taken and given back', async () => {
      const { rows } = await pool.query(
        'SELECT FROM review_items WHERE comment_id = $1 AND claimed_at IS NOT NULL AND claimed_by IS NULL',
        [id],
      )
      return rows.length > 0
    })
  })

  test('is not decided on by another: who is on it since when is shown, with the text', async () => {
    const id = await held()
    await claim(ana, id)
    const conflict = await decide(ben, id, { action: 'reject', reason: 'insult', version: '1' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Ana took this comment just now and has not decided yet.')
    expect(conflict.text).toContain((await commentOf(id)).body)
    expect(await statusOf(id)).toBe('held')
    // whoever is on it decides as ever
    expect((await decide(ana, id, { action: 'approve', version: '1' })).status).toBe(303)
    expect(await statusOf(id)).toBe('approved')
  })

  test('is decided on anyway by who has seen that, unless a third one is on it by then', async () => {
    const id = await held()
    await claim(ana, id)
    const { text } = await decide(ben, id, { action: 'spam', version: '1' })
    const fields = { ...hiddenFields(text), action: 'spam' }
    await postbag.services.db.pool.query(
      "UPDATE review_items SET claim_until = now() - interval '1 second' WHERE comment_id = $1",
      [id],
    )
    await claim(cleo, id)
    const again = await decide(ben, id, fields)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Cleo took this comment just now')
    const done = await decide(ben, id, { ...hiddenFields(again.text), action: 'spam' })
    expect(done.status).toBe(303)
    expect(await statusOf(id)).toBe('spam')
  })

  test('was decided on meanwhile and is taken again: both are said', async () => {
    const id = await held()
    await decide(ana, id, { action: 'hold', version: '1' })
    await claim(cleo, id)
    const { status, text } = await decide(ben, id, { action: 'approve', version: '1' })
    expect(status).toBe(409)
    expect(text).toContain('Cleo took this comment just now and has not decided yet.')
    expect(text).toContain('Held by Ana, just now.')
  })

  test('is left out when many are decided on at once, and that is said', async () => {
    const ids = [await held(), await held(), await held()]
    await claim(ana, ids[1] as string)
    const done = await decideMany(ben, ids, 'approve')
    expect((await ben.get(done.location)).text).toContain(
      'Approved: 2 comments. 1 left as they were: somebody else is on them.',
    )
    expect(await Promise.all(ids.map(statusOf))).toEqual(['approved', 'held', 'approved'])
    const none = await decideMany(ben, [ids[1] as string], 'approve')
    expect((await ben.get(none.location)).text).toContain(
      'Nothing was changed: somebody else is on these comments.',
    )
  })

  test('is held since the first claim, however often it is renewed', async () => {
    const id = await held()
    await claim(ana, id)
    await postbag.services.db.pool.query(
      "UPDATE review_items SET claimed_at = now() - interval '3 minutes' WHERE comment_id = $1",
      [id],
    )
    await claim(ana, id)
    const { text } = await decide(ben, id, { action: 'approve', version: '1' })
    expect(text).toContain('Ana took this comment 3 min ago')
  })

  test('is decided on by programs as before', async () => {
    const id = await held()
    await claim(ana, id)
    const { status } = await postbag.admin('POST', `/comments/${id}/decisions`, {
      action: 'approve',
    })
    expect([status, await statusOf(id)]).toEqual([201, 'approved'])
  })
})

test('what was reported or appealed against is claimed as well', async () => {
  const [reported, appealed] = [await held(), await postbag.judged({ body: 'A wall of a text.' })]
  await decide(ana, reported, { action: 'approve' })
  expect(await claim(ben, reported)).toEqual({ outcome: 'not-waiting' })
  const report = { reason: 'insult', detail: '' }
  await postbag.reader('POST', `/api/v1/comments/${reported}/reports`, report)
  await decide(ana, appealed.id, { action: 'reject' })
  await postbag.reader('POST', `/api/v1/receipts/${appealed.receipt}/appeals`, { text: 'Why?' })
  for (const id of [reported, appealed.id]) {
    expect(await claim(ana, id)).toMatchObject({ outcome: 'claimed' })
    expect((await decide(ben, id, { action: 'spam' })).status).toBe(409)
  }
})
