import { createToken } from '../../src/accounts/token.store'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let moderator: string
beforeAll(async () => {
  postbag = await startPostbag()
  const { db } = postbag.services
  const { id: siteId } = postbag.site
  moderator = (await createToken(db, { name: 'desk', role: 'moderator', siteId, madeBy: null }))
    .secret
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
})
afterAll(() => postbag.stop())

const rules = '/sites/daily/rules'
const hold = (when: string, more: object = {}) => ({
  name: 'A rule',
  when,
  mode: 'live',
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  then: { action: 'hold', reason: 'off_topic' },
  ...more,
})

type Found = { rule: string }
const rulesFound = async (id: string): Promise<string[]> =>
  (await postbag.admin('GET', `/comments/${id}`)).body.findings.map(({ rule }: Found) => rule)

describe('who may do what', () => {
  test('a moderator may check, try and test a rule, and read it, but not write it', async () => {
    const { body: rule } = await postbag.admin('POST', rules, hold('reports > 3'))
    const as = (method: string, path: string, body?: object) =>
      postbag.admin(method, path, body, moderator)
    const when = 'comment.words > 3'
    expect((await as('POST', `${rules}/check`, { when })).body).toEqual({ ok: true, errors: [] })
    const tried = await as('POST', `${rules}/try`, { when, body: 'One two three four.' })
    expect(tried).toMatchObject({ status: 200, body: { result: true } })
    expect((await as('POST', `${rules}/backtest`, { when })).status).toBe(200)
    expect((await as('GET', `${rules}/${rule.id}`)).status).toBe(200)
    expect((await as('GET', `${rules}/${rule.id}/versions`)).status).toBe(200)
    const writes: [string, string, object?][] = [
      ['POST', rules, hold(when)],
      ['PUT', `${rules}/${rule.id}`, hold(when)],
      ['DELETE', `${rules}/${rule.id}`],
      ['POST', `${rules}/${rule.id}/rollback`, { version: 1 }],
      ['PUT', '/sites/daily/rule-file', { yaml: 'postbag: 1\n' }],
      ['DELETE', '/sites/daily/rule-file'],
      ['PUT', '/sites/daily/banks/boats', { kind: 'words', entries: ['boat'] }],
    ]
    for (const [method, path, body] of writes)
      expect((await as(method, path, body)).status).toBe(403)
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test('what belongs to another site does not exist', async () => {
    const { body: rule } = await postbag.admin('POST', rules, hold('reports > 3'))
    const elsewhere = `/sites/weekly/rules/${rule.id}`
    for (const [method, path, body] of [
      ['GET', elsewhere],
      ['PUT', elsewhere, hold('reports > 4')],
      ['DELETE', elsewhere],
      ['GET', `${elsewhere}/versions`],
      ['POST', `${elsewhere}/rollback`, { version: 1 }],
    ] as const) {
      expect((await postbag.admin(method, path, body)).status).toBe(404)
    }
    const listed = await postbag.admin('GET', '/sites/weekly/rules', undefined, moderator)
    expect(listed.status).toBe(404)
    const { id } = await postbag.judged({ author: 'Ann', body: 'A calm day at the harbour.' })
    const tried = { when: 'reports == 0', comment_id: id }
    expect((await postbag.admin('POST', '/sites/weekly/rules/try', tried)).status).toBe(404)
    expect((await postbag.admin('GET', `${rules}/${rule.id}`)).body.when).toBe('reports > 3')
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })
})

describe('which rules run', () => {
  test('drafts, rules at rest and expired ones leave no trace; live and shadow ones do, and are counted', async () => {
    const when = 'author.name == "Counted"'
    const made: Record<string, string> = {}
    for (const mode of ['draft', 'shadow', 'live', 'off'])
      made[mode] = (await postbag.admin('POST', rules, hold(when, { mode }))).body.id
    const expiresAt = '2020-01-01T00:00:00Z'
    made.expired = (await postbag.admin('POST', rules, hold(when, { expiresAt }))).body.id
    const first = await postbag.judged({ author: 'Counted', body: 'A remark about the harbour.' })
    const second = await postbag.judged({ author: 'Counted', body: 'Another one about the wall.' })
    const own = (await rulesFound(first.id)).filter((id) => Object.values(made).includes(id))
    expect(own.sort()).toEqual([made.shadow, made.live].sort())
    await postbag.admin('POST', `/comments/${first.id}/decisions`, { action: 'reject' })
    await postbag.admin('POST', `/comments/${second.id}/decisions`, { action: 'approve' })
    const listed = (await postbag.admin('GET', rules)).body.rules
    const statistics = (id: string | undefined) =>
      listed.find((rule: { id: string }) => rule.id === id).statistics
    const counted = {
      ...{ version: 1, hits: 2, approved: 1, refused: 1, agreed: 1 },
      precision: expect.objectContaining({ estimate: 0.5, sample: 2 }),
    }
    expect(statistics(made.live)).toEqual([{ ...counted, mode: 'live' }])
    expect(statistics(made.shadow)).toEqual([{ ...counted, mode: 'shadow' }])
    for (const mode of ['draft', 'off', 'expired']) expect(statistics(made[mode])).toEqual([])
    for (const id of Object.values(made)) await postbag.admin('DELETE', `${rules}/${id}`)
  })

  test('a site runs 200 rules and not one more, until another is switched off', async () => {
    const rule = hold('reports > 3')
    const yaml = [
      'postbag: 1',
      'rules:',
      ...Array.from(
        { length: 200 },
        (_, index) =>
          `  - { name: "Rule ${index}", mode: live, when: "reports > ${index}", then: { action: hold, reason: spam } }`,
      ),
    ]
    const file = '/sites/weekly/rule-file'
    const path = '/sites/weekly/rules'
    expect((await postbag.admin('PUT', file, { yaml: yaml.join('\n') })).body.rules).toBe(200)
    const refused = await postbag.admin('POST', path, rule)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ field: 'mode', code: 'too_many_rules' }])
    const draft = await postbag.admin('POST', path, { ...rule, mode: 'draft' })
    expect(draft.status).toBe(201)
    const promoted = await postbag.admin('PUT', `${path}/${draft.body.id}`, rule)
    expect(promoted.status).toBe(422)
    const [first] = (await postbag.admin('GET', path)).body.rules
    await postbag.admin('PUT', `${path}/${first.id}`, { ...first, mode: 'off' })
    expect((await postbag.admin('PUT', `${path}/${draft.body.id}`, rule)).status).toBe(200)
    const more = [...yaml, yaml.at(-1)].join('\n')
    expect((await postbag.admin('PUT', file, { yaml: more })).status).toBe(422)
  })
})

describe('authors whom the site knows', () => {
  test('rules pass over staff and, where they say so, trusted authors', async () => {
    const when = 'author.name.startsWith("Known")'
    const { body: usual } = await postbag.admin('POST', rules, hold(when))
    const { body: lenient } = await postbag.admin(
      'POST',
      rules,
      hold(when, { exempt: ['staff', 'trusted'] }),
    )
    const { body: strict } = await postbag.admin('POST', rules, hold(when, { exempt: [] }))
    const all = [usual.id, lenient.id, strict.id]
    const met = async (body: string) => {
      const { id } = await postbag.judged({ author: 'Known', body })
      return { id, rules: (await rulesFound(id)).filter((rule) => all.includes(rule)) }
    }
    const reader = await met('The harbour is calm today.')
    expect(reader.rules).toEqual(all)
    const mark = (role: string, token?: string) =>
      postbag.admin('PUT', `/comments/${reader.id}/author-role`, { role }, token)
    expect((await mark('staff', moderator)).status).toBe(403)
    expect((await mark('trusted')).status).toBe(204)
    expect((await met('The wall leans a little more.')).rules).toEqual([usual.id, strict.id])
    expect((await mark('staff')).status).toBe(204)
    expect((await met('Boats came in before noon.')).rules).toEqual([strict.id])
    const detail = await postbag.admin('GET', `/comments/${reader.id}`)
    expect(detail.body.author_history.role).toBe('staff')
    expect((await mark('reader')).status).toBe(204)
    expect((await met('Nobody minds the gulls here.')).rules).toEqual(all)
    const events = (await postbag.admin('GET', '/audit?site=daily')).body.events
    const marks = events.filter(({ type }: { type: string }) => type === 'author.marked')
    expect(marks).toHaveLength(3)
    for (const id of all) await postbag.admin('DELETE', `${rules}/${id}`)
  })

  test('nobody else of that name is known, and no comment that does not exist', async () => {
    const nowhere = '/comments/00000000-0000-7000-8000-000000000000/author-role'
    expect((await postbag.admin('PUT', nowhere, { role: 'staff' })).status).toBe(404)
    expect((await postbag.admin('PUT', '/comments/x/author-role', { role: 'staff' })).status).toBe(
      404,
    )
    const king = await postbag.judged({ author: 'Queen', body: 'A remark of no importance.' })
    const path = `/comments/${king.id}/author-role`
    expect((await postbag.admin('PUT', path, { role: 'king' })).status).toBe(422)
  })
})
