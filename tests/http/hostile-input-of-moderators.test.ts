import { adminEndpoints } from '../../src/admin/admin-api.routes'
import { type Postbag, startPostbag } from '../support/postbag'
import { attacksOn, findWeaknesses } from '../support/sweep'

let postbag: Postbag
let known: Record<string, string>
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { body } = await postbag.post({ body: 'One comment that everything is aimed at.' })
  await postbag.admin('POST', '/sites', { slug: 'battered', name: 'Battered' })
  known = { site: 'battered', name: 'blocked', id: body.id, comment_id: body.id }
})
afterAll(() => postbag.stop())

/** Passwords are slow to hash, on purpose: hundreds of them would take the test's time. */
const hashes = (path: string) => path === '/moderators'

test.each(adminEndpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
  'nothing hostile breaks %s %s',
  async (_method, path, endpoint) => {
    const attacks = attacksOn({
      prefix: '/api/admin/v1',
      endpoint,
      known: hashes(path) ? { ...known, site: 'nowhere' } : known,
      headers: { authorization: `Bearer ${postbag.token}` },
    })
    expect(attacks.length).toBeGreaterThan(25)
    expect(await findWeaknesses(postbag.url, attacks)).toEqual([])
  },
)

test('the service still works and nothing was smuggled into all objects', async () => {
  const { status } = await postbag.post({ body: 'And one more after all of that.' })
  expect(status).toBe(202)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
