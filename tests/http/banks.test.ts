import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const banks = '/sites/daily/banks'
const rules = '/sites/daily/rules'
const words = (...entries: string[]) => ({ kind: 'words', entries })
const ruleOn = (when: string, name: string, mode = 'live') => ({
  name,
  when,
  mode,
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  then: { action: 'hold', reason: 'off_topic' },
})

async function saveRule(when: string, name: string, mode?: string): Promise<string> {
  return (await postbag.admin('POST', rules, ruleOn(when, name, mode))).body.id
}

test.each(['live', 'shadow', 'draft'])(
  'a bank that a %s rule names is neither deleted nor made another kind',
  async (mode) => {
    await postbag.admin('PUT', `${banks}/boats`, words('trawler'))
    const rule = await saveRule('list("bo\\u0061ts")', 'About boats', mode)
    const dropped = await postbag.admin('DELETE', `${banks}/boats`)
    expect(dropped).toMatchObject({ status: 409, body: { rules: ['About boats'] } })
    const turned = await postbag.admin('PUT', `${banks}/boats`, {
      kind: 'patterns',
      entries: ['boat\\d'],
    })
    expect(turned).toMatchObject({ status: 409, body: { rules: ['About boats'] } })
    const extended = await postbag.admin('PUT', `${banks}/boats`, words('trawler', 'dinghy'))
    expect(extended.status).toBe(200)
    await postbag.admin('DELETE', `${rules}/${rule}`)
    expect((await postbag.admin('DELETE', `${banks}/boats`)).status).toBe(204)
    expect((await postbag.admin('DELETE', `${banks}/boats`)).status).toBe(404)
  },
)

test('a rule that is off keeps no bank; made live again it would be refused', async () => {
  await postbag.admin('PUT', `${banks}/boats`, words('trawler'))
  const rule = await saveRule('list("boats")', 'About boats', 'off')
  expect((await postbag.admin('DELETE', `${banks}/boats`)).status).toBe(204)
  const again = { ...ruleOn('list("boats")', 'About boats'), mode: 'live' }
  const { status, body } = await postbag.admin('PUT', `${rules}/${rule}`, again)
  expect(status).toBe(422)
  expect(body.errors).toContainEqual(expect.objectContaining({ code: 'unknown_list' }))
  await postbag.admin('DELETE', `${rules}/${rule}`)
})

test('a live rule whose bank is gone all the same holds every comment and says why', async () => {
  await postbag.admin('PUT', `${banks}/boats`, words('trawler'))
  const rule = await saveRule('list("boats")', 'About boats')
  // as an import by hand into the database would leave it
  const { pool } = postbag.services.db
  await pool.query("DELETE FROM banks WHERE name = 'boats'")
  await pool.query('UPDATE sites SET rule_set_version = rule_set_version + 1')
  const { id, status } = await postbag.judged({ author: 'Ann', body: 'A calm day at the harbour.' })
  expect(status).toBe('held')
  const { body } = await postbag.admin('GET', `/comments/${id}`)
  expect(body.reason).toBe('rule_error')
  const finding = body.findings.find((one: { rule: string }) => one.rule === rule)
  expect(finding).toMatchObject({ action: 'hold', reason: 'rule_error', mode: 'live' })
  expect(finding.detail).toContain('There is no word list "boats".')
  await postbag.admin('DELETE', `${rules}/${rule}`)
})

test('a comment that takes the patterns of a site too long is left to a moderator', async () => {
  const entries = Array.from({ length: 40 }, (_, index) => `[ab]{0,9}b.{0,${index}}q${index}`)
  const saved = await postbag.admin('PUT', `${banks}/slow`, { kind: 'patterns', entries })
  expect(saved.status).toBe(201)
  let seed = 7
  const body = Array.from({ length: 9_000 }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0
    return (seed >>> 16) & 1 ? 'a' : 'b'
  }).join('')
  const { id, status } = await postbag.judged({ author: 'Slow', body })
  expect(status).not.toBe('approved')
  const { findings } = (await postbag.admin('GET', `/comments/${id}`)).body
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'budget', action: 'hold', reason: 'rule_error' }),
  )
  await postbag.admin('DELETE', `${banks}/slow`)
})

test('the limits hold for all banks of a site together', async () => {
  const patterns = (from: number, count: number) => ({
    kind: 'patterns',
    entries: Array.from({ length: count }, (_, index) => `offer ${from + index}x`),
  })
  await postbag.admin('PUT', `${banks}/first`, patterns(0, 300))
  const second = await postbag.admin('PUT', `${banks}/second`, patterns(300, 201))
  expect(second.status).toBe(422)
  expect(second.body.errors).toEqual([
    { field: 'entries', message: 'A site holds at most 500 patterns in all.' },
  ])
  expect((await postbag.admin('PUT', `${banks}/second`, patterns(300, 200))).status).toBe(201)
  expect((await postbag.admin('PUT', `${banks}/first`, patterns(0, 299))).status).toBe(200)
  for (const name of ['first', 'second']) await postbag.admin('DELETE', `${banks}/${name}`)
})

test('every entry that cannot be used is named', async () => {
  const { status, body } = await postbag.admin('PUT', `${banks}/wrong`, {
    kind: 'patterns',
    entries: ['fine', '(?=a)b', '(a)\\1'],
  })
  expect(status).toBe(422)
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'entries.1',
    'entries.2',
  ])
})

test('banks that did not change are not compiled again', async () => {
  const { ruleSets, db } = postbag.services
  await postbag.admin('PUT', `${banks}/kept`, words('trawler'))
  const current = async () => {
    const { rows } = await db.pool.query('SELECT id, rule_set_version AS v FROM sites')
    return ruleSets.of(rows[0].id, rows[0].v)
  }
  const before = await current()
  await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_links: 7 } })
  const settingsChanged = await current()
  expect(settingsChanged.version).toBeGreaterThan(before.version)
  expect(settingsChanged.banks).toBe(before.banks)
  await postbag.admin('PUT', `${banks}/kept`, words('trawler', 'dinghy'))
  const banksChanged = await current()
  expect(banksChanged.banks).not.toBe(before.banks)
  await postbag.admin('DELETE', `${banks}/kept`)
})
