import { createHash } from 'node:crypto'
import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { decideMany, postMany } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const judged = (author: string, body: string) => postbag.judged({ author, body })
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

describe('search', () => {
  let eels: string
  let gulls: string
  beforeAll(async () => {
    eels = (await judged('Ada Byron', 'Eels are 100% back in the old harbour.')).id
    gulls = (await judged('Bob_by', 'Gulls, gulls and nothing but gulls!')).id
    await decideMany(postbag, [eels])
    await decideMany(postbag, [gulls], 'reject')
  })
  const found = async (query: Record<string, string>) => {
    const { status, body } = await postbag.admin('GET', `/comments?${new URLSearchParams(query)}`)
    expect(status).toBe(200)
    return idsOf(body.items)
  }

  test('finds words, parts of words, and marks as they are written', async () => {
    expect(await found({ q: 'harbour' })).toEqual([eels])
    expect(await found({ q: 'old HARBOUR eels' })).toEqual([eels])
    expect(await found({ q: 'arbou' })).toEqual([eels])
    expect(await found({ q: '100%' })).toEqual([eels])
    expect(await found({ q: '%' })).toEqual([eels])
    expect(await found({ q: '_' })).toEqual([])
    expect(await found({ q: 'gulls -nothing' })).toEqual([])
    expect(await found({ q: "'; DROP TABLE comments; --" })).toEqual([])
  })

  test('finds by author, article, status and time, and all of them together', async () => {
    expect(await found({ author: 'byron' })).toEqual([eels])
    expect(await found({ author: 'b__y' })).toEqual([])
    expect(await found({ author: 'Bob_' })).toEqual([gulls])
    expect(await found({ article: 'harbour-wall' })).toEqual([gulls, eels])
    expect(await found({ article: 'nowhere' })).toEqual([])
    expect(await found({ status: 'rejected' })).toEqual([gulls])
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect(await found({ from: tomorrow })).toEqual([])
    expect(await found({ to: tomorrow, from: '2020-01-01' })).toEqual([gulls, eels])
    expect(await found({ q: 'eels', author: 'byron', status: 'approved', site: 'daily' })).toEqual([
      eels,
    ])
    expect(await found({ q: 'eels', status: 'rejected' })).toEqual([])
  })

  test('finds by the least score', async () => {
    await postbag.services.db.pool.query(
      `WITH risky AS (UPDATE comments SET risk = 0.9 WHERE id = $1)
       UPDATE evaluations SET scores = jsonb_set(scores, '{toxicity}', '0.9') WHERE comment_id = $1`,
      [gulls],
    )
    expect(await found({ min_toxicity: '0.85' })).toEqual([gulls])
    expect(await found({ min_toxicity: '0.95' })).toEqual([])
    expect(await found({ min_toxicity: '0.85', min_spam: '1' })).toEqual([])
  })

  test('goes on page by page, newest first', async () => {
    const more = await postMany(postbag, 30, { body: 'Walrus on the slipway.' })
    const pending = async () => (await postbag.admin('GET', '/queue?state=pending')).body.total
    await waitUntil('all are judged', async () => (await pending()) === 0)
    const ids: string[] = []
    let cursor = ''
    do {
      const { body } = await postbag.admin('GET', `/comments?q=walrus&limit=7${cursor}`)
      ids.push(...idsOf(body.items))
      cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : ''
    } while (cursor)
    expect([...ids].sort()).toEqual([...more].sort())
  })

  test.each([
    'from=yesterday',
    'status=lost',
    'min_toxicity=2',
    'min_toxicity=x',
    'limit=0',
    'cursor=x',
    'q=%00',
  ])('?%s is refused with 400', async (query) => {
    const { status, body } = await postbag.admin('GET', `/comments?${query}`)
    expect(status).toBe(400)
    expect(body.errors[0].field).toBe(query.split('=')[0])
  })
})

test('a comment is shown with all that is known of it', async () => {
  const first = await judged('Historian', 'My first comment on this wall.')
  await decideMany(postbag, [first.id])
  const parent = await judged('Historian', 'A second one, which is quite another matter.')
  await decideMany(postbag, [parent.id])
  const { body: reply } = await postbag.post({
    author: 'R',
    body: 'A reply.',
    parent_id: parent.id,
  })
  const { body } = await postbag.admin('GET', `/comments/${parent.id}`)
  expect(body).toMatchObject({
    id: parent.id,
    site: 'daily',
    article: { slug: 'harbour-wall' },
    features: { author: { name: 'Historian', approvedCount: 1 }, comment: { isReply: false } },
    evaluation: { model: expect.any(String), scores: { spam: expect.any(Number) } },
    decisions: [{ decided_by: 'rules' }, { action: 'approve' }],
    report_list: [],
    author_history: { approved: 1, recent: [{ id: first.id }] },
    thread: { parent: null, replies: [{ id: reply.id }] },
  })
  const below = await postbag.admin('GET', `/comments/${reply.id}`)
  expect(below.body.thread.parent).toMatchObject({ id: parent.id, author: 'Historian' })
})

test('those who deleted their comments are not taken for one author', async () => {
  for (const author of ['One', 'Two', 'Three']) {
    const own = await judged(author, `${author} regrets what was said about the wall.`)
    await postbag.reader('DELETE', `/api/v1/receipts/${own.receipt}`)
  }
  const { body } = await postbag.admin('GET', '/comments?status=deleted')
  const { body: detail } = await postbag.admin('GET', `/comments/${body.items[0].id}`)
  expect(detail.author_history).toMatchObject({ approved: 0, held: 0, recent: [] })
})

describe('the audit', () => {
  test('has every step of a comment, in order, without its text', async () => {
    const own = await judged('Auditor', 'Ephemeral words about the wall.')
    await postbag.admin('POST', `/comments/${own.id}/decisions`, { action: 'approve' })
    await postbag.reader('POST', `/api/v1/comments/${own.id}/reports`, { reason: 'spam' })
    await postbag.reader('DELETE', `/api/v1/receipts/${own.receipt}`)
    const { body } = await postbag.admin('GET', `/audit?site=daily&comment_id=${own.id}`)
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual([
      'comment.deleted',
      'comment.reported',
      'comment.decided',
      'comment.decided',
      'comment.submitted',
    ])
    expect(JSON.stringify(body)).not.toMatch(/Ephemeral|Auditor/)
  })

  test('can be followed to its beginning, page by page, hash by hash', async () => {
    type Event = { chain: string; seq: number; hash: string }
    const events: Event[] = []
    let before = ''
    do {
      const { body } = await postbag.admin('GET', `/audit?site=daily&limit=20${before}`)
      events.push(...body.events)
      before = body.next_before ? `&before=${body.next_before}` : ''
    } while (before)
    expect(events.length).toBeGreaterThan(60)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => events.length - index))
    const { rows } = await postbag.services.db.pool.query<{ seq: number; line: string }>(
      'SELECT seq, audit_line(e) AS line FROM audit_events e WHERE chain = $1 ORDER BY seq',
      [postbag.site.id],
    )
    let hash = Buffer.alloc(0)
    for (const { seq, line } of rows) {
      hash = createHash('sha256').update(hash).update(line).digest()
      expect(events.at(-seq)?.hash).toBe(hash.toString('hex'))
    }
    for (const { faults } of await verifyAudit(postbag.services.db)) expect(faults).toEqual([])
  })

  test('cannot be changed, and who gets around that is found out', async () => {
    const { pool } = postbag.services.db
    await expect(pool.query("UPDATE audit_events SET actor = 'nobody'")).rejects.toThrow(
      'append-only',
    )
    await expect(pool.query('DELETE FROM audit_events')).rejects.toThrow('append-only')
    await expect(pool.query('TRUNCATE audit_events')).rejects.toThrow('append-only')
    await pool.query('ALTER TABLE audit_events DISABLE TRIGGER USER')
    await pool.query("UPDATE audit_events SET actor = 'nobody' WHERE chain = $1 AND seq = 3", [
      postbag.site.id,
    ])
    const reports = await verifyAudit(postbag.services.db)
    const { faults } = reports.find(({ chain }) => chain === postbag.site.id) ?? {}
    expect(faults).toEqual([{ seq: 3, fault: 'its content was changed' }])
    await pool.query('ALTER TABLE audit_events ENABLE TRIGGER USER')
  })
})

test('the statistics are what one counts by hand', async () => {
  const { body } = await postbag.admin('GET', '/stats?site=daily')
  const { pool } = postbag.services.db
  const count = async (sql: string) =>
    (await pool.query(`SELECT count(*) FROM ${sql}`)).rows[0].count
  for (const status of ['pending', 'approved', 'rejected', 'spam', 'held', 'deleted'])
    expect([status, body.comments[status] ?? 0]).toEqual([
      status,
      await count(`comments WHERE status = '${status}'`),
    ])
  const decisions = body.decisions as { actor: string; action: string; count: number }[]
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  for (const actor of ['rules', 'moderator'])
    for (const action of ['approve', 'reject', 'hold', 'spam'])
      expect(
        sum(decisions.filter((d) => d.actor === actor && d.action === action).map((d) => d.count)),
      ).toBe(await count(`decisions WHERE actor_kind = '${actor}' AND action = '${action}'`))
  const days = body.by_day as { comments: number; automatic: number; human: number }[]
  expect(sum(days.map(({ comments }) => comments))).toBe(await count('comments'))
  expect(sum(days.map(({ automatic }) => automatic))).toBe(
    await count("decisions WHERE actor_kind = 'rules' AND action <> 'hold'"),
  )
  expect(sum(days.map(({ human }) => human))).toBe(
    await count(`decisions d WHERE actor_kind = 'moderator' AND undoes_id IS NULL
      AND id NOT IN (SELECT undoes_id FROM decisions WHERE undoes_id IS NOT NULL)`),
  )
  for (const { count, median, p90 } of body.decision_seconds) {
    expect(count).toBeGreaterThan(0)
    expect(median).toBeGreaterThanOrEqual(0)
    expect(p90).toBeGreaterThanOrEqual(median)
  }
  const empty = await postbag.admin('GET', '/stats?site=daily&from=2020-01-01&to=2020-01-02')
  expect(empty.body).toMatchObject({
    comments: {},
    decisions: [],
    decision_seconds: [],
    by_day: [],
  })
  expect((await postbag.admin('GET', '/stats?from=2020-01-02&to=2020-01-01')).status).toBe(400)
})

describe('scores', () => {
  const score = (body: object) => postbag.admin('POST', '/scores', body)

  test('are what the worker says, in the order of the texts, and nothing is stored', async () => {
    const text = 'You are all idiots, visit https://casino.example now!!!'
    const before = await postbag.services.db.prisma.comment.count()
    const { status, body } = await score({ texts: ['A quiet day.', text, ''], site: 'daily' })
    expect(status).toBe(200)
    expect(body.results).toHaveLength(3)
    expect(await postbag.services.db.prisma.comment.count()).toBe(before)
    const comment = await judged('Scored', text)
    const { body: detail } = await postbag.admin('GET', `/comments/${comment.id}`)
    expect(detail.evaluation.model).toBe(body.model)
    expect(detail.scores).toEqual(body.results[1].scores)
    for (const { spans } of body.results)
      for (const { start, end } of spans) expect(start).toBeLessThan(end)
  })

  test('take a hundred texts at once, and more than a comment may hold', async () => {
    const { status, body } = await score({ texts: Array(100).fill('Word '.repeat(200)) })
    expect(status).toBe(200)
    expect(body.results).toHaveLength(100)
    const longest = await score({ texts: Array(100).fill('語'.repeat(20_000)) })
    expect(longest.status).toBe(200)
    expect((await score({ texts: ['x'.repeat(14e6)] })).status).toBe(413)
  })

  test.each([
    [{ texts: [] }, 'texts'],
    [{ texts: Array(101).fill('x') }, 'texts'],
    [{ texts: ['x', 5] }, 'texts.1'],
    [{ texts: 'x' }, 'texts'],
    [{}, 'texts'],
  ])('%j is refused', async (body, field) => {
    const { status, body: problem } = await score(body)
    expect(status).toBe(422)
    expect(problem.errors[0].field).toBe(field)
  })
})
