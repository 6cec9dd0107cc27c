import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let olga: Client
let ana: Client
let ben: Client
/** Tokens of three moderators' programs. */
let desk: Record<'first' | 'second' | 'third', string>

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  ;[olga, ana, ben] = (await Promise.all(
    ['olga', 'ana', 'ben'].map((name) => signedInAs(postbag, `${name}@daily.example`)),
  )) as [Client, Client, Client]
  const token = async (name: string) =>
    (await postbag.admin('POST', '/tokens', { name, role: 'moderator' })).body.token
  desk = { first: await token('first'), second: await token('second'), third: await token('third') }
  await setShare(1)
})
afterAll(() => postbag.stop())
/** What was left open by one test is not asked in the next. */
afterEach(async () => {
  await postbag.services.db.pool.query(
    'UPDATE comments SET version = version + 1 WHERE id NOT IN (SELECT comment_id FROM second_reviews)',
  )
  await postbag.services.db.pool.query('DELETE FROM second_review_claims')
})

const setShare = async (second_review_share: number) => {
  const change = { second_review_share }
  const { status } = await postbag.admin('PATCH', '/sites/daily/settings', change)
  expect(status).toBe(200)
}

let written = 0
async function held(): Promise<string> {
  written += 1
  const comment = await postbag.judged({
    author: `Author ${written}`,
    body: `Remark ${written} on the wall.`,
  })
  expect(comment.status).toBe('held')
  return comment.id
}
const decide = async (id: string, body: object, token = desk.first): Promise<string> =>
  (await postbag.admin('POST', `/comments/${id}/decisions`, body, token)).body.id
const open = async (token: string, limit = 50): Promise<Record<string, unknown>[]> =>
  (await postbag.admin('GET', `/second-reviews?limit=${limit}`, undefined, token)).body.items
const openIds = async (token: string) => (await open(token)).map(({ decision_id }) => decision_id)
const answer = (decisionId: string, body: object, token = desk.second) =>
  postbag.admin('POST', `/second-reviews/${decisionId}`, body, token)
const leadIds = async (): Promise<string[]> =>
  (await postbag.admin('GET', '/queue?state=lead&limit=100')).body.items.map(
    ({ id }: { id: string }) => id,
  )
const detail = async (id: string) => (await postbag.admin('GET', `/comments/${id}`)).body

describe('Who is asked, and about what', () => {
  test('another moderator is asked, never the one who decided', async () => {
    const decision = await decide(await held(), { action: 'approve' })
    expect(await openIds(desk.first)).toEqual([])
    expect(await openIds(desk.second)).toEqual([decision])
    expect((await answer(decision, { action: 'approve' }, desk.first)).status).toBe(404)
  })

  test('nobody is asked who has decided on the comment before', async () => {
    const id = await held()
    await decide(id, { action: 'hold' }, desk.second)
    const decision = await decide(id, { action: 'approve' })
    expect(await openIds(desk.second)).toEqual([])
    expect(await openIds(desk.third)).toEqual([decision])
  })

  test('what was taken back, decided again, escalated or erased is not asked about', async () => {
    const [undone, again, escalated, erased] = [
      await held(),
      await held(),
      await held(),
      await postbag.judged({ author: 'Ada', body: 'A remark that will be erased.' }),
    ] as const
    const decision = await decide(undone, { action: 'approve' })
    await postbag.admin('POST', `/decisions/${decision}/undo`, undefined, desk.first)
    await decide(again, { action: 'approve' })
    const later = await decide(again, { action: 'reject' })
    await decide(escalated, { action: 'hold', reason: 'escalated' })
    await decide(erased.id, { action: 'approve' })
    await postbag.reader('DELETE', `/api/v1/receipts/${erased.receipt}`)
    expect(await openIds(desk.second)).toEqual([later])
  })

  test('two who ask at once never get the same one, and one who asks again keeps theirs', async () => {
    const decisions = new Set<string>()
    for (let count = 0; count < 8; count++)
      decisions.add(await decide(await held(), { action: 'approve' }))
    const [one, other] = await Promise.all([open(desk.second, 4), open(desk.third, 4)])
    const ids = [...one, ...other].map(({ decision_id }) => decision_id)
    expect(new Set(ids).size).toBe(ids.length)
    const mine = await open(desk.second, 4)
    expect(mine).toEqual(one.length === 4 ? one : mine)
    const rest = [...(await openIds(desk.second)), ...(await openIds(desk.third))]
    expect(new Set(rest)).toEqual(decisions)
    expect(rest).toHaveLength(8)
    // and nobody answers what another one holds
    const [taken] = await openIds(desk.second)
    expect((await answer(String(taken), { action: 'approve' }, desk.third)).status).toBe(404)
  })

  test('the last 32 bits of a decision’s id and the share settle whether it is asked about', async () => {
    const decisions: string[] = []
    for (let count = 0; count < 12; count++)
      decisions.push(await decide(await held(), { action: 'approve' }))
    for (const share of [0, 0.5]) {
      await setShare(share)
      const drawn = decisions.filter((id) => Number.parseInt(id.slice(-8), 16) < share * 2 ** 32)
      expect(await openIds(desk.second)).toEqual(drawn)
    }
    await setShare(1)
  })

  test('another site’s moderator sees and answers nothing', async () => {
    await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
    const { body } = await postbag.admin('POST', '/tokens', {
      ...{ name: 'weekly', role: 'moderator', site: 'weekly' },
    })
    const decision = await decide(await held(), { action: 'approve' })
    expect(await open(body.token)).toEqual([])
    expect((await answer(decision, { action: 'reject' }, body.token)).status).toBe(404)
  })
})

describe('The reviewer is blind', () => {
  const blindParts = async (decision: string) => {
    const [item] = await open(desk.second)
    expect(item?.decision_id).toBe(decision)
    await postbag.services.db.pool.query('DELETE FROM second_review_claims')
    const page = (await ben.get('/console/reviews')).text
    await postbag.services.db.pool.query('DELETE FROM second_review_claims')
    return { item: JSON.stringify(item), page }
  }

  test('answer and page are the same to the letter, whatever was decided, by whom, and what came of it', async () => {
    const written = await postbag.judged({ author: 'Ada', body: 'The wall leans a little.' })
    await postbag.services.db.pool.query(
      "UPDATE comments SET created_at = now() - interval '2 days'",
    )
    const seen: string[] = []
    const decisions = [
      { action: 'approve' },
      { action: 'reject', reason: 'insult', note: 'A note that gives it away.' },
      { action: 'spam' },
      { action: 'hold' },
    ]
    for (const body of decisions) {
      const decision = await decide(written.id, body)
      const note = { text: `I chose ${body.action}.` }
      const noted = await postbag.admin('POST', `/comments/${written.id}/notes`, note, desk.first)
      expect(noted.status).toBe(201)
      if (body.action === 'approve') {
        await postbag.reader('POST', `/api/v1/comments/${written.id}/reports`, { reason: 'spam' })
        const reply = { author: 'Eve', body: 'I agree with this.', parent_id: written.id }
        await postbag.post(reply)
      }
      if (body.action === 'reject')
        await postbag.reader('POST', `/api/v1/receipts/${written.receipt}/appeals`, {
          text: 'But it does lean.',
        })
      const { item, page } = await blindParts(decision)
      for (const text of [item, page]) {
        expect(text).not.toContain(written.id)
        const shown = text.replace(/data-words="[^"]*"/, '')
        expect(shown).not.toMatch(
          /gives it away|I chose|Approved|Rejected|status-|data-status|is-urgent/,
        )
        seen.push(text.replaceAll(decision, 'ID'))
      }
      expect(item).not.toMatch(/"(status|action|reason|note|decided_by|decided_at|comment_id)":/)
    }
    expect(new Set(seen).size).toBe(2)
  })
})

describe('The answer', () => {
  test('changes nothing where it agrees, and is kept once', async () => {
    const id = await held()
    const decision = await decide(id, { action: 'reject', reason: 'insult' })
    const before = await detail(id)
    const { status, body } = await answer(decision, { action: 'reject', reason: 'off_topic' })
    expect([status, body]).toEqual([
      201,
      { decision_id: decision, action: 'reject', reason: 'off_topic' },
    ])
    expect(await detail(id)).toEqual(before)
    expect(await leadIds()).not.toContain(id)
    expect((await answer(decision, { action: 'spam' })).status).toBe(404)
    expect((await answer(decision, { action: 'spam' }, desk.third)).status).toBe(404)
  })

  test('brings the comment to the owner where it differs, who sees both sides and settles it', async () => {
    const id = await held()
    await ana.post(`/console/comments/${id}/decisions`, { action: 'approve', note: 'Harmless.' })
    const [decision] = await openIds(desk.third)
    await postbag.services.db.pool.query('DELETE FROM second_review_claims')
    await ben.post(`/console/reviews/${decision}`, { action: 'reject', reason: 'insult' })
    expect((await detail(id)).status).toBe('approved')
    expect(await leadIds()).toContain(id)
    const page = (await olga.get('/console/queue?state=lead')).text
    const [, verdicts = ''] = /class="verdicts">(.*?)<\/dl>/.exec(page) ?? []
    const text = verdicts.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toContain('First decision Approved No objection Harmless. Ana, just now')
    expect(text).toContain('Second review Rejected Insult Ben, just now')
    // moderators do not see the owner's tab, nor both sides elsewhere
    expect((await ana.get(`/console/comments/${id}`)).text).not.toContain('class="verdicts"')
    await olga.post(`/console/comments/${id}/decisions`, { action: 'approve' })
    expect(await leadIds()).not.toContain(id)
    expect((await detail(id)).decisions).toHaveLength(3)
  })

  test('an undo of the owner’s word brings the disagreement back', async () => {
    const id = await held()
    const decision = await decide(id, { action: 'approve' })
    await answer(decision, { action: 'spam' })
    for (const action of ['approve', 'reject']) {
      const settled = await decide(id, { action }, postbag.token)
      expect(await leadIds()).not.toContain(id)
      await postbag.admin('POST', `/decisions/${settled}/undo`)
      expect(await leadIds()).toContain(id)
      expect((await detail(id)).status).toBe('approved')
    }
  })

  test('a comment is reviewed once: what the owner settles is not asked about again', async () => {
    const id = await held()
    const decision = await decide(id, { action: 'approve' })
    await answer(decision, { action: 'spam' })
    await decide(id, { action: 'reject' }, postbag.token)
    expect(await openIds(desk.third)).toEqual([])
  })

  test('cannot be changed or deleted, not even in the database', async () => {
    const { pool } = postbag.services.db
    const decision = await decide(await held(), { action: 'approve' })
    await answer(decision, { action: 'approve' })
    for (const change of [
      "UPDATE second_reviews SET action = 'spam'",
      'DELETE FROM second_reviews',
      'TRUNCATE second_reviews',
    ])
      await expect(pool.query(change)).rejects.toThrow('second_reviews is append-only')
  })

  test('is in the audit', async () => {
    const id = await held()
    const decision = await decide(id, { action: 'approve' })
    await answer(decision, { action: 'reject', reason: 'threat' })
    const { body } = await postbag.admin('GET', `/audit?site=daily&comment_id=${id}`)
    expect(body.events[0]).toMatchObject({
      type: 'decision.reviewed',
      data: { decision, action: 'reject', reason: 'threat', agrees: false, queue: 'lead' },
    })
  })

  test.each([
    {},
    { action: 'escalate' },
    { action: 'hold', reason: 'escalated' },
    { action: 'spam', note: 'x' },
  ])('%j is refused', async (body) => {
    const decision = await decide(await held(), { action: 'approve' })
    expect((await answer(decision, body)).status).toBe(422)
  })
})

describe('Without a script', () => {
  test('the next one is answered with the same buttons, and the page says that it is kept', async () => {
    const decision = await decide(await held(), { action: 'approve' })
    const before = (await ben.get('/console/queue')).text
    expect(before).toMatch(/Second reviews <b data-count="reviews">1<\/b>/)
    const page = await ben.get('/console/reviews')
    expect(page.text).toContain(`action="/console/reviews/${decision}"`)
    const done = await ben.post(`/console/reviews/${decision}`, { action: 'approve' })
    expect([done.status, done.location]).toEqual([303, '/console/reviews?said=saved'])
    const after = (await ben.get(done.location)).text
    expect(after).toContain('Your answer is kept.')
    expect(after).toContain('No second review waits for you.')
    const twice = await ben.post(`/console/reviews/${decision}`, { action: 'approve' })
    expect((await ben.get(twice.location)).text).toContain('It needs no second review any more')
    expect((await ben.post('/console/reviews/x', { action: 'spam' })).status).toBe(303)
    expect((await ben.post(`/console/reviews/${decision}`, {})).status).toBe(400)
  })
})
