import { addModerator, type Client, insertHeld, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let ben: Client

/** Toxicity of the comment at `at` is (at % 20) / 20: two comments for each step. */
const remarks = 40

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  await insertHeld(
    postbag,
    Array.from({ length: remarks }, (_, at) => ({ author: `Author ${at}`, body: `Remark ${at}.` })),
  )
  ;[ana, ben] = await Promise.all([
    signedInAs(postbag, 'ana@daily.example'),
    signedInAs(postbag, 'ben@daily.example'),
  ])
})
afterAll(() => postbag.stop())

const authors = (html: string) =>
  Array.from(html.matchAll(/Select the comment by (Author \d+)/g), ([, name]) => name)
const ticked = (html: string) =>
  Array.from(
    html.matchAll(/<input(?=[^>]*name="selected")[^>]*value="([^"]+)"/g),
    ([, one]) => one ?? '',
  )
const backOf = (html: string) =>
  (/name="back" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
const batch = (query: string) => `/console/queue/batch?${query}`
const statuses = async () => {
  const { rows } = await postbag.services.db.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*) FROM comments GROUP BY 1',
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

describe('A range of a score', () => {
  test('lists what lies in it, the oldest first, and counts every step', async () => {
    const { text } = await ana.get(batch('score=toxicity&from=0.8&to=1'))
    const inRange = [16, 17, 18, 19, 36, 37, 38, 39].map((at) => `Author ${at}`)
    expect(authors(text)).toEqual(inRange)
    expect(text).toContain('8 comments in this range, oldest first')
    expect(text.match(/<th scope="row">0.80 to 0.85<\/th><td>2<\/td>/)).not.toBeNull()
    expect(text).toContain('<th scope="row">Not scored</th><td>0</td>')
  })

  test('begins with its lower end and leaves its upper end out, but for 1', async () => {
    const { text } = await ana.get(batch('from=0.5&to=0.55'))
    expect(authors(text)).toEqual(['Author 10', 'Author 30'])
    expect(authors((await ana.get(batch('from=0.95&to=1'))).text)).toHaveLength(2)
  })

  test('has nothing that was not scored', async () => {
    const { text } = await ana.get(batch('score=insult&from=0&to=1'))
    expect(authors(text)).toEqual([])
    expect(text).toContain('No comment lies in this range.')
    expect(text).toContain('Not scored, and so in no range: 40.')
  })

  test.each([
    ['ends that are turned round', 'from=0.9&to=0.1', 32],
    ['ends that are none', 'from=x&to=', 8],
    ['a score that is none', 'score=hate&from=0&to=1', 40],
    ['a state that is not decided on by score', 'state=appealed&from=0&to=1', 40],
    ['a section without comments', 'section=nowhere%00', 8],
  ])('makes something of %s', async (_, query, expected) => {
    const { status, text } = await ana.get(batch(query))
    expect([status, authors(text).length]).toEqual([200, expected])
  })

  test('is linked from the queue', async () => {
    const { text } = await ana.get('/console/queue?state=spam')
    expect(text).toContain('href="/console/queue/batch?state=spam"')
  })
})

describe('Deciding on a range', () => {
  test('says the count first, then decides at once, and one undo takes all of it back', async () => {
    const { text } = await ana.get(batch('from=0.85&to=1'))
    const selected = ticked(text).slice(1)
    const fields = { action: 'reject', reason: 'insult', selected, back: backOf(text) }
    const asked = await ana.post('/console/queue/batch', fields)
    expect(asked.text).toContain('<h1 id="confirm-title">Reject 5 comments?</h1>')
    expect(asked.text).toContain('Reason: Insult.')
    expect(await statuses()).toEqual({ held: 40 })

    const done = await ana.post('/console/decisions', fields)
    expect(done.location).toContain('/console/queue/batch?score=toxicity&from=0.85&to=1&batch=')
    expect(await statuses()).toEqual({ held: 35, rejected: 5 })
    const after = await ana.get(done.location)
    expect(after.text).toContain('Rejected: 5 comments.')
    expect(authors(after.text)).toHaveLength(1)

    const [, undo = ''] = /action="(\/console\/batches\/[^"]+\/undo)"/.exec(after.text) ?? []
    const undone = await ana.post(undo, { back: fields.back })
    expect((await ana.get(undone.location)).text).toContain('Taken back: 5 decisions.')
    expect(await statuses()).toEqual({ held: 40 })
  })

  test('leaves what somebody else was first with, and says how many', async () => {
    const { text } = await ana.get(batch('from=0.9&to=1'))
    const selected = ticked(text)
    const [first = ''] = selected
    const [id, version = ''] = first.split(':')
    await ben.post(`/console/comments/${id}/decisions`, { action: 'approve', version })
    const done = await ana.post('/console/decisions', {
      ...{ action: 'spam', selected, back: backOf(text) },
    })
    expect((await ana.get(done.location)).text).toContain(
      'Marked as spam: 3 comments. 1 left as they were: somebody else was first.',
    )
    expect(await statuses()).toEqual({ held: 36, approved: 1, spam: 3 })
  })

  test('takes two hundred ticks in one form', async () => {
    await insertHeld(
      postbag,
      Array.from({ length: 230 }, (_, at) => ({ author: `Guest ${at}`, body: `Aside ${at}.` })),
    )
    const { text } = await ana.get(batch('from=0&to=1'))
    expect(text).toContain('The oldest 200 of 266 comments in this range')
    const asked = await ana.post('/console/queue/batch', {
      ...{ action: 'approve', selected: ticked(text), back: backOf(text) },
    })
    expect(asked.text).toContain('Approve 200 comments?')
  })

  test.each([
    ['nothing ticked', { action: 'reject' }, 303],
    ['an action that is none', { action: 'eat', selected: ['x'] }, 400],
    ['ids that are none', { action: 'spam', selected: ['x', "1'--"] }, 303],
  ])('does nothing with %s', async (_, fields: Record<string, string | string[]>, status) => {
    const before = await statuses()
    expect((await ana.post('/console/queue/batch', fields)).status).toBe(status)
    expect(await statuses()).toEqual(before)
  })

  test('shows nothing of another site', async () => {
    const { body: other } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'W' })
    await addModerator(postbag, { email: 'eve@weekly.example', name: 'Eve', siteId: other.id })
    const eve = await signedInAs(postbag, 'eve@weekly.example')
    expect(authors((await eve.get(batch('from=0&to=1'))).text)).toEqual([])
    expect((await eve.get(batch('site=daily'))).status).toBe(404)
  })
})

describe('For programs', () => {
  test('the histogram counts every comment once', async () => {
    const { status, body } = await postbag.admin('GET', '/queue/histogram?state=spam')
    expect(status).toBe(200)
    expect(body).toMatchObject({ score: 'toxicity', not_scored: 0, is_cut: false })
    expect(body.bins).toHaveLength(20)
    const counted = body.bins.filter(({ count }: { count: number }) => count > 0)
    expect(counted).toEqual([
      { from: 0.9, to: 0.95, count: 1 },
      { from: 0.95, to: 1, count: 2 },
    ])
  })

  test('the queue can be limited to a range, page by page', async () => {
    const path = '/queue?score=toxicity&min_score=0.5&max_score=0.55&sort=oldest&limit=5'
    const first = (await postbag.admin('GET', path)).body
    expect([first.total, first.items.length]).toEqual([13, 5])
    for (const { scores } of first.items) expect(scores.toxicity).toBe(0.5)
    const next = (await postbag.admin('GET', `${path}&cursor=${first.next_cursor}`)).body
    expect(next.items.map(({ id }: { id: string }) => id)).not.toContain(first.items[0].id)
    const none = await postbag.admin('GET', '/queue?min_score=0.9&max_score=0.1')
    expect(none.body).toMatchObject({ items: [], total: 0 })
    const wrong = await postbag.admin('GET', '/queue?min_score=2')
    expect(wrong.status).toBe(400)
  })
})
