import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
})
afterAll(() => postbag.stop())

type Token = { id: string; token: string; prefix: string; site: string | null }
const newToken = async (body: object, as?: string): Promise<Token> => {
  const reply = await postbag.admin('POST', '/tokens', { name: 'Desk', role: 'owner', ...body }, as)
  expect(reply.status).toBe(201)
  return reply.body
}
const works = async (token: string) =>
  (await postbag.admin('GET', '/sites', undefined, token)).status === 200
const tokenIds = async (as?: string): Promise<string[]> =>
  (await postbag.admin('GET', '/tokens', undefined, as)).body.tokens.map(({ id }: Token) => id)

describe('tokens', () => {
  test('the secret is shown once, and kept nowhere', async () => {
    const { token, ...record } = await newToken({ role: 'moderator', site: 'daily' })
    expect(token).toMatch(/^pb_[\w-]{43}$/)
    expect(record).toEqual({
      id: expect.any(String),
      name: 'Desk',
      prefix: token.slice(0, 9),
      role: 'moderator',
      site: 'daily',
      created_at: expect.any(String),
      expires_at: null,
      last_used_at: null,
      made_by: expect.stringMatching(/^token:/),
      reach: { role: 'moderator', site: 'daily' },
    })
    const list = await postbag.admin('GET', '/tokens')
    expect(list.body.tokens).toContainEqual(record)
    expect(JSON.stringify(list.body)).not.toContain(token)
    const { rows } = await postbag.services.db.pool.query(
      `SELECT count(*) FROM (SELECT t::text AS line FROM tokens t UNION ALL
        SELECT a::text FROM audit_events a) x WHERE strpos(line, $1) > 0`,
      [token],
    )
    expect(rows[0].count).toBe(0)
    await works(token)
    const used = (await postbag.admin('GET', '/tokens')).body.tokens
    expect(used.find(({ id }: Token) => id === record.id).last_used_at).toEqual(expect.any(String))
  })

  test('one that is revoked is refused from the next request on', async () => {
    const { id, token } = await newToken({})
    expect(await works(token)).toBe(true)
    expect((await postbag.admin('DELETE', `/tokens/${id}`)).status).toBe(204)
    expect(await works(token)).toBe(false)
    expect((await postbag.admin('DELETE', `/tokens/${id}`)).status).toBe(404)
    expect(await tokenIds()).not.toContain(id)
  })

  test('the audit of its site tells of its making and its end', async () => {
    const { id } = await newToken({ site: 'weekly' })
    await postbag.admin('DELETE', `/tokens/${id}`)
    const { body } = await postbag.admin('GET', '/audit?site=weekly&type=token.&limit=2')
    const told = body.events.map(({ type, data }: { type: string; data: { token: string } }) => [
      type,
      data.token,
    ])
    expect(told).toEqual([
      ['token.revoked', id],
      ['token.created', id],
    ])
  })

  test('one may revoke itself, and is then refused', async () => {
    const { id, token } = await newToken({})
    expect((await postbag.admin('DELETE', `/tokens/${id}`, undefined, token)).status).toBe(204)
    expect(await works(token)).toBe(false)
  })

  test('one that has expired is refused and no longer listed', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
    const { id, token } = await newToken({ expires_at: inAnHour })
    expect(await works(token)).toBe(true)
    expect(await tokenIds()).toContain(id)
    await postbag.services.db.pool.query(
      "UPDATE tokens SET expires_at = now() - interval '1 ms' WHERE id = $1",
      [id],
    )
    expect(await works(token)).toBe(false)
    expect(await tokenIds()).not.toContain(id)
  })

  test('a role that changes counts from the next request on', async () => {
    const { id, token } = await newToken({})
    expect((await postbag.admin('GET', '/tokens', undefined, token)).status).toBe(200)
    await postbag.services.db.pool.query("UPDATE tokens SET role = 'moderator' WHERE id = $1", [id])
    expect((await postbag.admin('GET', '/tokens', undefined, token)).status).toBe(403)
  })

  test('an owner of one site reaches no further than that site', async () => {
    const weekly = await newToken({ site: 'weekly' })
    const daily = await newToken({ site: 'daily' })
    expect(await tokenIds(weekly.token)).toEqual([weekly.id])
    const drop = await postbag.admin('DELETE', `/tokens/${daily.id}`, undefined, weekly.token)
    expect(drop.status).toBe(404)
    expect(await works(daily.token)).toBe(true)
    // without a site it is for the caller's own site, never for all
    expect((await newToken({}, weekly.token)).site).toBe('weekly')
    for (const site of ['daily', 'nowhere']) {
      const body = { name: 'x', role: 'owner', site }
      expect((await postbag.admin('POST', '/tokens', body, weekly.token)).status).toBe(404)
    }
    const site = { slug: 'mine', name: 'Mine' }
    expect((await postbag.admin('POST', '/sites', site, weekly.token)).status).toBe(403)
    const { body } = await postbag.admin('GET', '/sites', undefined, weekly.token)
    expect(body.sites.map(({ slug }: { slug: string }) => slug)).toEqual(['weekly'])
  })

  test.each([
    [{ role: 'owner' }, 'name'],
    [{ name: ' ', role: 'owner' }, 'name'],
    [{ name: 'x', role: 'admin' }, 'role'],
    [{ name: 'x', role: 'owner', expires_at: 'tomorrow' }, 'expires_at'],
    [{ name: 'x', role: 'owner', expires_at: '0000-01-01T00:00:00Z' }, 'expires_at'],
    [{ name: 'x', role: 'owner', secret: 'mine' }, 'secret'],
  ])('%j is refused', async (body, field) => {
    const { status, body: problem } = await postbag.admin('POST', '/tokens', body)
    expect(status).toBe(422)
    expect(problem.errors[0].field).toBe(field)
  })
})

describe('moderators', () => {
  const add = (body: object, as?: string) =>
    postbag.admin(
      'POST',
      '/moderators',
      {
        email: 'kim@news.example',
        name: 'Kim',
        role: 'moderator',
        password: 'correct horse 9',
        ...body,
      },
      as,
    )

  test('are added without their password being shown or kept', async () => {
    const { status, body } = await add({ email: 'Kim@News.Example', site: 'daily' })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.any(String),
      email: 'kim@news.example',
      name: 'Kim',
      role: 'moderator',
      site: 'daily',
      second_factor: false,
      created_at: expect.any(String),
    })
    const list = await postbag.admin('GET', '/moderators')
    expect(list.body.moderators).toContainEqual(body)
    const { rows } = await postbag.services.db.pool.query(
      "SELECT count(*) FROM moderators m WHERE m::text LIKE '%correct horse%'",
    )
    expect(rows[0].count).toBe(0)
    expect((await add({ email: 'kim@news.EXAMPLE' })).status).toBe(409)
  })

  test('of five at once with the same address one is added', async () => {
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => add({ email: 'race@news.example' })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
  })

  test('lose their access, and that of their tokens, at once', async () => {
    const { body } = await add({ email: 'leaving@news.example', role: 'owner' })
    const { token, id } = await newToken({})
    await postbag.services.db.prisma.token.update({ where: { id }, data: { moderatorId: body.id } })
    expect(await works(token)).toBe(true)
    expect((await postbag.admin('DELETE', `/moderators/${body.id}`)).status).toBe(204)
    expect(await works(token)).toBe(false)
    expect(await tokenIds()).not.toContain(id)
    const { body: list } = await postbag.admin('GET', '/moderators')
    expect(JSON.stringify(list)).not.toContain('leaving@')
    expect((await postbag.admin('DELETE', `/moderators/${body.id}`)).status).toBe(404)
  })

  test('of another site cannot be seen or removed', async () => {
    const weekly = await newToken({ site: 'weekly' })
    const { body } = await add({ email: 'daily@news.example', site: 'daily' })
    const own = await add({ email: 'weekly@news.example' }, weekly.token)
    expect(own.body.site).toBe('weekly')
    const list = await postbag.admin('GET', '/moderators', undefined, weekly.token)
    expect(list.body.moderators).toEqual([own.body])
    const drop = await postbag.admin('DELETE', `/moderators/${body.id}`, undefined, weekly.token)
    expect(drop.status).toBe(404)
    expect((await add({ site: 'daily' }, weekly.token)).status).toBe(404)
  })

  test.each([
    [{ email: 'no address' }, 'email'],
    [{ name: '' }, 'name'],
    [{ password: 'short' }, 'password'],
    [{ password: 'password123' }, 'password'],
    [{ password: 'Kim@News.example' }, 'password'],
    [{ role: 'god' }, 'role'],
    [{ siteId: null }, 'siteId'],
  ])('%j is refused', async (body, field) => {
    const { status, body: problem } = await add(body)
    expect(status).toBe(422)
    expect(problem.errors[0].field).toBe(field)
  })
})
