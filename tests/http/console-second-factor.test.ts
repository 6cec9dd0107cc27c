import { Secret, TOTP } from 'otpauth'
import { addModerator, type Client, consoleClient, password, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  owner = await signedInAs(postbag, 'olga@desk.example')
})
afterAll(() => postbag.stop())
afterEach(() => sql('DELETE FROM sign_in_failures'))

const account = '/console/account'
const setUp = `${account}/second-factor`

/** A phone that has scanned the page. */
function phoneOf(html: string): TOTP {
  const [, groups = ''] = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(html) ?? []
  return new TOTP({ secret: Secret.fromBase32(groups.replaceAll(' ', '')) })
}
const codeAt = (phone: TOTP, steps: number) =>
  phone.generate({ timestamp: Date.now() + steps * 30_000 })
const codesOf = (html: string) =>
  Array.from(html.matchAll(/<code>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g), ([, code = '']) => code)

let people = 0
/** Somebody with a second step, switched on with the code of this moment: the next one signs in. */
async function withSecondStep() {
  const email = `person-${++people}@daily.example`
  const id = await addModerator(postbag, { email, name: `Person ${people}` })
  const client = await signedInAs(postbag, email)
  await client.post(setUp, { password })
  const phone = phoneOf((await client.get(setUp)).text)
  const code = codeAt(phone, 0)
  const done = await client.post(`${setUp}/confirm`, { code })
  return { id, email, client, phone, code, recoveryCodes: codesOf(done.text), page: done }
}
/** A browser that is not known yet, behind the right password. */
async function halfSignedIn(email: string, next = '/console/queue?state=spam') {
  const client = consoleClient(postbag)
  const answer = await client.post('/console/sign-in', { email, password, next })
  return { client, answer }
}
const giveCode = (client: Client, fields: Record<string, string>) =>
  client.post('/console/sign-in/code', { next: '/console/queue?state=spam', ...fields })

const eventsOf = async (id: string) => {
  const { rows } = await sql(
    `SELECT type FROM audit_events WHERE actor = $1 AND type LIKE 'second_factor.%' ORDER BY seq`,
    [`moderator:${id}`],
  )
  return rows.map(({ type }) => type.replace('second_factor.', ''))
}

describe('Switching it on', () => {
  test('takes the password, then a code, and nothing counts before', async () => {
    const email = 'ana@daily.example'
    await addModerator(postbag, { email, name: 'Ana' })
    const client = await signedInAs(postbag, email)
    expect((await client.get(setUp)).location).toBe(account)
    const refused = await client.post(setUp, { password: 'not it' })
    expect([refused.status, refused.text.includes('not your password')]).toEqual([422, true])
    expect((await client.post(setUp, { password })).location).toBe(setUp)
    const page = await client.get(setUp)
    expect(page.text).toMatch(/<svg class="qr-code" role="img" aria-label="[^"]+" viewBox/)
    const phone = phoneOf(page.text)
    const wrong = await client.post(`${setUp}/confirm`, { code: '000000' })
    expect([wrong.status, phoneOf(wrong.text).secret.base32]).toEqual([422, phone.secret.base32])
    expect((await signedInAs(postbag, email)).cookies.has('postbag')).toBe(true)
    const done = await client.post(`${setUp}/confirm`, { code: codeAt(phone, 0) })
    expect([done.status, codesOf(done.text)]).toEqual([200, expect.any(Array)])
    expect(new Set(codesOf(done.text)).size).toBe(10)
    expect((await client.get(account)).text).toContain('10 of 10 recovery codes left')
  })

  test('ends every session that was opened without it, but goes on here with a new one', async () => {
    const email = 'ben@daily.example'
    await addModerator(postbag, { email, name: 'Ben' })
    const [here, there] = [await signedInAs(postbag, email), await signedInAs(postbag, email)]
    const before = here.cookies.get('postbag')
    await here.post(setUp, { password })
    const phone = phoneOf((await here.get(setUp)).text)
    await here.post(`${setUp}/confirm`, { code: codeAt(phone, 0) })
    expect((await there.get(account)).status).toBe(303)
    expect((await here.get(account)).status).toBe(200)
    expect(here.cookies.get('postbag')).not.toBe(before)
  })

  test('leaves neither the secret nor a recovery code in any table or in the audit', async () => {
    const { phone, recoveryCodes } = await withSecondStep()
    const { rows: tables } = await sql(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    const raw = Buffer.from(phone.secret.bytes).toString('hex')
    let seen = 0
    for (const { name } of tables) {
      const { rows } = await sql(`SELECT to_json(t)::text AS row FROM "${name}" t`)
      for (const { row } of rows) {
        seen++
        for (const secret of [raw, phone.secret.base32, ...recoveryCodes])
          expect(row.toLowerCase()).not.toContain(secret.toLowerCase())
      }
    }
    expect(seen).toBeGreaterThan(20)
  })

  test('an offer that was replaced by another cannot be confirmed any more', async () => {
    const email = 'carl@daily.example'
    await addModerator(postbag, { email, name: 'Carl' })
    const client = await signedInAs(postbag, email)
    await client.post(setUp, { password })
    const old = phoneOf((await client.get(setUp)).text)
    await client.post(setUp, { password })
    expect((await client.post(`${setUp}/confirm`, { code: codeAt(old, 0) })).status).toBe(422)
  })
})

describe('Signing in', () => {
  test('takes the password and a code, and leads where one wanted to go', async () => {
    const { email, phone } = await withSecondStep()
    const { client, answer } = await halfSignedIn(email)
    expect([answer.status, answer.location]).toEqual([
      303,
      '/console/sign-in/code?next=%2Fconsole%2Fqueue%3Fstate%3Dspam',
    ])
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^postbag-step=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ])
    const page = await client.get(answer.location)
    expect(page.text).toMatch(
      /<input id="code"[^>]* inputmode="numeric" autocomplete="one-time-code"/,
    )
    const code = codeAt(phone, 1)
    const done = await giveCode(client, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([done.status, done.location]).toEqual([303, '/console/queue?state=spam'])
    expect([...client.cookies.keys()].sort()).toEqual(['postbag', 'postbag-device'])
    expect((await client.get('/console/queue')).status).toBe(200)
  })

  test('the password alone opens nothing', async () => {
    const { email } = await withSecondStep()
    const { client } = await halfSignedIn(email)
    const step = client.cookies.get('postbag-step') ?? ''
    client.cookies.set('postbag', step)
    expect((await client.get('/console/queue')).status).toBe(303)
    const { rows } = await sql('SELECT to_json(s)::text AS row FROM sign_in_steps s')
    expect(JSON.stringify(rows)).not.toContain(step)
  })

  test('a code works once, also of many at once, and none before it works later', async () => {
    const { email, phone } = await withSecondStep()
    const clients = await Promise.all(Array.from({ length: 3 }, () => halfSignedIn(email)))
    // made at one moment: half a minute may end in the middle of the test
    const codes = [-1, 0, 1].map((step) => codeAt(phone, step))
    const code = codes.at(-1) ?? ''
    const answers = await Promise.all(clients.map(({ client }) => giveCode(client, { code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422])
    const { client } = await halfSignedIn(email)
    for (const early of codes) expect((await giveCode(client, { code: early })).status).toBe(422)
  })

  test('the code that switched it on does not sign in', async () => {
    const { email, code } = await withSecondStep()
    const { client } = await halfSignedIn(email)
    expect((await giveCode(client, { code })).status).toBe(422)
  })

  test('codes of two steps ago or ahead are refused, and of somebody else', async () => {
    const { email, phone } = await withSecondStep()
    const other = await withSecondStep()
    const { client } = await halfSignedIn(email)
    for (const code of [codeAt(phone, -3), codeAt(phone, 3), codeAt(other.phone, 0), '', 'x'])
      expect((await giveCode(client, { code })).status).toBe(422)
    const { client: second } = await halfSignedIn(email)
    expect((await giveCode(second, { recovery: other.recoveryCodes[0] ?? '' })).status).toBe(422)
  })

  test('ends after five minutes, and when the password is changed meanwhile', async () => {
    const { email, phone, client: signedIn } = await withSecondStep()
    const late = await halfSignedIn(email)
    await sql(`UPDATE sign_in_steps SET created_at = now() - interval '301 seconds'`)
    const answer = await giveCode(late.client, { code: codeAt(phone, 1) })
    expect(answer.location).toContain('/console/sign-in?said=expired')
    expect((await late.client.get(answer.location)).text).toContain('took too long')
    const { client } = await halfSignedIn(email)
    await signedIn.post(`${account}/password`, { current: password, next: 'a quite new one' })
    expect((await giveCode(client, { code: codeAt(phone, 1) })).location).toContain('expired')
    expect((await giveCode(consoleClient(postbag), { code: '123456' })).location).toContain(
      'expired',
    )
  })

  test('wrong codes are counted like wrong passwords, and the right password does not wipe them out', async () => {
    const { email, phone } = await withSecondStep()
    const wrong = codeAt(phone, 40)
    const { client: first } = await halfSignedIn(email)
    for (let round = 0; round < 9; round++)
      expect((await giveCode(first, { code: wrong })).status).toBe(422)
    const { client } = await halfSignedIn(email)
    expect((await giveCode(client, { code: wrong })).status).toBe(422)
    const turnedAway = await giveCode(client, { code: codeAt(phone, 1) })
    expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([429, '900'])
    expect(turnedAway.text).toContain('Too many wrong codes')
  })

  test('of many wrong codes at once only ten are looked at', async () => {
    const { email, phone } = await withSecondStep()
    const { client } = await halfSignedIn(email)
    const code = codeAt(phone, 40)
    const answers = await Promise.all(Array.from({ length: 14 }, () => giveCode(client, { code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array(10).fill(422),
      ...Array(4).fill(429),
    ])
  })

  test('over TLS the half-way cookie is bound to the host', async () => {
    const { email } = await withSecondStep()
    postbag.services.config.publicUrl = 'https://desk.example'
    try {
      const { answer } = await halfSignedIn(email)
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-postbag-step=.*; HttpOnly; Secure; SameSite=Lax$/),
      ])
    } finally {
      postbag.services.config.publicUrl = undefined
    }
  })

  test('the code page asks for the password first, and leads nowhere else', async () => {
    expect((await consoleClient(postbag).get('/console/sign-in/code')).location).toBe(
      '/console/sign-in',
    )
    const { email } = await withSecondStep()
    const { client } = await halfSignedIn(email)
    const page = await client.get('/console/sign-in/code?next=//evil.example')
    expect(page.text).toContain('name="next" value="/console/queue"')
  })
})

describe('Recovery codes', () => {
  test('each signs in once, however it is typed, and the audit says how many are left', async () => {
    const { id, email, recoveryCodes } = await withSecondStep()
    const [code = ''] = recoveryCodes
    const typed = { recovery: code.toUpperCase().replace('-', ' ') }
    const { client } = await halfSignedIn(email)
    expect((await giveCode(client, typed)).status).toBe(303)
    expect((await client.get(account)).text).toContain('9 of 10 recovery codes left')
    const { client: again } = await halfSignedIn(email)
    const refused = await giveCode(again, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/<details open>/)
    expect(await eventsOf(id)).toEqual(['switched_on', 'recovery_code_used', 'refused'])
    const { rows } = await sql(
      "SELECT data FROM audit_events WHERE type = 'second_factor.recovery_code_used'",
    )
    expect(rows.at(-1)).toEqual({ data: { left: 9 } })
  })

  test('new ones take the password and end the old ones', async () => {
    const { id, email, client, recoveryCodes } = await withSecondStep()
    const path = `${setUp}/recovery-codes`
    expect((await client.post(path, { password: 'not it' })).status).toBe(422)
    const fresh = codesOf((await client.post(path, { password })).text)
    expect(fresh).toHaveLength(10)
    const { client: old } = await halfSignedIn(email)
    expect((await giveCode(old, { recovery: recoveryCodes[0] ?? '' })).status).toBe(422)
    expect((await giveCode(old, { recovery: fresh[0] ?? '' })).status).toBe(303)
    expect(await eventsOf(id)).toContain('codes_made')
  })
})

describe('Switching it off', () => {
  test('takes the password, and then the password alone signs in', async () => {
    const { id, email, client } = await withSecondStep()
    expect((await client.post(`${setUp}/off`, { password: 'not it' })).status).toBe(422)
    const { answer } = await halfSignedIn(email)
    expect(answer.location).toContain('/console/sign-in/code')
    const off = await client.post(`${setUp}/off`, { password })
    expect((await client.get(off.location)).text).toContain('The second step is off')
    expect((await signedInAs(postbag, email)).cookies.has('postbag')).toBe(true)
    expect(await eventsOf(id)).toEqual(['switched_on', 'switched_off'])
    const { rows } = await sql('SELECT count(*) FROM recovery_codes WHERE moderator_id = $1', [id])
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('An owner', () => {
  test('sees who has a second step and may reset it, which the audit says', async () => {
    const { id, email, phone } = await withSecondStep()
    expect((await owner.get('/console/people')).text).toContain(`Reset the second step of Person`)
    const { client: halfWay } = await halfSignedIn(email)
    const reset = await owner.post(`/console/people/${id}/second-factor/reset`, {})
    expect(reset.location).toBe('/console/people?said=secondStepReset')
    expect((await giveCode(halfWay, { code: codeAt(phone, 1) })).location).toContain('expired')
    expect((await signedInAs(postbag, email)).cookies.has('postbag')).toBe(true)
    expect((await owner.post(`/console/people/${id}/second-factor/reset`, {})).status).toBe(404)
    const { rows } = await sql(
      "SELECT actor, data FROM audit_events WHERE type = 'second_factor.reset'",
    )
    expect(rows).toEqual([{ actor: expect.stringMatching(/^moderator:/), data: { moderator: id } }])
  })

  test('of one site resets nobody of another, and a moderator nobody at all', async () => {
    const { id } = await withSecondStep()
    const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'W' })
    await addModerator(postbag, {
      ...{ email: 'wim@weekly.example', name: 'Wim', role: 'owner', siteId: weekly.id },
    })
    await addModerator(postbag, { email: 'mia@daily.example', name: 'Mia' })
    const path = `/console/people/${id}/second-factor/reset`
    const wim = await signedInAs(postbag, 'wim@weekly.example')
    const mia = await signedInAs(postbag, 'mia@daily.example')
    expect((await wim.post(path, {})).status).toBe(404)
    expect((await mia.post(path, {})).status).toBe(403)
    const { body: token } = await postbag.admin('POST', '/tokens', {
      ...{ name: 'weekly', role: 'owner', site: 'weekly' },
    })
    const gone = await postbag.admin(
      'DELETE',
      `/moderators/${id}/second-factor`,
      undefined,
      token.token,
    )
    expect(gone.status).toBe(404)
  })

  test('does the same through the API', async () => {
    const { id, email } = await withSecondStep()
    const shown = async () => {
      const { body } = await postbag.admin('GET', '/moderators')
      return body.moderators.find((one: { id: string }) => one.id === id).second_factor
    }
    expect(await shown()).toBe(true)
    const path = `/moderators/${id}/second-factor`
    expect((await postbag.admin('DELETE', path)).status).toBe(204)
    expect(await shown()).toBe(false)
    expect((await postbag.admin('DELETE', path)).status).toBe(404)
    expect((await postbag.admin('DELETE', '/moderators/x/second-factor')).status).toBe(404)
    expect((await signedInAs(postbag, email)).cookies.has('postbag')).toBe(true)
  })
})
