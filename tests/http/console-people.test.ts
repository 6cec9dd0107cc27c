import { addModerator, type Client, consoleClient, password, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let siteOwner: Client
let olga: string
let weeklyId: string
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  weeklyId = weekly.id
  olga = await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, {
    ...{ email: 'wim@weekly.example', name: 'Wim', role: 'owner', siteId: weeklyId },
  })
  owner = await signedInAs(postbag, 'olga@desk.example')
  siteOwner = await signedInAs(postbag, 'wim@weekly.example')
})
afterAll(() => postbag.stop())

let people = 0
async function addPerson(more: { siteId?: string } = {}) {
  const email = `person-${++people}@daily.example`
  const id = await addModerator(postbag, { email, name: `Person ${people}`, ...more })
  return { id, email }
}
const pathOf = (id: string, more = '') => `/console/people/${id}${more}`
const eventsOf = async (id: string) =>
  (
    await sql("SELECT type, actor FROM audit_events WHERE data->>'moderator' = $1 ORDER BY at", [
      id,
    ])
  ).rows

/** Asks the API with a token that belongs to a person. */
async function asHerself(id: string) {
  const { body } = await postbag.admin('POST', '/tokens', { name: 'Own', role: 'owner' })
  await sql('UPDATE tokens SET moderator_id = $2 WHERE id = $1', [body.id, id])
  return (method: string, of: string, change?: object) =>
    postbag.admin(method, `/moderators/${of}`, change, body.token)
}

/** What the page shows once. */
const passwordIn = (html: string) => /<code>([\w-]{16})<\/code>/.exec(html)?.[1] ?? ''
const signIn = async (email: string, typed: string) => {
  const client = consoleClient(postbag)
  const answer = await client.post('/console/sign-in', { email, password: typed })
  return { client, status: answer.status }
}

describe('A person', () => {
  test('gets another name, role and site, which count at the next request and are in the audit', async () => {
    const { id, email } = await addPerson()
    const client = await signedInAs(postbag, email)
    expect((await client.get('/console/people')).status).toBe(403)
    const saved = await owner.post(pathOf(id), { name: 'Mia B.', role: 'owner', site: 'weekly' })
    expect(saved.location).toBe(`${pathOf(id)}?said=changed`)
    const page = await owner.get(saved.location)
    expect(page.text).toContain('value="Mia B."')
    expect(page.text).toMatch(/<option value="owner" selected/)
    expect(page.text).toMatch(/<option value="weekly" selected/)
    const list = await client.get('/console/people')
    expect(list.status).toBe(200)
    expect(list.text).not.toContain('olga@desk.example')
    const { rows } = await sql(
      "SELECT chain, actor, data FROM audit_events WHERE type = 'moderator.changed' AND data->>'moderator' = $1",
      [id],
    )
    expect(rows.map(({ chain }) => chain).sort()).toEqual(
      ['00000000-0000-0000-0000-000000000000', weeklyId].sort(),
    )
    expect(rows[0]).toMatchObject({
      actor: `moderator:${olga}`,
      data: {
        ...{ moderator: id, renamed: true, role: 'owner', site: 'weekly' },
        was: { renamed: false, role: 'moderator', site: null },
      },
    })
  })

  test('is shown in the audit with what changed', async () => {
    const { id } = await addPerson()
    await owner.post(pathOf(id), { name: `Person ${people}`, role: 'owner', site: 'weekly' })
    const { text } = await owner.get('/console/audit?type=moderator.changed')
    const facts = `Role: Moderator → Owner, Site: nothing → weekly, Person: Person ${people}`
    expect(text).toContain(`>${facts}</td>`)
  })

  test.each([
    ['no name', { name: ' ', role: 'moderator' }, 422],
    ['a role that is none', { name: 'Mia', role: 'emperor' }, 422],
    ['a site that is none', { name: 'Mia', role: 'moderator', site: 'nowhere' }, 404],
  ])('is not changed by %s', async (_, fields, status) => {
    const { id } = await addPerson()
    expect((await owner.post(pathOf(id), fields)).status).toBe(status)
    expect(await eventsOf(id)).toEqual([])
  })

  test.each(['no-id', '00000000-0000-7000-8000-000000000000'])('of no such id: %s', async (id) => {
    expect((await owner.get(pathOf(id))).status).toBe(404)
    for (const more of ['', '/end', '/password', '/restore'])
      expect((await owner.post(pathOf(id, more), { name: 'x', role: 'owner' })).status).toBe(404)
  })
})

describe('The last owner of all sites', () => {
  test('stays one, in the console and for a token of theirs', async () => {
    const lesser = { name: 'Olga', role: 'moderator', site: '' }
    const refused = await owner.post(pathOf(olga), lesser)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('This is the last owner of all sites.')
    const narrower = { name: 'Olga', role: 'owner', site: 'weekly' }
    expect((await owner.post(pathOf(olga), narrower)).status).toBe(409)
    const ask = await asHerself(olga)
    expect((await ask('PATCH', olga, { role: 'moderator' })).status).toBe(409)
    expect((await ask('PATCH', olga, { site: 'weekly' })).status).toBe(409)
    expect((await ask('DELETE', olga)).status).toBe(409)
    expect((await ask('PATCH', olga, { name: 'Olga O.' })).body.name).toBe('Olga O.')
    expect((await owner.get('/console/people')).status).toBe(200)
  })

  test('is whoever is left when two give the role away at once', async () => {
    const email = 'otto@desk.example'
    const otto = await addModerator(postbag, { email, name: 'Otto', role: 'owner' })
    const ask = await asHerself(olga)
    const changes = [olga, otto].map((id) => ask('PATCH', id, { role: 'moderator' }))
    const statuses = (await Promise.all(changes)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    await sql("UPDATE moderators SET role = 'owner' WHERE id = $1", [olga])
    expect((await ask('DELETE', otto)).status).toBe(204)
  })

  test('may be sent away by a token that belongs to nobody: it can add another', async () => {
    const change = { role: 'moderator' }
    expect((await postbag.admin('PATCH', `/moderators/${olga}`, change)).status).toBe(200)
    await sql("UPDATE moderators SET role = 'owner' WHERE id = $1", [olga])
  })
})

describe('Ending access', () => {
  test('is asked about once more, on a page that needs no script', async () => {
    const { id, email } = await addPerson()
    expect((await owner.get(pathOf(id))).text).toContain(`href="${pathOf(id, '/end')}"`)
    const asked = await owner.get(pathOf(id, '/end'))
    expect(asked.text).toContain('They are signed out at once')
    expect(asked.text).toContain(`<form method="post" action="${pathOf(id, '/end')}">`)
    expect((await signIn(email, password)).status).toBe(303)
    expect((await owner.post(pathOf(id, '/end'), {})).status).toBe(303)
    expect((await signIn(email, password)).status).toBe(422)
    expect((await owner.get(pathOf(id, '/end'))).status).toBe(404)
    expect((await owner.post(pathOf(id, '/end'), {})).status).toBe(404)
  })

  test('can be taken back: the address is told to be there, sessions and tokens stay ended', async () => {
    const { id, email } = await addPerson()
    const before = await signedInAs(postbag, email)
    await sql(
      `INSERT INTO tokens (id, name, prefix, secret_hash, role, moderator_id)
       VALUES (gen_random_uuid(), 'own', 'pb_', sha256('own'), 'owner', $1)`,
      [id],
    )
    await owner.post(pathOf(id, '/end'), {})
    const form = { name: 'Mia', email, password: 'rain on a tin roof', role: 'moderator', site: '' }
    const taken = await owner.post('/console/people', form)
    expect(taken.status).toBe(409)
    expect(taken.text).toContain('The access of somebody with this address has ended.')
    expect((await siteOwner.post('/console/people', form)).text).toContain('may sign in already')
    const back = await owner.post(pathOf(id, '/restore'), {})
    expect(back.status).toBe(200)
    expect((await before.get('/console/queue')).location).toContain('/console/sign-in')
    const { rows } = await sql(
      'SELECT revoked_at IS NOT NULL AS gone FROM tokens WHERE moderator_id = $1',
      [id],
    )
    expect(rows).toEqual([{ gone: true }])
    expect((await signIn(email, password)).status).toBe(422)
    expect((await signIn(email, passwordIn(back.text))).status).toBe(303)
    expect((await owner.post(pathOf(id, '/restore'), {})).status).toBe(404)
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'moderator.disabled',
      'moderator.restored',
    ])
  })
})

describe('A one-time password', () => {
  const replacement = 'eleven grey geese land'

  test('ends every session and opens nothing but the page to replace it', async () => {
    const { id, email } = await addPerson()
    const before = await signedInAs(postbag, email)
    const made = await owner.post(pathOf(id, '/password'), {})
    const oneTime = passwordIn(made.text)
    expect(oneTime).not.toBe('')
    expect(made.headers.get('cache-control')).toBe('no-store')
    expect((await owner.get(pathOf(id))).text).not.toContain(oneTime)
    expect((await before.get('/console/queue')).location).toContain('/console/sign-in')
    expect((await signIn(email, password)).status).toBe(422)

    const { client, status } = await signIn(email, oneTime)
    expect(status).toBe(303)
    for (const path of ['queue', 'account', 'search', 'people'])
      expect((await client.get(`/console/${path}`)).location).toBe('/console/account/password')
    const script = await client.get('/console/events', { accept: 'application/json' })
    expect(script.status).toBe(403)
    const page = await client.get('/console/account/password')
    expect(page.text).toContain('Choose your own before you go on.')
    expect(page.text).not.toContain('<nav')

    const change = (next: string, current = oneTime) =>
      client.post('/console/account/password', { current, next })
    expect((await change(oneTime)).text).toContain('Use another password')
    expect((await change('12345678')).status).toBe(422)
    expect((await change(replacement, 'not this one')).text).toContain('Choose your own before')
    const changed = await change(replacement)
    expect(changed.location).toBe('/console/account?said=changed')
    expect((await client.get('/console/queue')).status).toBe(200)
    expect((await signIn(email, oneTime)).status).toBe(422)
    expect((await signIn(email, replacement)).status).toBe(303)
    expect((await client.get('/console/account/password')).status).toBe(404)
    expect(await eventsOf(id)).toEqual([
      { type: 'moderator.password_reset', actor: `moderator:${olga}` },
    ])
  })

  test('is kept nowhere in clear', async () => {
    const { id } = await addPerson()
    const oneTime = passwordIn((await owner.post(pathOf(id, '/password'), {})).text)
    const { rows } = await sql(
      `SELECT count(*) FROM (SELECT m::text AS line FROM moderators m UNION ALL
        SELECT a::text FROM audit_events a) x WHERE strpos(line, $1) > 0`,
      [oneTime],
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  test('works no more after three days', async () => {
    const { id, email } = await addPerson()
    const oneTime = passwordIn((await owner.post(pathOf(id, '/password'), {})).text)
    await sql(
      "UPDATE moderators SET one_time_until = one_time_until - interval '3 days' WHERE id = $1",
      [id],
    )
    expect((await signIn(email, oneTime)).status).toBe(422)
  })

  test('cannot be guessed: after ten wrong ones the right one is not looked at', async () => {
    const { id, email } = await addPerson()
    const oneTime = passwordIn((await owner.post(pathOf(id, '/password'), {})).text)
    for (let wrong = 0; wrong < 10; wrong++)
      expect((await signIn(email, `wrong ${wrong}`)).status).toBe(422)
    expect((await signIn(email, oneTime)).status).toBe(429)
  })

  test('is nothing that one makes for oneself', async () => {
    expect((await owner.post(pathOf(olga, '/password'), {})).status).toBe(404)
    expect((await owner.get(pathOf(olga))).text).not.toContain('/password"')
  })
})

describe('The owner of one site', () => {
  test('reaches people of that site alone', async () => {
    const { id: ofAll } = await addPerson()
    const { id: ofDaily } = await addPerson({ siteId: postbag.site.id })
    for (const id of [ofAll, ofDaily, olga]) {
      expect((await siteOwner.get(pathOf(id))).status).toBe(404)
      expect((await siteOwner.get(pathOf(id, '/end'))).status).toBe(404)
      const form = { name: 'x', role: 'moderator', site: '' }
      for (const more of ['', '/end', '/password', '/restore', '/second-factor/reset'])
        expect((await siteOwner.post(pathOf(id, more), form)).status).toBe(404)
    }
  })

  test('gives nobody more than that site', async () => {
    const { id } = await addPerson({ siteId: weeklyId })
    const change = (site: string) => siteOwner.post(pathOf(id), { name: 'x', role: 'owner', site })
    expect((await change('daily')).status).toBe(404)
    expect((await change('')).status).toBe(303)
    const { rows } = await sql('SELECT site_id, role FROM moderators WHERE id = $1', [id])
    expect(rows).toEqual([{ site_id: weeklyId, role: 'owner' }])
  })

  test('is above moderators, who may do none of it', async () => {
    const { id, email } = await addPerson()
    const client = await signedInAs(postbag, email)
    expect((await client.get(pathOf(id))).status).toBe(403)
    for (const more of ['', '/end', '/password', '/restore'])
      expect((await client.post(pathOf(id, more), {})).status).toBe(403)
  })
})

describe('The API', () => {
  test('changes, ends and brings back', async () => {
    const { id, email } = await addPerson()
    const path = `/moderators/${id}`
    const changed = await postbag.admin('PATCH', path, { role: 'owner', site: 'daily' })
    expect(changed.body).toMatchObject({ id, role: 'owner', site: 'daily' })
    expect(changed.body).not.toHaveProperty('ended_at')
    const wide = await postbag.admin('PATCH', path, { site: null, role: 'moderator' })
    expect(wide.body).toMatchObject({ role: 'moderator', site: null })
    const made = await postbag.admin('POST', `${path}/passwords`)
    expect(made.status).toBe(201)
    expect((await signIn(email, made.body.password)).status).toBe(303)
    expect((await postbag.admin('POST', `${path}/restorations`)).status).toBe(404)
    expect((await postbag.admin('DELETE', path)).status).toBe(204)
    const { body: ended } = await postbag.admin('GET', '/moderators?state=ended')
    expect(ended.moderators).toContainEqual(
      expect.objectContaining({ id, ended_at: expect.any(String) }),
    )
    expect((await postbag.admin('PATCH', path, { name: 'x' })).status).toBe(404)
    const back = await postbag.admin('POST', `${path}/restorations`)
    expect((await signIn(email, back.body.password)).status).toBe(303)
  })

  test('keeps a token of one site to its people', async () => {
    const { body: token } = await postbag.admin('POST', '/tokens', {
      ...{ name: 'weekly', role: 'owner', site: 'weekly' },
    })
    const { id } = await addPerson({ siteId: postbag.site.id })
    const ask = async (method: string, path: string, body?: object) =>
      (await postbag.admin(method, `/moderators/${path}`, body, token.token)).status
    expect(await ask('PATCH', id, { name: 'x' })).toBe(404)
    expect(await ask('DELETE', id)).toBe(404)
    expect(await ask('POST', `${id}/passwords`)).toBe(404)
    expect(await ask('POST', `${id}/restorations`)).toBe(404)
  })
})
