import { type Postbag, startPostbag } from '../support/postbag'
import { describeOnBackends } from '../support/redis'
import { waitUntil } from '../support/wait-until'

describeOnBackends('the path of a comment', (backend) => {
  let postbag: Postbag
  beforeAll(async () => {
    postbag = await startPostbag({ redisUrl: backend.redisUrl })
  })
  afterAll(() => postbag.stop())

  test('a comment is accepted, judged, held for a moderator, approved and then public', async () => {
    const { id, status } = await postbag.judged({
      body: 'The wall has leaned since my grandmother was a girl.',
    })
    expect(status).toBe('held')
    const queue = await postbag.admin('GET', '/queue?site=daily&state=held')
    expect(queue.body.items.map((item: { id: string }) => item.id)).toContain(id)
    const decided = await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'approve' })
    expect(decided.status).toBe(201)
    const thread = await postbag.reader('GET', `${postbag.articleApi}/comments`)
    expect(thread.body.comments.map((comment: { id: string }) => comment.id)).toEqual([id])
  })
})

describe('after a person has refused a comment', () => {
  let postbag: Postbag
  beforeAll(async () => {
    postbag = await startPostbag()
    await postbag.admin('PATCH', '/sites/daily/settings', { default_action: 'approve' })
  })
  afterAll(() => postbag.stop())

  test('a new text of it is not published by rules', async () => {
    const { id, receipt, status } = await postbag.judged({
      body: 'The wall is a scandal, and so is the mayor.',
    })
    expect(status).toBe('approved')
    await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
    await postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, {
      body: 'The wall is a matter for the council.',
    })
    const standing = async () =>
      (await postbag.reader('GET', `/api/v1/receipts/${receipt}`)).body.status
    await waitUntil('it is judged again', async () => (await standing()) !== 'pending')
    expect(await standing()).toBe('held')
  })

  test('two appeals sent at once are one', async () => {
    const { id, receipt } = await postbag.judged({
      body: 'An opinion on the wall that somebody will refuse.',
    })
    await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
    const path = `/api/v1/receipts/${receipt}/appeals`
    const answers = await Promise.all(
      [1, 2, 3].map(() => postbag.reader('POST', path, { text: 'Please look again.' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})
