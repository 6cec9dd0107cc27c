import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let olga: Client
let ana: Client
let ben: Client

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  ;[olga, ana, ben] = (await Promise.all(
    ['olga', 'ana', 'ben'].map((name) => signedInAs(postbag, `${name}@daily.example`)),
  )) as [Client, Client, Client]
  await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_near_duplicates: null } })
})
afterAll(() => postbag.stop())

let written = 0
type Comment = { id: string; receipt: string; status: string }
const judged = (): Promise<Comment> => {
  written += 1
  return postbag.judged({ author: `Author ${written}`, body: `Remark ${written} on the wall.` })
}
/** @returns the id of the decision */
async function decide(client: Client, { id }: Comment, action: string): Promise<string> {
  const fields = { action, back: '/console/queue' }
  const { location } = await client.post(`/console/comments/${id}/decisions`, fields)
  const [, decision] = /done=([\w-]+)/.exec(location) ?? []
  if (!decision) throw new Error(`Nothing was decided: ${location}`)
  return decision
}
async function undo(client: Client, decision: string): Promise<void> {
  const { location } = await client.post(`/console/decisions/${decision}/undo`, {
    back: '/console/queue',
  })
  expect(location).toContain('undone=')
}
async function defaultAction(action: 'approve' | 'hold'): Promise<void> {
  const change = { default_action: action }
  expect((await postbag.admin('PATCH', '/sites/daily/settings', change)).status).toBe(200)
}
const stats = async (token?: string) =>
  (await postbag.admin('GET', '/stats', undefined, token)).body
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const page = async (client: Client) => (await client.get('/console/statistics')).text

/** As if it had been written that long before its first decision by `actor` that is not undone. */
const writtenBefore = ({ id }: Comment, seconds: number, actor: string) =>
  postbag.services.db.pool.query(
    `UPDATE comments SET created_at = (SELECT max(created_at) FROM decisions
       WHERE comment_id = $1 AND actor_kind = $3) - make_interval(secs => $2) WHERE id = $1`,
    [id, seconds, actor],
  )

describe('Decisions', () => {
  test('the rules are not said to have decided on what they hold, and an undo is no decision', async () => {
    const [held, approved, rejected] = [await judged(), await judged(), await judged()]
    expect(held.status).toBe('held')
    await decide(ana, approved, 'approve')
    await undo(ana, await decide(ana, rejected, 'reject'))
    await decide(ben, rejected, 'spam')
    await defaultAction('approve')
    expect((await judged()).status).toBe('approved')
    await defaultAction('hold')
    const { by_day: days, decisions } = await stats()
    expect(days).toEqual([expect.objectContaining({ comments: 4, automatic: 1, human: 2 })])
    expect(decisions).toContainEqual(
      expect.objectContaining({ actor: 'rules', action: 'hold', count: 3 }),
    )
    const text = textOf(await page(olga))
    expect(text).toContain('4 comments received 1 decided by the rules 2 decided by people')
    expect(text).toContain('33 % of the decisions were automatic')
  })

  test('their time ends with the first final one, of the rules and of people by themselves', async () => {
    await postbag.services.db.pool.query(
      "UPDATE comments SET created_at = created_at - interval '40 days'",
    )
    const from = new Date().toISOString()
    // held by the rules and by a person, decided and taken back, then decided: that counts, and once
    const comment = await judged()
    await decide(ana, comment, 'hold')
    await undo(ana, await decide(ana, comment, 'spam'))
    await decide(ana, comment, 'reject')
    await writtenBefore(comment, 600, 'moderator')
    await decide(ben, comment, 'approve')
    const other = await judged()
    await decide(ben, other, 'approve')
    await writtenBefore(other, 200, 'moderator')
    await defaultAction('approve')
    const quick = await judged()
    await writtenBefore(quick, 2, 'rules')
    // what the rules decided first is not the time of who came to the opposite later
    await decide(ben, quick, 'reject')
    await defaultAction('hold')
    const { body } = await postbag.admin('GET', `/stats?from=${from}`)
    expect(body.decision_seconds).toEqual([
      { actor: 'moderator', count: 2, median: expect.closeTo(400), p90: expect.closeTo(560) },
      { actor: 'rules', count: 1, median: expect.closeTo(2), p90: expect.closeTo(2) },
    ])
  })
})

test('the words of the chart are of the days that it shows, however many there are', async () => {
  const { rows } = await postbag.services.db.pool.query(
    "UPDATE comments SET created_at = now() - interval '3 years' WHERE id = $1 RETURNING 1",
    [(await postbag.judged({ body: 'An old remark about the wall.' })).id],
  )
  expect(rows).toHaveLength(1)
  const { text } = await ana.get('/console/statistics?from=2020-01-01')
  const [, received] = /<b>(\d+)<\/b> comments received/.exec(text) ?? []
  expect(text).toContain(`On 366 days: ${Number(received) - 1} comments received`)
})

test('days are written as the language writes them, with what a machine reads beside', async () => {
  const day = new Date().toISOString().slice(0, 10)
  for (const language of ['en', 'de', 'fr', 'es', 'ru', 'kk']) {
    const { text } = await olga.get('/console/statistics', { 'accept-language': language })
    const written = new Intl.DateTimeFormat(language, {
      ...{ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
    }).format(new Date(day))
    expect(text).toContain(`<time datetime="${day}">${written}</time>`)
    expect(text).toContain(`<title>${written}</title>`)
    expect(textOf(text)).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  }
})

describe('What others reversed', () => {
  const overturned = async () =>
    (await stats()).overturned as { name: string; decisions: number; overturned: number }[]
  const of = async (name: string) => (await overturned()).find((one) => one.name === name)

  test('is counted by person: the next final decision, by somebody else, the other way', async () => {
    const before = await of('Ana')
    const figures = async () => {
      const {
        decisions = 0,
        overturned = 0,
        on_appeal = 0,
      } = ((await of('Ana')) ?? {}) as Record<string, number>
      return [
        decisions - (before?.decisions ?? 0),
        overturned - (before?.overturned ?? 0),
        on_appeal - Number((before as Record<string, unknown> | undefined)?.on_appeal ?? 0),
      ]
    }
    const comments = await Promise.all([judged(), judged(), judged(), judged(), judged()])
    const [confirmed, reversed, again, held, appealed] = comments as [
      ...[Comment, Comment, Comment, Comment, Comment],
    ]
    for (const comment of comments) await decide(ana, comment, 'reject')
    expect(await figures()).toEqual([5, 0, 0])
    await decide(ben, confirmed, 'spam')
    await decide(ben, held, 'hold')
    await undo(ben, await decide(ben, reversed, 'approve'))
    expect(await figures()).toEqual([5, 0, 0])
    await decide(ben, reversed, 'approve')
    // her own change of mind is a decision of hers, and reverses nobody
    await decide(ana, again, 'approve')
    expect(await figures()).toEqual([6, 1, 0])
    // what waits in between changes nothing
    await decide(olga, held, 'approve')
    const text = 'It was a quotation.'
    await postbag.reader('POST', `/api/v1/receipts/${appealed.receipt}/appeals`, { text })
    await decide(olga, appealed, 'approve')
    expect(await figures()).toEqual([6, 3, 1])
    // what she takes back herself was no decision
    const taken = await judged()
    await undo(ana, await decide(ana, taken, 'reject'))
    await decide(ben, taken, 'approve')
    expect(await figures()).toEqual([6, 3, 1])
  })

  test('counts an undo by somebody else where it leads to the opposite', async () => {
    const comment = await judged()
    await decide(olga, comment, 'approve')
    const before = await of('Ben')
    const decision = await decide(ben, comment, 'reject')
    await undo(olga, decision)
    const after = await of('Ben')
    expect(after).toMatchObject({
      decisions: (before?.decisions ?? 0) + 1,
      overturned: (before?.overturned ?? 0) + 1,
    })
  })

  test('does not count what was decided on another text', async () => {
    await postbag.admin('PATCH', '/sites/daily/settings', { edit_window_seconds: 900 })
    const comment = await judged()
    await decide(ben, comment, 'approve')
    const before = await of('Ben')
    const edited = await postbag.reader('PATCH', `/api/v1/receipts/${comment.receipt}`, {
      body: 'Something else altogether.',
    })
    expect(edited.status).toBe(202)
    const status = async () =>
      (await postbag.reader('GET', `/api/v1/receipts/${comment.receipt}`)).body.status
    await waitUntil('it is judged again', async () => (await status()) === 'held')
    await decide(olga, comment, 'reject')
    expect(await of('Ben')).toEqual(before)
  })

  test('is shown to owners, with the interval, and to nobody else', async () => {
    const ana = (await overturned()).find(({ name }) => name === 'Ana')
    const text = textOf(await page(olga))
    expect(text).toContain('How often do others decide the opposite?')
    expect(text).toMatch(
      new RegExp(`Ana ${ana?.decisions} ${ana?.overturned} 1 \\d+ % \\d+ to \\d+ %`),
    )
    expect(textOf(await page(ben))).not.toContain('decide the opposite')
    const { body } = await postbag.admin('POST', '/tokens', { name: 'desk', role: 'moderator' })
    const seen = await stats(body.token)
    expect(seen.rule_precision).toBeDefined()
    expect(seen).not.toHaveProperty('overturned')
  })
})
