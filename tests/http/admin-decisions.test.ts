import { postMany } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

let count = 0
const newComment = async (): Promise<string> =>
  (await postbag.post({ author: `Author ${++count}`, body: `Thought ${count} on the wall.` })).body
    .id
const decide = (id: string, body: object) =>
  postbag.admin('POST', `/comments/${id}/decisions`, body)
const detail = async (id: string) => (await postbag.admin('GET', `/comments/${id}`)).body
const isPublic = async (id: string) => {
  const { body } = await postbag.reader('GET', `${postbag.articleApi}/comments?limit=100`)
  return body.comments.some((comment: { id: string }) => comment.id === id)
}

describe('one decision', () => {
  test.each([
    ['approve', 'approved', 'no_objection'],
    ['reject', 'rejected', 'house_rules'],
    ['spam', 'spam', 'spam'],
    ['hold', 'held', 'other'],
  ])('%s makes a comment %s', async (action, status, reason) => {
    const id = await newComment()
    const { status: code, body } = await decide(id, { action })
    expect(code).toBe(201)
    expect(body).toEqual({
      id: expect.any(String),
      comment_id: id,
      action,
      status,
      reason,
      version: 1,
      decided_by: expect.stringMatching(/^token:[0-9a-f-]{36}$/),
      decided_at: expect.any(String),
    })
    expect(await isPublic(id)).toBe(status === 'approved')
  })

  test('carries a reason and a note, and is kept beside the earlier ones', async () => {
    const id = await newComment()
    await decide(id, { action: 'hold' })
    await decide(id, { action: 'reject', reason: 'insult', note: 'Third time this week.\0' })
    await decide(id, { action: 'approve' })
    const { decisions, status, version } = await detail(id)
    expect([status, version]).toEqual(['approved', 3])
    expect(decisions).toMatchObject([
      { action: 'hold', from_status: 'pending', status: 'held', version: 1 },
      {
        action: 'reject',
        from_status: 'held',
        reason: 'insult',
        note: 'Third time this week.',
        version: 2,
      },
      { action: 'approve', from_status: 'rejected', version: 3 },
    ])
  })

  test('said twice is said once', async () => {
    const id = await newComment()
    const first = await decide(id, { action: 'approve' })
    const second = await decide(id, { action: 'approve' })
    const stale = await decide(id, { action: 'approve', version: 0 })
    expect([first.status, second.status, stale.status]).toEqual([201, 200, 200])
    expect(second.body).toEqual(first.body)
    expect((await detail(id)).decisions).toHaveLength(1)
  })

  test('made on a version that is no longer the last is refused, and says what is', async () => {
    const id = await newComment()
    const { body: first } = await decide(id, { action: 'reject', version: 0 })
    const { status, headers, body } = await decide(id, { action: 'approve', version: 0 })
    expect(status).toBe(409)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body.current).toEqual({
      comment_id: id,
      status: 'rejected',
      version: 1,
      decision: first,
    })
    expect((await decide(id, { action: 'approve', version: 1 })).status).toBe(201)
    expect((await decide(id, { action: 'spam', version: 99 })).status).toBe(409)
  })

  test('of twenty at once on the same version one takes effect; all are answered', async () => {
    const id = await newComment()
    const actions = ['approve', 'reject', 'spam', 'hold']
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        decide(id, { action: actions[index % 4], version: 0 }),
      ),
    )
    const { decisions, status } = await detail(id)
    expect(decisions).toHaveLength(1)
    for (const reply of replies) {
      if (reply.status === 409) expect(reply.body.current.status).toBe(status)
      else expect([reply.body.id, reply.body.status]).toEqual([decisions[0].id, status])
    }
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1)
  })

  test('an id may be written in capitals', async () => {
    const id = await newComment()
    expect((await decide(id.toUpperCase(), { action: 'approve' })).status).toBe(201)
    const decisions = [{ comment_id: id.toUpperCase(), action: 'reject' }]
    const { body } = await postbag.admin('POST', '/decisions', { decisions })
    expect(body.results).toMatchObject([{ status: 201, comment_status: 'rejected' }])
  })

  test.each([
    {},
    { action: 'delete' },
    { action: 'approved' },
    { action: ['approve'] },
    { action: 'reject', reason: 'because' },
    { action: 'reject', note: 'x'.repeat(2001) },
    { action: 'reject', version: '0' },
    { action: 'reject', version: -1 },
    { action: 'reject', status: 'approved' },
  ])('%j is refused', async (body) => {
    const id = await newComment()
    expect((await decide(id, body)).status).toBe(422)
    expect((await detail(id)).decisions).toEqual([])
  })

  test('on what is not there is 404', async () => {
    for (const id of [crypto.randomUUID(), 'x'])
      expect((await decide(id, { action: 'approve' })).status).toBe(404)
  })
})

describe('many decisions', () => {
  test('200 at once are answered one by one, in order', async () => {
    const ids = await postMany(postbag, 197)
    const [standing = '', overtaken = ''] = ids
    await decide(standing, { action: 'approve' })
    await decide(overtaken, { action: 'spam' })
    const gone = await postbag.post({ author: 'Gone', body: 'Soon to be gone.' })
    await postbag.reader('DELETE', `/api/v1/receipts/${gone.body.receipt}`)
    const decisions = [
      { comment_id: standing, action: 'approve' },
      { comment_id: overtaken, action: 'approve', version: 0 },
      { comment_id: gone.body.id, action: 'approve' },
      { comment_id: crypto.randomUUID(), action: 'approve' },
      { comment_id: 'no id', action: 'approve' },
      ...ids.slice(2).map((comment_id, index) => ({
        comment_id,
        action: index % 2 ? 'reject' : 'approve',
        ...(index % 2 ? { reason: 'off_topic' } : {}),
      })),
    ]
    expect(decisions).toHaveLength(200)
    const { status, body } = await postbag.admin('POST', '/decisions', { decisions })
    expect(status).toBe(200)
    expect(body.results.map(({ comment_id }: { comment_id: string }) => comment_id)).toEqual(
      decisions.map(({ comment_id }) => comment_id),
    )
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([
      200,
      409,
      404,
      404,
      404,
      ...Array(195).fill(201),
    ])
    expect(body.results[1].current).toMatchObject({ status: 'spam', version: 1 })
    const { rows } = await postbag.services.db.pool.query(
      'SELECT status, count(*) FROM comments WHERE id = ANY($1) GROUP BY status ORDER BY status',
      [ids.slice(2)],
    )
    expect(rows).toEqual([
      { status: 'approved', count: 98 },
      { status: 'rejected', count: 97 },
    ])
    const undone = await postbag.admin('POST', `/batches/${body.batch_id}/undo`)
    expect(undone.status).toBe(201)
    expect(undone.body.results).toHaveLength(195)
    const { rows: after } = await postbag.services.db.pool.query(
      'SELECT DISTINCT status FROM comments WHERE id = ANY($1)',
      [ids.slice(2)],
    )
    // nothing goes back to pending: a person has looked
    expect(after).toEqual([{ status: 'held' }])
  })

  test('of two on the same comment the last counts', async () => {
    const id = await newComment()
    const { body } = await postbag.admin('POST', '/decisions', {
      decisions: [
        { comment_id: id, action: 'approve' },
        { comment_id: id, action: 'spam' },
      ],
    })
    expect(body.results).toHaveLength(2)
    expect((await detail(id)).status).toBe('spam')
    expect((await detail(id)).decisions).toHaveLength(1)
  })

  test.each([
    ['none', []],
    ['201', Array(201).fill({ comment_id: crypto.randomUUID(), action: 'approve' })],
    ['one without an action', [{ comment_id: crypto.randomUUID() }]],
    ['one with a number for an id', [{ comment_id: 5, action: 'approve' }]],
  ])('%s is refused as a whole', async (_name, decisions) => {
    expect((await postbag.admin('POST', '/decisions', { decisions })).status).toBe(422)
  })
})

describe('taking back', () => {
  test.each([
    ['reject', 'approve', 'approved'],
    ['approve', 'spam', 'spam'],
    ['approve', 'hold', 'held'],
    ['spam', 'reject', 'rejected'],
  ])('%s after %s leads back to %s', async (action, before, status) => {
    const id = await newComment()
    await decide(id, { action: before })
    const { body: decision } = await decide(id, { action })
    const { status: code, body } = await postbag.admin('POST', `/decisions/${decision.id}/undo`)
    expect(code).toBe(201)
    expect(body).toMatchObject({ comment_id: id, status, reason: 'undone', version: 3 })
    expect((await detail(id)).status).toBe(status)
    expect((await detail(id)).decisions.at(-1).undoes_id).toBe(decision.id)
    const again = await postbag.admin('POST', `/decisions/${decision.id}/undo`)
    expect(again.status).toBe(409)
    expect(again.body.undone_by).toBe(body.id)
  })

  test('a decision that was followed by another is left as it is', async () => {
    const id = await newComment()
    const { body: first } = await decide(id, { action: 'reject' })
    await decide(id, { action: 'approve' })
    const { status, body } = await postbag.admin('POST', `/decisions/${first.id}/undo`)
    expect(status).toBe(409)
    expect(body.current).toMatchObject({ status: 'approved', version: 2 })
  })

  test('of a batch, only what was not decided again since', async () => {
    const ids = await postMany(postbag, 3)
    const decisions = ids.map((comment_id) => ({ comment_id, action: 'reject' }))
    const { body } = await postbag.admin('POST', '/decisions', { decisions })
    await decide(ids[1] ?? '', { action: 'approve' })
    const undo = () => postbag.admin('POST', `/batches/${body.batch_id}/undo`)
    const statuses = async () =>
      new Map(
        (await undo()).body.results.map((one: { comment_id: string; status: number }) => [
          one.comment_id,
          one.status,
        ]),
      )
    const first = await statuses()
    expect(ids.map((id) => first.get(id))).toEqual([201, 409, 201])
    const second = await statuses()
    expect(ids.map((id) => second.get(id))).toEqual([409, 409, 409])
  })

  test('twenty at once take back once', async () => {
    const id = await newComment()
    const { body: decision } = await decide(id, { action: 'approve' })
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => postbag.admin('POST', `/decisions/${decision.id}/undo`)),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
    expect((await detail(id)).decisions).toHaveLength(2)
  })

  test('what was never decided is 404', async () => {
    for (const what of ['decisions', 'batches'])
      for (const id of [crypto.randomUUID(), 'x'])
        expect((await postbag.admin('POST', `/${what}/${id}/undo`)).status).toBe(404)
  })
})

// the last one: from here on the worker runs
test('what a person has decided is not decided again by the worker', async () => {
  const ids = await postMany(postbag, 5)
  for (const id of ids) await decide(id, { action: 'approve' })
  const other = await newComment()
  postbag.startWorkers()
  await waitUntil('the worker has judged the others', async () => {
    const { rows } = await postbag.services.db.pool.query(
      "SELECT count(*) FROM comments WHERE status = 'pending'",
    )
    const { rows: promised } = await postbag.services.db.pool.query('SELECT count(*) FROM outbox')
    return rows[0].count === 0 && promised[0].count === 0
  })
  expect((await detail(other)).status).toBe('held')
  for (const id of ids) {
    const { status, decisions } = await detail(id)
    expect([status, decisions.length]).toEqual(['approved', 1])
  }
})
