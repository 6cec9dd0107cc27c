import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { moderateComments } from '../../src/moderation/moderate-comments.flow'
import { countPending, historiesOf } from '../support/history'
import { type Postbag, startPostbag } from '../support/postbag'
import { describeOnBackends } from '../support/redis'
import { plainText, saveComments } from '../support/saved-comments'
import { waitUntil } from '../support/wait-until'

describeOnBackends('the worker', (backend) => {
  let postbag: Postbag
  beforeAll(async () => {
    postbag = await startPostbag({ redisUrl: backend.redisUrl })
  })
  afterAll(() => postbag.stop())

  const place = () => ({ ...postbag, db: postbag.services.db })
  const judged = (ids: string[]) =>
    waitUntil(
      'every comment is judged',
      async () => (await countPending(postbag.services.db, ids)) === 0,
    )
  const onceJudged = {
    status: 'held',
    version: 1,
    evaluations: 1,
    decisions: [
      { version: 1, from: 'pending', to: 'held', reason: 'premoderation', actor: 'rules' },
    ],
    audit: ['comment.submitted', 'comment.decided'],
  }

  test('turns a job into one decision, with what it was based on and an audit event', async () => {
    const [id = ''] = await saveComments(place(), [{ body: plainText(1) }])
    await postbag.services.pending.moderateLater([id])
    await judged([id])
    expect(await historiesOf(postbag.services.db, [id])).toEqual([onceJudged])
    const { body: detail } = await postbag.admin('GET', `/comments/${id}`)
    expect(detail.evaluation).toMatchObject({ comment_version: 0, rule_set_version: 1 })
    expect(detail.evaluation.model).not.toBe('')
    expect(detail.evaluation.features).toMatchObject({
      comment: { words: 24, links: [], isReply: false, duplicates24h: 0 },
      author: { name: 'Ada', role: 'reader' },
      client: { captchaSeconds: 30, honeypot: false },
    })
    expect(detail.decisions).toHaveLength(1)
  })

  test('decides once however often the same job is delivered, at once and again later', async () => {
    const texts = Array.from({ length: 20 }, (_, number) => ({
      author: `Reader ${number}`,
      body: plainText(100 + number),
      address: `198.51.${number}.1`,
    }))
    const { db, pending } = postbag.services
    const ids = await saveComments(place(), texts)
    await Promise.all([
      ...Array.from({ length: 10 }, () => pending.moderateLater(ids)),
      ...Array.from({ length: 5 }, () => moderateComments(postbag.services, ids.toReversed())),
    ])
    await judged(ids)
    await waitUntil('the queue is empty', async () => (await pending.waiting()) === 0)
    await moderateComments(postbag.services, ids)
    expect(await historiesOf(db, ids)).toEqual(ids.map(() => onceJudged))
    expect((await verifyAudit(db)).flatMap(({ faults }) => faults)).toEqual([])
  })

  test('judges by the banks and settings that stand when it judges', async () => {
    const { db } = postbag.services
    const judge = async (body: string) => {
      const [id = ''] = await saveComments(place(), [{ body }])
      await postbag.services.pending.moderateLater([id])
      await judged([id])
      return (await historiesOf(db, [id]))[0]
    }
    const words = 'The committee calls the harbour master a blatherskite'
    expect(await judge(`${words} today.`)).toMatchObject({ status: 'held' })

    const bank = { kind: 'words', entries: ['blatherskite'], disguises: true }
    const saved = await postbag.admin('PUT', '/sites/daily/banks/blocked', bank)
    expect(saved.status).toBeLessThan(300)
    expect(await judge(`${words} and worse yesterday evening.`)).toMatchObject({
      status: 'rejected',
      decisions: [{ reason: 'blocked_word' }],
    })

    const settings = await postbag.admin('PATCH', '/sites/daily/settings', {
      default_action: 'approve',
    })
    expect(settings.status).toBe(200)
    expect(await judge('A word of thanks to those who painted the railings.')).toMatchObject({
      status: 'approved',
      decisions: [{ reason: 'no_objection' }],
    })
  })
})
