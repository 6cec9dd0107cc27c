import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let olga: Client
let ana: Client
let moderator: string

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  ;[olga, ana] = (await Promise.all(
    ['olga@daily.example', 'ana@daily.example'].map((email) => signedInAs(postbag, email)),
  )) as [Client, Client]
  const { body } = await postbag.admin('POST', '/tokens', { name: 'desk', role: 'moderator' })
  moderator = body.token
})
afterAll(() => postbag.stop())

let written = 0
async function held(): Promise<{ id: string; receipt: string }> {
  written += 1
  return postbag.judged({ author: `Author ${written}`, body: `Remark ${written} on the wall.` })
}
const decide = (id: string, body: object, token = moderator) =>
  postbag.admin('POST', `/comments/${id}/decisions`, body, token)
const escalate = (id: string) => decide(id, { action: 'hold', reason: 'escalated' })
const idsIn = async (state: string): Promise<string[]> => {
  const { body } = await postbag.admin('GET', `/queue?state=${state}&limit=100`)
  expect(body.total).toBe(body.items.length)
  return body.items.map(({ id }: { id: string }) => id)
}
const tabCount = async (client: Client, state: string) =>
  Number(
    new RegExp(`data-count="${state}">([\\d,]+)<`).exec(
      (await client.get('/console/queue')).text,
    )?.[1],
  )
const claimed = async (): Promise<string[]> => {
  const { body } = await postbag.admin('POST', '/queue/claims', { limit: 100 }, moderator)
  return body.items.map(({ id }: { id: string }) => id)
}

describe('What a moderator hands to the lead', () => {
  test('leaves the held tab and everybody’s claims, waits for the owner, and stays findable', async () => {
    const { id } = await held()
    const before = await tabCount(olga, 'held')
    const { status, body } = await escalate(id)
    expect([status, body]).toMatchObject([201, { status: 'held', reason: 'escalated' }])
    expect(await idsIn('held')).not.toContain(id)
    expect(await idsIn('lead')).toContain(id)
    expect(await claimed()).not.toContain(id)
    expect(await tabCount(olga, 'held')).toBe(before - 1)
    expect(await tabCount(olga, 'lead')).toBe((await idsIn('lead')).length)
    expect((await olga.get('/console/queue?state=lead')).text).toContain(`id="card-${id}"`)
    expect((await ana.get('/console/search?status=held')).text).toContain(`id="card-${id}"`)
  })

  test('is a tab that moderators do not have', async () => {
    expect((await ana.get('/console/queue')).text).not.toContain('For the lead')
    expect((await ana.get('/console/queue?state=lead')).status).toBe(403)
    const { status } = await postbag.admin('GET', '/queue?state=lead', undefined, moderator)
    expect(status).toBe(403)
  })

  test('is handed over once, however often it is said', async () => {
    const { id } = await held()
    const [first, second] = [await escalate(id), await escalate(id)]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
  })

  test('may have been held by a person before, and is no reason to refuse anything', async () => {
    const { id } = await held()
    await decide(id, { action: 'hold', note: 'Which wall?' })
    expect((await escalate(id)).status).toBe(201)
    expect(await idsIn('lead')).toContain(id)
    const wrong = await decide(id, { action: 'reject', reason: 'escalated' })
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      [{ field: 'reason', message: 'Only what is held can be escalated.' }],
    ])
    const decisions = [{ comment_id: id, action: 'approve', reason: 'escalated' }]
    expect((await postbag.admin('POST', '/decisions', { decisions })).status).toBe(422)
  })

  test('comes back with an undo', async () => {
    const { id } = await held()
    const { body } = await escalate(id)
    expect(
      (await postbag.admin('POST', `/decisions/${body.id}/undo`, undefined, moderator)).status,
    ).toBe(201)
    expect(await idsIn('lead')).not.toContain(id)
    expect(await idsIn('held')).toContain(id)
    expect(await claimed()).toContain(id)
  })

  test('leaves the owner’s tab with the owner’s decision, and an undo brings it back there, each time', async () => {
    const { id } = await held()
    await escalate(id)
    for (const action of ['approve', 'hold', 'reject']) {
      const { body } = await decide(id, { action }, postbag.token)
      expect(await idsIn('lead')).not.toContain(id)
      expect((await idsIn('held')).includes(id)).toBe(action === 'hold')
      await postbag.admin('POST', `/decisions/${body.id}/undo`)
      expect(await idsIn('lead')).toContain(id)
      expect(await idsIn('held')).not.toContain(id)
    }
  })

  test('stays with the lead when the author changes the text', async () => {
    const { id, receipt } = await held()
    await escalate(id)
    const body = `Remark ${written} on the wall, in other words.`
    const edit = await postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, { body })
    expect(edit.status).toBe(202)
    await waitForJudgement(receipt)
    expect(await idsIn('lead')).toContain(id)
  })

  test('is no longer for the lead once decided, also when a reader reports it later', async () => {
    const { id } = await held()
    await escalate(id)
    await decide(id, { action: 'approve' }, postbag.token)
    await postbag.reader('POST', `/api/v1/comments/${id}/reports`, { reason: 'insult' })
    expect(await idsIn('reported')).toContain(id)
    expect(await idsIn('lead')).not.toContain(id)
  })

  test('is in the audit, and its author is told that somebody senior looks at it', async () => {
    const { id, receipt } = await held()
    await decide(id, { action: 'hold', reason: 'escalated', note: 'A lawyer should read this.' })
    const { body } = await postbag.admin('GET', `/audit?site=daily&comment_id=${id}`)
    expect(body.events[0]).toMatchObject({
      type: 'comment.decided',
      data: { action: 'hold', reason: 'escalated', queue: 'lead' },
    })
    const own = await postbag.reader('GET', `/api/v1/receipts/${receipt}`)
    expect(own.body).toMatchObject({ status: 'held', reason: 'escalated' })
    expect(own.body.statement).toContain('A senior moderator has to look at it.')
    expect(JSON.stringify(own.body)).not.toContain('lawyer')
  })
})

async function waitForJudgement(receipt: string): Promise<void> {
  await waitUntil('the new text is judged', async () => {
    const { body } = await postbag.reader('GET', `/api/v1/receipts/${receipt}`)
    return body.status !== 'pending'
  })
}

test('an owner’s rule may hand comments to the lead by itself', async () => {
  const rule = { name: 'Court', when: 'author.name == "Court"' }
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
  const body = { ...rule, then: { action: 'hold', queue: 'lead' } }
  expect((await postbag.admin('POST', '/sites/daily/rules', body)).status).toBe(201)
  const { id } = await postbag.judged({ author: 'Court', body: 'I shall see you in court.' })
  expect(await idsIn('lead')).toContain(id)
  expect(await idsIn('held')).not.toContain(id)
})

describe('Without a script', () => {
  test('a card and a selection are escalated with their buttons, with a notice and an undo', async () => {
    const [one, two, three] = [await held(), await held(), await held()]
    const done = await ana.post(`/console/comments/${one.id}/decisions`, {
      ...{ action: 'escalate', note: 'Please look.', back: '/console/queue' },
    })
    const page = await ana.get(done.location)
    expect(page.text).toContain(`Handed to the lead: the comment by Author ${written - 2}.`)
    expect(page.text).toMatch(/<button[^>]*value="escalate"[^>]*>Escalate <kbd>E<\/kbd>/)
    const card = (await olga.get('/console/queue?state=lead')).text
    expect(card).toContain('Handed to the lead by Ana, just now')
    expect(card).toContain('Please look.')
    const selected = [two, three].map(({ id }) => `${id}:1`)
    const many = await ana.post('/console/decisions', { action: 'escalate', selected })
    expect((await ana.get(many.location)).text).toContain('Handed to the lead: 2 comments.')
    const undo = /action="(\/console\/batches\/[^"]+\/undo)"/.exec(
      (await ana.get(many.location)).text,
    )
    await ana.post(undo?.[1] ?? '', {})
    expect(await idsIn('lead')).toEqual(expect.arrayContaining([one.id]))
    expect(await idsIn('held')).toEqual(expect.arrayContaining([two.id, three.id]))
  })

  test('who comes second may escalate anyway', async () => {
    const { id } = await held()
    await ana.post(`/console/comments/${id}/decisions`, { action: 'approve' })
    const conflict = await olga.post(`/console/comments/${id}/decisions`, {
      ...{ action: 'escalate', version: '1' },
    })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toMatch(/value="escalate"[^>]*>Escalate anyway</)
  })
})
