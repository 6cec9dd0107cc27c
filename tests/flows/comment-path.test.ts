import { type Postbag, startPostbag } from '../support/postbag'
import { describeOnBackends } from '../support/redis'

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
