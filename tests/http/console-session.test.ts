import { addModerator, type Client, consoleClient, password, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
const ana = 'ana@daily.example'
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)
const attempt = (client: Client, email: string, secret: string, headers = {}) =>
  client.post('/console/sign-in', { email, password: secret }, headers)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await addModerator(postbag, { email: ana, name: 'Ana' })
})
afterAll(() => postbag.stop())

describe('Signing in', () => {
  test('without a session every page leads to the sign-in and back again', async () => {
    const client = consoleClient(postbag)
    const { status, location } = await client.get('/console/queue?state=spam')
    expect(status).toBe(303)
    expect(location).toBe('/console/sign-in?next=%2Fconsole%2Fqueue%3Fstate%3Dspam')
    const page = await client.get(location)
    expect(page.text).toContain('name="next" value="/console/queue?state=spam"')
    const done = await client.post('/console/sign-in', {
      email: ` ${ana.toUpperCase()} `,
      password,
      next: '/console/queue?state=spam',
    })
    expect([done.status, done.location]).toEqual([303, '/console/queue?state=spam'])
    expect((await client.get(done.location)).status).toBe(200)
  })

  test('an unknown address and a wrong password get the same answer', async () => {
    const client = consoleClient(postbag)
    const unknown = await attempt(client, 'nobody@daily.example', 'wrong password')
    const wrong = await attempt(client, ana, 'wrong password')
    expect([unknown.status, wrong.status]).toEqual([422, 422])
    const page = (text: string) => text.replaceAll('nobody@daily.example', ana)
    expect(page(unknown.text)).toBe(page(wrong.text))
    expect(client.cookies.size).toBe(0)
  })

  test('the cookie is for the server alone, and its secret is stored nowhere', async () => {
    const client = consoleClient(postbag)
    const { headers } = await attempt(client, ana, password)
    const [session = '', device = ''] = headers.getSetCookie()
    for (const cookie of [session, device]) expect(cookie).toMatch(/; HttpOnly/)
    expect(session).toMatch(/^postbag=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    const secret = client.cookies.get('postbag') ?? ''
    const { rows } = await sql('SELECT to_json(s)::text AS row FROM sessions s')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('every sign-in has a new secret and ends the one before', async () => {
    const client = await signedInAs(postbag, ana)
    const before = new Map(client.cookies)
    await attempt(client, ana, password)
    expect(client.cookies.get('postbag')).not.toBe(before.get('postbag'))
    const old = consoleClient(postbag)
    old.cookies.set('postbag', before.get('postbag') ?? '')
    expect((await old.get('/console/queue')).status).toBe(303)
  })
})

describe('Guessing', () => {
  test('only ten wrong passwords are looked at, even of many at once', async () => {
    for (const email of [ana, 'no-such-ana@daily.example']) {
      const guesses = Array.from({ length: 14 }, (_, at) =>
        attempt(consoleClient(postbag), email, `guess ${at}`),
      )
      const statuses = (await Promise.all(guesses)).map(({ status }) => status)
      expect(statuses.toSorted()).toEqual([...Array(10).fill(422), ...Array(4).fill(429)])
    }
    await sql('DELETE FROM sign_in_failures')
  })

  test('who has signed in here before, and everybody else, is not locked out by it', async () => {
    await addModerator(postbag, { email: 'cleo@daily.example', name: 'Cleo' })
    const cleo = await signedInAs(postbag, 'cleo@daily.example')
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        attempt(consoleClient(postbag), 'cleo@daily.example', `guess ${at}`),
      ),
    )
    expect((await attempt(consoleClient(postbag), 'cleo@daily.example', password)).status).toBe(429)
    expect((await attempt(cleo, 'cleo@daily.example', password)).status).toBe(303)
    expect((await attempt(consoleClient(postbag), ana, password)).status).toBe(303)
  })
})

describe('A session', () => {
  test('ends two hours after the last page and twelve hours after its start', async () => {
    for (const column of ['last_seen_at', 'created_at']) {
      const client = await signedInAs(postbag, ana)
      expect((await client.get('/console/queue')).status).toBe(200)
      const hours = column === 'created_at' ? 12 : 2
      await sql(`UPDATE sessions SET ${column} = now() - interval '${hours} hours'`)
      expect((await client.get('/console/queue')).status).toBe(303)
    }
  })

  test('ends at once when an owner ends the access', async () => {
    const id = await addModerator(postbag, { email: 'dan@daily.example', name: 'Dan' })
    const dan = await signedInAs(postbag, 'dan@daily.example')
    expect((await postbag.admin('DELETE', `/moderators/${id}`)).status).toBe(204)
    expect((await dan.get('/console/queue')).status).toBe(303)
    expect((await attempt(consoleClient(postbag), 'dan@daily.example', password)).status).toBe(422)
  })

  test('signing out ends it, here or everywhere', async () => {
    const [here, there] = [await signedInAs(postbag, ana), await signedInAs(postbag, ana)]
    const stolen = consoleClient(postbag)
    stolen.cookies.set('postbag', here.cookies.get('postbag') ?? '')
    await here.post('/console/sign-out', {})
    expect((await stolen.get('/console/queue')).status).toBe(303)
    expect((await there.get('/console/queue')).status).toBe(200)
    const again = await signedInAs(postbag, ana)
    await again.post('/console/account/sign-out-everywhere', {})
    expect((await there.get('/console/queue')).status).toBe(303)
  })

  test('a new password ends the other ones', async () => {
    await addModerator(postbag, { email: 'eva@daily.example', name: 'Eva' })
    const [here, there] = [
      await signedInAs(postbag, 'eva@daily.example'),
      await signedInAs(postbag, 'eva@daily.example'),
    ]
    const change = (current: string, next: string) =>
      here.post('/console/account/password', { current, next })
    expect((await change('not it at all', 'a new and longer one')).status).toBe(422)
    for (const weak of ['short', 'Password1!', 'aaaaaaaaaa', 'eva@daily.example'])
      expect((await change(password, weak)).status).toBe(422)
    expect((await change(password, 'a new and longer one')).status).toBe(303)
    expect((await here.get('/console/account')).status).toBe(200)
    expect((await there.get('/console/account')).status).toBe(303)
    expect((await attempt(consoleClient(postbag), 'eva@daily.example', password)).status).toBe(422)
  })
})

describe('The door', () => {
  let client: Client
  beforeAll(async () => {
    client = await signedInAs(postbag, ana)
  })

  test.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'https://other.daily.example' }],
    ['an old browser elsewhere', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ])('refuses to change anything for a page from %s', async (_, headers) => {
    const { status, text } = await client.post('/console/sign-out', {}, headers)
    expect(status).toBe(403)
    expect(text).toContain('came from another site')
    expect((await client.get('/console/queue')).status).toBe(200)
  })

  test('nothing is changed by GET', async () => {
    for (const path of ['sign-out', 'decisions', 'account/password', 'account/sign-out-everywhere'])
      expect((await client.get(`/console/${path}`)).status).toBe(404)
    expect((await client.get('/console/queue')).status).toBe(200)
  })

  test('every answer has a strict policy, and none is kept', async () => {
    for (const path of [
      '/console/queue',
      '/console/sign-in',
      '/console/nowhere',
      '/console/search',
    ]) {
      const { headers, text } = await client.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/; report-uri \/csp-reports$/)
      expect(policy).not.toMatch(/unsafe|\*|data:/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(text).not.toMatch(
        / style="|<style| on\w+="|<script(?! type="module" src="\/console\/assets\/)/,
      )
    }
  })

  test('over TLS the cookies are bound to the host', async () => {
    postbag.services.config.publicUrl = 'https://desk.example'
    try {
      const client = consoleClient(postbag)
      const { headers } = await attempt(client, ana, password)
      for (const cookie of headers.getSetCookie())
        expect(cookie).toMatch(
          /^__Host-postbag(-device)?=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        )
      expect((await client.get('/console/queue')).status).toBe(200)
    } finally {
      postbag.services.config.publicUrl = undefined
    }
  })
})
