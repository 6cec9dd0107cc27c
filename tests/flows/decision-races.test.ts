import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { moderateComments } from '../../src/moderation/moderate-comments.flow'
import { type History, historiesOf } from '../support/history'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'
import { plainText, saveComments } from '../support/saved-comments'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const save = (count: number, first: number) =>
  saveComments(
    { ...postbag, db: postbag.services.db },
    Array.from({ length: count }, (_, index) => ({
      author: `Reader ${index}`,
      address: `203.0.${index % 250}.1`,
      body: plainText(first + index),
    })),
  )

const decide = (id: string, decision: object) =>
  postbag.admin('POST', `/comments/${id}/decisions`, decision)

/** Each decision starts where the one before it ended, and the comment stands where the last one led. */
function expectUnbroken({ status, version, decisions, audit }: History) {
  expect(decisions.map((decision) => decision.version)).toEqual(
    decisions.map((_, index) => index + 1),
  )
  expect(decisions.map(({ from }) => from)).toEqual([
    'pending',
    ...decisions.slice(0, -1).map(({ to }) => to),
  ])
  expect({ status, version }).toEqual({
    status: decisions.at(-1)?.to,
    version: decisions.length,
  })
  expect(audit).toEqual(['comment.submitted', ...decisions.map(() => 'comment.decided')])
}

async function expectIntactAudit() {
  const reports = await verifyAudit(postbag.services.db)
  expect(reports.flatMap(({ faults }) => faults)).toEqual([])
}

test('worker and two moderators at once: one effective decision for each version of 200 comments', async () => {
  const ids = await save(200, 0)
  const { services } = postbag
  const batches = [ids.slice(0, 100), ids.slice(100), ids.slice(50, 150).toReversed()]
  const bulk = (action: string, some: string[]) =>
    postbag.admin('POST', '/decisions', {
      decisions: some.map((comment_id) => ({ comment_id, action })),
    })
  const [, , , , ...singles] = await Promise.all([
    ...batches.map((batch) => moderateComments(services, batch)),
    bulk('approve', ids),
    ...ids.slice(0, 100).map((id) => decide(id, { action: 'reject' })),
    bulk('spam', ids.toReversed()),
  ])
  const replies = singles.slice(0, -1) as Reply[]
  // without a version a moderator's word counts whatever came before, unless others keep overtaking it
  expect(new Set(replies.map(({ status }) => status).filter((status) => status !== 409))).toEqual(
    new Set([201]),
  )
  const histories = await historiesOf(services.db, ids)
  for (const history of histories) expectUnbroken(history)
  for (const { status } of histories) expect(['approved', 'rejected', 'spam']).toContain(status)
  await expectIntactAudit()
})

test('of two moderators who saw the same version one decides and the other is told by whom', async () => {
  const ids = await save(30, 1000)
  await moderateComments(postbag.services, ids)
  const pairs = await Promise.all(
    ids.map((id) =>
      Promise.all([
        decide(id, { action: 'approve', version: 1 }),
        decide(id, { action: 'reject', version: 1 }),
      ]),
    ),
  )
  for (const pair of pairs) {
    expect(pair.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const [winner, loser] = pair[0].status === 201 ? pair : pair.toReversed()
    expect(loser?.body.current).toMatchObject({
      status: winner?.body.status,
      version: 2,
      decision: { id: winner?.body.id },
    })
  }
  for (const history of await historiesOf(postbag.services.db, ids)) {
    expectUnbroken(history)
    expect(history.version).toBe(2)
  }
  await expectIntactAudit()
})

test('a worker that comes after a moderator changes nothing', async () => {
  const ids = await save(5, 2000)
  for (const id of ids) await decide(id, { action: 'approve' })
  await moderateComments(postbag.services, ids)
  for (const history of await historiesOf(postbag.services.db, ids))
    expect(history).toMatchObject({ status: 'approved', version: 1, evaluations: 0 })
})

describe('undo', () => {
  const decided = async (first: number, action: string) => {
    const [id = ''] = await save(1, first)
    await moderateComments(postbag.services, [id])
    const { body } = await decide(id, { action })
    return { id, decision: body.id as string }
  }
  const undo = (decision: string) => postbag.admin('POST', `/decisions/${decision}/undo`)

  test('leads back to where the comment was, and is a decision of its own', async () => {
    const { id, decision } = await decided(3000, 'approve')
    const undone = await undo(decision)
    expect(undone).toMatchObject({ status: 201, body: { status: 'held', version: 3 } })
    const [history] = await historiesOf(postbag.services.db, [id])
    expect(history?.decisions.map(({ to, reason }) => [to, reason])).toEqual([
      ['held', 'premoderation'],
      ['approved', 'no_objection'],
      ['held', 'undone'],
    ])
    expect(history?.audit.at(-1)).toBe('decision.undone')
    const queue = await postbag.admin('GET', '/queue?site=daily&state=held&limit=100')
    expect(queue.body.items.map((item: { id: string }) => item.id)).toContain(id)
  })

  test('of ten at once takes effect once', async () => {
    const { id, decision } = await decided(3010, 'reject')
    const replies = await Promise.all(Array.from({ length: 10 }, () => undo(decision)))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)])
    expect(await historiesOf(postbag.services.db, [id])).toMatchObject([
      { status: 'held', version: 3 },
    ])
  })

  test('does not touch what was decided again since', async () => {
    const { id, decision } = await decided(3020, 'approve')
    await decide(id, { action: 'reject' })
    const undone = await undo(decision)
    expect(undone).toMatchObject({ status: 409, body: { current: { status: 'rejected' } } })
    expect(await historiesOf(postbag.services.db, [id])).toMatchObject([{ status: 'rejected' }])
  })

  test('of a batch takes back what still stands and answers for each', async () => {
    const ids = await save(4, 3030)
    await moderateComments(postbag.services, ids)
    const { body } = await postbag.admin('POST', '/decisions', {
      decisions: ids.map((comment_id) => ({ comment_id, action: 'spam' })),
    })
    await decide(ids[2] ?? '', { action: 'approve' })
    const undone = await postbag.admin('POST', `/batches/${body.batch_id}/undo`)
    const statuses = new Map<string, number>(
      undone.body.results.map((one: { comment_id: string; status: number }) => [
        one.comment_id,
        one.status,
      ]),
    )
    expect(ids.map((id) => statuses.get(id))).toEqual([201, 201, 409, 201])
    const histories = await historiesOf(postbag.services.db, ids)
    expect(histories.map(({ status }) => status)).toEqual(['held', 'held', 'approved', 'held'])
    await expectIntactAudit()
  })

  test('of something unknown is answered so', async () => {
    expect((await undo('01920000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await undo('nonsense')).status).toBe(404)
  })
})
