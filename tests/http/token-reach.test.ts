import { createToken, findCaller } from '../../src/accounts/token.store'
import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let olga: string
const siteIds: Record<string, string | null> = { all: null }
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  Object.assign(siteIds, { daily: postbag.site.id, weekly: weekly.id })
  olga = await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  owner = await signedInAs(postbag, 'olga@desk.example')
})
afterAll(() => postbag.stop())

type Access = { role: 'owner' | 'moderator'; site: string }

let people = 0
const addPerson = ({ role, site }: Access = { role: 'owner', site: 'all' }) =>
  addModerator(postbag, {
    ...{ email: `maker-${++people}@daily.example`, name: `Maker ${people}`, role },
    siteId: siteIds[site] ?? null,
  })

type Made = { id: string; secret: string }
async function makeToken(
  { role, site }: Access,
  of: { madeBy?: string | null; moderatorId?: string | null },
): Promise<Made> {
  const siteId = siteIds[site] ?? null
  const token = { name: 'Import', role, siteId, madeBy: null, ...of }
  const { record, secret } = await createToken(postbag.services.db, token)
  return { id: record.id, secret }
}
const demote = (id: string, { role, site }: Access) =>
  sql('UPDATE moderators SET role = $2, site_id = $3 WHERE id = $1', [
    id,
    role,
    siteIds[site] ?? null,
  ])
const end = (id: string, more = '') => postbag.admin('DELETE', `/moderators/${id}${more}`)

/** @returns for example "owner all", or "nothing" if the token is refused */
async function reachOf({ secret }: Made): Promise<string> {
  const caller = await findCaller(postbag.services.db, secret)
  const site = Object.keys(siteIds).find((name) => siteIds[name] === caller?.siteId)
  return caller ? `${caller.role} ${site}` : 'nothing'
}
const status = async (method: string, path: string, { secret }: Made, body?: object) =>
  (await postbag.admin(method, path, body, secret)).status

const table: [token: string, person: string, reach: string][] = [
  ['owner all', 'owner all', 'owner all'],
  ['owner all', 'moderator all', 'moderator all'],
  ['owner all', 'owner daily', 'owner daily'],
  ['owner all', 'moderator daily', 'moderator daily'],
  ['owner all', 'ended', 'nothing'],
  ['owner daily', 'owner all', 'owner daily'],
  ['owner daily', 'moderator all', 'moderator daily'],
  ['owner daily', 'owner daily', 'owner daily'],
  ['owner daily', 'owner weekly', 'nothing'],
  ['owner daily', 'ended', 'nothing'],
  ['moderator all', 'owner all', 'moderator all'],
  ['moderator all', 'owner weekly', 'moderator weekly'],
  ['moderator daily', 'owner all', 'moderator daily'],
  ['moderator daily', 'moderator weekly', 'nothing'],
  ['moderator daily', 'ended', 'nothing'],
]
const accessOf = (text: string): Access => {
  const [role, site = 'all'] = text.split(' ')
  return { role: role === 'moderator' ? 'moderator' : 'owner', site }
}

describe('A token reaches no further than its holder and maker', () => {
  test.each(table)(
    'S5: a token for %s, held or made by %s, reaches %s',
    async (token, person, expected) => {
      const id = await addPerson()
      const tokens = [
        await makeToken(accessOf(token), { moderatorId: id }),
        await makeToken(accessOf(token), { madeBy: `moderator:${id}` }),
        await makeToken(accessOf(token), {
          madeBy: `token:${(await makeToken(accessOf('owner all'), { madeBy: `moderator:${id}` })).id}`,
        }),
      ]
      for (const one of tokens) expect(await reachOf(one)).toBe(token)
      if (person === 'ended')
        await sql('UPDATE moderators SET disabled_at = now() WHERE id = $1', [id])
      else await demote(id, accessOf(person))
      for (const one of tokens) expect(await reachOf(one)).toBe(expected)
    },
  )

  test('S5: without a known maker it keeps working, and the page says so', async () => {
    const token = await makeToken(accessOf('owner all'), {})
    expect(await reachOf(token)).toBe('owner all')
    expect((await owner.get('/console/people')).text).toContain(
      'unknown; not limited by anyone’s access',
    )
  })

  test.each(['moderator', 'token'])(
    'S5: has no reach if its maker, a %s, does not exist',
    async (kind) => {
      const madeBy = `${kind}:00000000-0000-4000-8000-000000000000`
      expect(await reachOf(await makeToken(accessOf('owner all'), { madeBy }))).toBe('nothing')
    },
  )

  test('S5: terminates on a cycle of makers', async () => {
    const [one, other] = [
      await makeToken(accessOf('owner all'), {}),
      await makeToken(accessOf('owner daily'), {}),
    ]
    await sql('UPDATE tokens SET made_by = $2 WHERE id = $1', [one.id, `token:${other.id}`])
    await sql('UPDATE tokens SET made_by = $2 WHERE id = $1', [other.id, `token:${one.id}`])
    for (const token of [one, other]) expect(await reachOf(token)).toBe('nothing')
  })

  test('S5: keeps working when the token that made it is revoked, so that tokens can be replaced', async () => {
    const old = await makeToken(accessOf('owner all'), { madeBy: `moderator:${olga}` })
    const { body } = await postbag.admin(
      'POST',
      '/tokens',
      { name: 'new', role: 'owner' },
      old.secret,
    )
    expect(body.made_by).toBe(`token:${old.id}`)
    expect(await status('DELETE', `/tokens/${old.id}`, { id: '', secret: body.token })).toBe(204)
    expect(await reachOf({ id: '', secret: body.token })).toBe('owner all')
  })
})

describe('A program that calls', () => {
  const person = { name: 'New', role: 'owner', password: 'correct horse 9' }
  let emails = 0
  const add = (token: Made) =>
    status('POST', '/moderators', token, { ...person, email: `new-${++emails}@daily.example` })

  test.each([
    ['held by a person', (id: string) => ({ moderatorId: id, madeBy: `moderator:${id}` })],
    ['made by a person', (id: string) => ({ madeBy: `moderator:${id}` })],
  ])(
    'S5: adds no owner with a token %s who is no longer an owner or whose access has ended',
    async (_, of) => {
      const id = await addPerson()
      const token = await makeToken(accessOf('owner all'), of(id))
      expect(await add(token)).toBe(201)
      await demote(id, accessOf('moderator all'))
      expect(await add(token)).toBe(403)
      expect(await status('GET', '/sites', token)).toBe(200)
      expect((await end(id)).status).toBe(204)
      expect(await add(token)).toBe(401)
    },
  )

  test('S5: for one site makes neither a token nor a person that reaches further', async () => {
    const id = await addPerson()
    const token = await makeToken(accessOf('owner all'), { madeBy: `moderator:${id}` })
    const wide = { name: 'x', role: 'owner' }
    const made = async (body: object) =>
      (await postbag.admin('POST', '/tokens', body, token.secret)).body
    expect((await made(wide)).site).toBeNull()
    await demote(id, accessOf('owner daily'))
    expect((await made(wide)).site).toBe('daily')
    expect(await status('POST', '/tokens', token, { ...wide, site: 'weekly' })).toBe(404)
    const colleague = await addPerson(accessOf('owner daily'))
    const change = { role: 'owner', site: null }
    expect(await status('PATCH', `/moderators/${colleague}`, token, change)).toBe(200)
    const { rows } = await sql('SELECT site_id FROM moderators WHERE id = $1', [colleague])
    expect(rows).toEqual([{ site_id: postbag.site.id }])
  })

  test('S5: cannot end the access of the last owner with a token that this owner made', async () => {
    const others = await sql(
      "UPDATE moderators SET disabled_at = now() WHERE role = 'owner' AND site_id IS NULL AND disabled_at IS NULL AND id <> $1 RETURNING id",
      [olga],
    )
    const theirs = await makeToken(accessOf('owner all'), { madeBy: `moderator:${olga}` })
    expect(await status('DELETE', `/moderators/${olga}`, theirs)).toBe(409)
    const path = `/moderators/${olga}`
    expect(await status('PATCH', path, theirs, { role: 'moderator' })).toBe(409)
    await sql('UPDATE moderators SET disabled_at = NULL WHERE id = ANY($1)', [
      others.rows.map(({ id }) => id),
    ])
  })
})

describe('Ending the access of a person who made tokens', () => {
  const listed = async (id: string) => {
    const { body } = await postbag.admin('GET', '/tokens')
    return body.tokens.find((one: { id: string }) => one.id === id)
  }
  const eventsOf = async ({ id }: Made) =>
    (
      await sql("SELECT type FROM audit_events WHERE data->>'token' = $1 ORDER BY at", [id])
    ).rows.map(({ type }) => type)

  async function makerOfTwo() {
    const id = await addPerson()
    const token = await makeToken(accessOf('owner all'), { madeBy: `moderator:${id}` })
    return {
      id,
      token,
      below: await makeToken(accessOf('owner all'), { madeBy: `token:${token.id}` }),
    }
  }

  test('S5: revokes them by default, so that none works again when the person comes back', async () => {
    const { id, token, below } = await makerOfTwo()
    expect((await end(id)).status).toBe(204)
    expect((await postbag.admin('POST', `/moderators/${id}/restorations`)).status).toBe(201)
    await demote(id, accessOf('owner all'))
    for (const one of [token, below]) {
      expect(await reachOf(one)).toBe('nothing')
      expect(await eventsOf(one)).toEqual(['token.revoked'])
    }
  })

  test('S5: can transfer them to the person who ends it, whose access then limits them', async () => {
    const { id, token, below } = await makerOfTwo()
    const mia = await addPerson()
    const own = await makeToken(accessOf('owner all'), { moderatorId: mia })
    expect(await status('DELETE', `/moderators/${id}?tokens=take-over`, own)).toBe(204)
    for (const one of [token, below]) expect(await reachOf(one)).toBe('owner all')
    expect((await listed(token.id)).made_by).toBe(`moderator:${mia}`)
    expect(await eventsOf(token)).toEqual(['token.taken_over'])
    await demote(mia, accessOf('moderator daily'))
    for (const one of [token, below]) expect(await reachOf(one)).toBe('moderator daily')
    expect((await listed(below.id)).reach).toEqual({ role: 'moderator', site: 'daily' })
  })

  test('S5: does not transfer them to a token that the same person made', async () => {
    const { id, token, below } = await makerOfTwo()
    const path = `/moderators/${id}?tokens=take-over`
    expect(await status('DELETE', path, token)).toBe(409)
    expect(await status('DELETE', path, below)).toBe(409)
    expect(await status('DELETE', `/moderators/${id}?tokens=keep`, token)).toBe(400)
    expect(await status('DELETE', `/moderators/${id}`, token)).toBe(204)
    expect(await reachOf(below)).toBe('nothing')
  })

  test('S5: hands over replacements and tokens made with a token the person holds', async () => {
    const id = await addPerson()
    const own = await makeToken(accessOf('owner all'), { moderatorId: id })
    const old = await makeToken(accessOf('owner all'), { madeBy: `moderator:${id}` })
    const replacement = await makeToken(accessOf('owner all'), { madeBy: `token:${old.id}` })
    const byOwn = await makeToken(accessOf('owner daily'), { madeBy: `token:${own.id}` })
    expect(await status('DELETE', `/tokens/${old.id}`, replacement)).toBe(204)
    await sql("UPDATE tokens SET name = 'Next' WHERE id = ANY($1)", [[replacement.id, byOwn.id]])
    const asked = (await owner.get(`/console/people/${id}/end`)).text
    expect(asked.match(/<bdi>Next<\/bdi>/g)).toHaveLength(2)
    expect((await end(id, '?tokens=take-over')).status).toBe(204)
    expect(await reachOf(replacement)).toBe('owner all')
    expect(await reachOf(byOwn)).toBe('owner daily')
    expect(await eventsOf(own)).toEqual(['token.revoked'])
    expect(await eventsOf(old)).toEqual(['token.revoked'])
    expect((await postbag.admin('POST', `/moderators/${id}/restorations`)).status).toBe(201)
    expect(await reachOf(own)).toBe('nothing')
  })

  test('S5: leaves no token without a person when two owners end each other at once', async () => {
    const makers = [await makerOfTwo(), await makerOfTwo()] as const
    const ends = await Promise.all([
      status('DELETE', `/moderators/${makers[0].id}?tokens=take-over`, makers[1].token),
      status('DELETE', `/moderators/${makers[1].id}?tokens=take-over`, makers[0].token),
    ])
    // the slower one is refused, or was let in before the other's access ended
    const left = ends.every((one) => one === 204) ? 'nothing' : 'owner all'
    for (const { token } of makers) expect(await reachOf(token)).toBe(left)
  })

  test('S5: offers both choices in the console, and the People page names the makers', async () => {
    const { id, token } = await makerOfTwo()
    expect((await owner.get('/console/people')).text).toContain(`<bdi>Maker ${people}</bdi>`)
    const asked = (await owner.get(`/console/people/${id}/end`)).text
    expect(asked).toContain('<input type="radio" name="tokens" value="revoke" checked/>')
    await owner.post(`/console/people/${id}/end`, { tokens: 'take-over' })
    expect((await listed(token.id)).made_by).toBe(`moderator:${olga}`)
    const other = await makerOfTwo()
    await owner.post(`/console/people/${other.id}/end`, {})
    expect(await reachOf(other.token)).toBe('nothing')
  })

  test('S5: before this release has stopped them, and an owner can take them over', async () => {
    const { id, token } = await makerOfTwo()
    await sql('UPDATE moderators SET disabled_at = now() WHERE id = $1', [id])
    expect(await listed(token.id)).toBeUndefined()
    const path = `/console/tokens/${token.id}/take-over`
    expect((await owner.get('/console/people')).text).toContain(`action="${path}"`)
    expect((await owner.post(path, {})).location).toBe('/console/people?said=takenOver')
    expect(await reachOf(token)).toBe('owner all')
    const own = await makeToken(accessOf('owner all'), { moderatorId: await addPerson() })
    expect((await owner.post(`/console/tokens/${own.id}/take-over`, {})).status).toBe(404)
  })
})

test('S5: a token made by a process of the previous release gets its maker from the audit', async () => {
  const id = await addPerson()
  const token = await makeToken(accessOf('owner all'), {})
  await sql(
    `INSERT INTO audit_events (chain, type, actor, data)
     VALUES ('00000000-0000-0000-0000-000000000000', 'token.created', $1, $2)`,
    [`moderator:${id}`, { token: token.id, role: 'owner' }],
  )
  await demote(id, accessOf('moderator weekly'))
  expect(await reachOf(token)).toBe('moderator weekly')
})

test('S5: a former owner cannot change a search that they shared', async () => {
  const id = await addPerson()
  const own = await makeToken(accessOf('owner all'), { moderatorId: id })
  const keep = async (name: string, shared: boolean) => {
    const search = { name, query: 'q=x', shared }
    const { body } = await postbag.admin('POST', '/saved-searches', search, own.secret)
    return `/saved-searches/${body.id}`
  }
  const [shared, mine] = [await keep('shared', true), await keep('mine', false)]
  await demote(id, accessOf('moderator all'))
  expect(await status('PATCH', shared, own, { name: 'renamed' })).toBe(404)
  expect(await status('DELETE', shared, own)).toBe(404)
  expect(await status('DELETE', mine, own)).toBe(204)
  expect((await postbag.admin('DELETE', shared)).status).toBe(204)
})
