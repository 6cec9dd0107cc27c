import { guardRules } from '../../src/rules/guard-rules.flow'
import { resetRules } from '../../src/rules/rule-file.flow'
import { openServices } from '../../src/services'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const rules = '/sites/daily/rules'
const hold = (when: string, more: object = {}) => ({
  name: 'A rule',
  when,
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  then: { action: 'hold', reason: 'off_topic', priority: 77 },
  ...more,
})
const reject = (when: string, more: object = {}) => ({
  ...hold(when),
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  then: { action: 'reject', reason: 'hate_speech', priority: 80 },
  ...more,
})

type Found = {
  rule: string
  version: number
  mode: string
  leaves?: { source: string; value: unknown }[]
}

async function findingsOf(id: string): Promise<Found[]> {
  return (await postbag.admin('GET', `/comments/${id}`)).body.findings
}

describe('writing rules', () => {
  test('a rule counts from the next comment on and says why, leaf by leaf', async () => {
    const { status, body: rule } = await postbag.admin(
      'POST',
      rules,
      hold('comment.words > 3 && author.name == "Leaf"', { mode: 'live' }),
    )
    expect(status).toBe(201)
    expect(rule).toMatchObject({ mode: 'live', version: 1 })
    const { id, status: standing } = await postbag.judged({
      author: 'Leaf',
      body: 'These are five plain words.',
    })
    expect(standing).toBe('held')
    const found = (await findingsOf(id)).find((finding) => finding.rule === rule.id)
    expect(found).toMatchObject({ version: 1, mode: 'live' })
    expect(found?.leaves).toContainEqual(
      expect.objectContaining({ source: 'comment.words > 3', value: 5 }),
    )
    const detail = await postbag.admin('GET', `/comments/${id}`)
    expect(detail.body).toMatchObject({ reason: 'off_topic', priority: 77 })
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test.each([
    ['an unknown field', 'comment.wrods > 3', 'no_such_key', 8, 13],
    ['a regular expression', 'author.name.matches("(a+)+$")', 'not_allowed', 0, 29],
    ['an unknown bank', 'list("nothing")', 'unknown_list', 5, 14],
  ])('%s is refused with its place', async (_name, when, code, start, end) => {
    const { status, body } = await postbag.admin('POST', rules, hold(when))
    expect(status).toBe(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ field: 'when', code, start, end }))
    const checked = await postbag.admin('POST', `${rules}/check`, { when })
    expect(checked.body).toMatchObject({
      ok: false,
      errors: [expect.objectContaining({ code, start, end })],
    })
  })

  test('a rule that rejects starts in shadow, is kept as a finding and has no effect until it is promoted', async () => {
    const sent = reject('author.name == "Shade"', { mode: 'live' })
    const { body: rule } = await postbag.admin('POST', rules, sent)
    expect(rule.mode).toBe('shadow')
    const first = await postbag.judged({ author: 'Shade', body: 'A quiet remark on the wall.' })
    expect(first.status).toBe('held')
    expect(await findingsOf(first.id)).toContainEqual(
      expect.objectContaining({ rule: rule.id, mode: 'shadow' }),
    )
    const promoted = await postbag.admin('PUT', `${rules}/${rule.id}`, { ...rule, mode: 'live' })
    expect(promoted.body).toMatchObject({ mode: 'live', version: 1 })
    const second = await postbag.judged({
      author: 'Shade',
      body: 'Another remark, as quiet as before.',
    })
    expect(second.status).toBe('rejected')
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test('every change of the text is a version with a difference, and can be rolled back', async () => {
    const { body: rule } = await postbag.admin('POST', rules, hold('comment.words > 1000'))
    const edited = await postbag.admin('PUT', `${rules}/${rule.id}`, {
      ...rule,
      when: 'comment.words > 2000',
    })
    expect(edited.body.version).toBe(2)
    const stale = await postbag.admin('PUT', `${rules}/${rule.id}`, {
      ...rule,
      when: 'comment.words > 3000',
    })
    expect(stale.status).toBe(409)
    expect(stale.body.current.version).toBe(2)
    const back = await postbag.admin('POST', `${rules}/${rule.id}/rollback`, { version: 1 })
    expect(back.body).toMatchObject({ version: 3, when: 'comment.words > 1000' })
    const { body } = await postbag.admin('GET', `${rules}/${rule.id}/versions`)
    expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1])
    expect(body.versions[1].diff).toEqual([
      { field: 'when', before: 'comment.words > 1000', after: 'comment.words > 2000' },
    ])
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
    expect((await postbag.admin('GET', `${rules}/${rule.id}`)).status).toBe(404)
  })

  test('saving a rule as it stands answers the same and writes nothing', async () => {
    const written = async () => {
      const { rows } = await postbag.services.db.pool.query(
        `SELECT (SELECT count(*) FROM audit_events WHERE chain = s.id) AS events, rule_set_version,
           (SELECT max(changed_at) FROM rules WHERE site_id = s.id) AS changed
         FROM sites s WHERE slug = 'daily'`,
      )
      return rows[0]
    }
    const { body: rule } = await postbag.admin('POST', rules, hold('comment.words > 1000'))
    const before = await written()
    const again = await postbag.admin('PUT', `${rules}/${rule.id}`, rule)
    expect([again.status, again.body]).toEqual([200, rule])
    const rolled = await postbag.admin('POST', `${rules}/${rule.id}/rollback`, { version: 1 })
    expect(rolled.body).toEqual(rule)
    expect(await written()).toEqual(before)
    const stale = await postbag.admin('PUT', `${rules}/${rule.id}`, { ...rule, version: 2 })
    expect(stale.status).toBe(409)
    await postbag.admin('PUT', `${rules}/${rule.id}`, { ...rule, mode: 'off' })
    expect(await written()).toMatchObject({
      events: before.events + 1,
      rule_set_version: before.rule_set_version + 1,
    })
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test('what the database cannot keep is left out', async () => {
    const { status, body } = await postbag.admin('POST', rules, {
      ...hold('author.name == "\0x"', { name: 'A\0B', explain: '\ud800', mode: 'draft' }),
      ...{ comment: 'C\0', scope: { sections: ['\0a'] } },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'AB', when: 'author.name == "x"', explain: '\ufffd' })
    await postbag.admin('DELETE', `${rules}/${body.id}`)
  })

  test('scope and expiry keep a rule to where and when it belongs', async () => {
    const elsewhere = hold('author.name == "Scope"', {
      mode: 'live',
      scope: { articles: ['another'] },
    })
    const expired = hold('author.name == "Scope"', {
      mode: 'live',
      expiresAt: '2020-01-01T00:00:00Z',
    })
    const { body: one } = await postbag.admin('POST', rules, elsewhere)
    const { body: other } = await postbag.admin('POST', rules, expired)
    const { id } = await postbag.judged({
      author: 'Scope',
      body: 'A remark that no rule is about.',
    })
    const found = (await findingsOf(id)).map(({ rule }) => rule)
    expect(found).not.toContain(one.id)
    expect(found).not.toContain(other.id)
    for (const { id: rule } of [one, other]) await postbag.admin('DELETE', `${rules}/${rule}`)
  })

  test('points of several rules decide together', async () => {
    const score = (name: string, points: number) => ({
      name,
      when: 'author.name == "Points"',
      mode: 'live',
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'score', score: points, reason: 'flooding' },
    })
    const made = []
    for (const points of [7, 6])
      made.push((await postbag.admin('POST', rules, score(`${points}`, points))).body.id)
    const { status } = await postbag.judged({
      author: 'Points',
      body: 'Thirteen points are too many.',
    })
    expect(status).toBe('rejected')
    for (const id of made) await postbag.admin('DELETE', `${rules}/${id}`)
  })

  test('an approval against a rejection is left to a person', async () => {
    const approve = {
      name: 'Yes',
      when: 'author.name == "Both"',
      mode: 'live',
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'approve', reason: 'trusted' },
    }
    const { body: yes } = await postbag.admin('POST', rules, approve)
    const { body: no } = await postbag.admin('POST', rules, reject('author.name == "Both"'))
    await postbag.admin('PUT', `${rules}/${no.id}`, { ...no, mode: 'live' })
    const { id, status } = await postbag.judged({
      author: 'Both',
      body: 'What do you make of this one?',
    })
    expect(status).toBe('held')
    expect((await postbag.admin('GET', `/comments/${id}`)).body.reason).toBe('conflict')
    for (const rule of [yes, no]) await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test('another process judges by a saved rule at once', async () => {
    const other = await openServices(postbag.services.config, 'other')
    const { id: siteId } = postbag.site
    const before = await other.ruleSets.of(siteId, 0)
    const { body: rule } = await postbag.admin(
      'POST',
      rules,
      hold('author.name == "Nobody"', { mode: 'live' }),
    )
    const { rows } = await other.db.pool.query(
      'SELECT rule_set_version AS v FROM sites WHERE id = $1',
      [siteId],
    )
    const after = await other.ruleSets.of(siteId, rows[0].v)
    expect(after.version).toBeGreaterThan(before.version)
    expect(after.rules.map(({ id }) => id)).toContain(rule.id)
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
    await other.close()
  })
})

describe('trust in rules', () => {
  test('try shows the truth table on a text and what every other rule says', async () => {
    const when = 'size(comment.links) > 0 || comment.words > 100'
    const { body } = await postbag.admin('POST', `${rules}/try`, {
      when,
      body: 'Look at https://shop.example/a now',
    })
    expect(body.result).toBe(true)
    expect(body.leaves).toEqual([
      expect.objectContaining({ source: 'size(comment.links) > 0', value: 1, result: true }),
      expect.objectContaining({ source: 'comment.words > 100', result: false }),
    ])
    expect(body.others.length).toBeGreaterThan(10)
    const both = await postbag.admin('POST', `${rules}/try`, { when })
    expect(both.status).toBe(422)
  })

  test('a backtest counts what people decided, what is new, and the difference to the active version', async () => {
    const author = 'Backtest'
    const ids: string[] = []
    for (const word of ['alpha', 'beta', 'gamma', 'delta']) {
      ids.push(
        (
          await postbag.judged({
            author,
            body: `The ${word} argument is worth a longer thought today.`,
          })
        ).id,
      )
    }
    for (const id of ids.slice(0, 3))
      await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
    await postbag.admin('POST', `/comments/${ids[3]}/decisions`, { action: 'approve' })
    const { body: rule } = await postbag.admin(
      'POST',
      rules,
      hold('author.name == "Nobody at all"', { mode: 'draft' }),
    )
    const { body: report } = await postbag.admin('POST', `${rules}/backtest`, {
      when: `author.name == "${author}"`,
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'hold' },
      rule_id: rule.id,
    })
    expect(report).toMatchObject({
      matches: 4,
      humans: { approved: 1, rejected: 3, held: 0, undecided: 0 },
      precision: { estimate: 0.75, sample: 4 },
      current: { matches: 0, added: 4, lost: 0 },
    })
    expect(report.precision.low).toBeCloseTo(0.3006, 3)
    expect(report.precision.high).toBeCloseTo(0.9544, 3)
    expect(report.newly_caught + report.already_caught).toBe(4)
    expect(report.samples.added).toHaveLength(4)
    await postbag.admin('DELETE', `${rules}/${rule.id}`)
  })

  test('a live rule that runs wild goes back to shadow, and what it did returns to the queue', async () => {
    await postbag.admin('PATCH', '/sites/daily/settings', { rule_guard: { authors: 3, share: 0 } })
    const { body: rule } = await postbag.admin(
      'POST',
      rules,
      reject('author.name.startsWith("Wild")'),
    )
    await postbag.admin('PUT', `${rules}/${rule.id}`, { ...rule, mode: 'live' })
    const from = new Date(Date.now() - 60_000).toISOString()
    const ids: string[] = []
    for (const name of ['Wild 1', 'Wild 2', 'Wild 3', 'Wild 4']) {
      const { id, status } = await postbag.judged({
        author: name,
        body: `${name} has something to say about walls.`,
      })
      expect(status).toBe('rejected')
      ids.push(id)
    }
    await guardRules(postbag.services.db)
    const demoted = await postbag.admin('GET', `${rules}/${rule.id}`)
    expect(demoted.body).toMatchObject({ mode: 'shadow', version: 1 })
    expect(demoted.body.notice).toContain('4 authors')
    const events = (await postbag.admin('GET', '/audit?site=daily')).body.events
    expect(events.map(({ type }: { type: string }) => type)).toContain('rule.demoted')
    await postbag.admin('POST', `/comments/${ids[0]}/decisions`, { action: 'spam' })
    const to = new Date(Date.now() + 60_000).toISOString()
    const { body } = await postbag.admin('POST', `${rules}/${rule.id}/returns`, {
      version: 1,
      from,
      to,
    })
    expect(body.returned).toBe(3)
    const statuses = await Promise.all(
      ids.map(async (id) => (await postbag.admin('GET', `/comments/${id}`)).body.status),
    )
    expect(statuses).toEqual(['spam', 'held', 'held', 'held'])
    const undone = await postbag.admin('POST', `/batches/${body.batch_id}/undo`)
    expect(undone.body.results).toHaveLength(3)
    // who saves it as it stands accepts that
    const accepted = await postbag.admin('PUT', `${rules}/${rule.id}`, demoted.body)
    expect(accepted.body).toMatchObject({ mode: 'shadow', version: 1 })
    expect(accepted.body.notice).toBe('')
  })
})

describe('rules and banks as a file', () => {
  test('export and import lead to the same rules and banks', async () => {
    await resetRules(postbag.services.db, postbag.site.id, 'system')
    const exported = await postbag.admin('GET', '/sites/daily/rule-file')
    expect(exported.headers.get('content-type')).toContain('application/yaml')
    const imported = await postbag.admin('PUT', '/sites/daily/rule-file', { yaml: exported.body })
    expect(imported.status).toBe(200)
    expect((await postbag.admin('GET', '/sites/daily/rule-file')).body).toBe(exported.body)
  })

  test('a file with one fault changes nothing and says where the fault is', async () => {
    const before = (await postbag.admin('GET', '/sites/daily/rule-file')).body
    const yaml = `postbag: 1\nrules:\n  - name: Broken\n    mode: live\n    when: 'comment.nothing > 1'\n    then: { action: hold, reason: spam }\n`
    const { status, body } = await postbag.admin('PUT', '/sites/daily/rule-file', { yaml })
    expect(status).toBe(422)
    expect(body.errors[0]).toMatchObject({ field: 'rules.0.when', code: 'no_such_key' })
    expect((await postbag.admin('GET', '/sites/daily/rule-file')).body).toBe(before)
    const bomb = await postbag.admin('PUT', '/sites/daily/rule-file', {
      yaml: 'a: &a [1]\nb: [*a, *a]\n',
    })
    expect(bomb.status).toBe(422)
  })

  test('reset brings the default pack, every rule with a sentence for the owner', async () => {
    await postbag.admin('PUT', '/sites/daily/rule-file', { yaml: 'postbag: 1\n' })
    expect((await postbag.admin('GET', rules)).body.rules).toEqual([])
    expect((await postbag.admin('DELETE', '/sites/daily/rule-file')).status).toBe(204)
    const { body } = await postbag.admin('GET', rules)
    expect(body.rules.length).toBeGreaterThanOrEqual(8)
    for (const rule of body.rules) expect(rule.explain).toMatch(/\w.+\./)
  })
})
