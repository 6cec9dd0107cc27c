import { readHeads } from '../../src/scoring/heads.store'
import { learnFromDecisions } from '../../src/scoring/learn-from-decisions.flow'
import { uncalibrated } from '../../src/scoring/site-calibration'
import { emptyDelta } from '../../src/scoring/site-delta'
import {
  findSitesToTeach,
  readDecisionLog,
  readDeltas,
  saveLearning,
} from '../../src/scoring/site-learning.store'
import { trainedScorer } from '../../src/scoring/trained-scorer'
import { startModerateCommentsWorker } from '../../workers/moderate-comments.worker'
import { insertHeld } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let judge: ReturnType<typeof startModerateCommentsWorker>
beforeAll(async () => {
  // without the doorbell of the learning: it would teach in the middle of a test
  postbag = await startPostbag({ worker: false })
  judge = startModerateCommentsWorker(postbag.services)
})
afterAll(async () => {
  await judge.close()
  await postbag.stop()
})

async function changeDecisions(change: string): Promise<void> {
  await postbag.services.db.pool.query(
    `ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
     UPDATE decisions SET ${change};
     ALTER TABLE decisions ENABLE TRIGGER decisions_append_only`,
  )
}

/** As if the decisions had been made a minute ago: those of the last seconds may still be taken back. */
const settleDecisions = () => changeDecisions("created_at = created_at - interval '1 minute'")

const learn = () => learnFromDecisions(postbag.services.db, postbag.services.teacher)
const dueBy = async (model: string) =>
  (await findSitesToTeach(postbag.services.db, model)).map(({ id }) => id)
const due = () => dueBy(postbag.services.scorer.model)

const scoreOf = async (text: string, site?: string): Promise<number> => {
  const { body } = await postbag.admin('POST', '/scores', {
    texts: [text],
    ...(site ? { site } : {}),
  })
  return body.results[0].scores.spam
}

const unseen = 'Our harmonica workshop opens tonight, come and sing along'

/** Twenty-six kinds of spam and as many comments, decided by the owner. */
async function decideOnBuskers(): Promise<void> {
  for (let number = 0; number < 26; number++) {
    const spam = await postbag.judged({
      author: `Busker ${number}`,
      body: `Harmonica workshop number ${number}, come and sing tonight!`,
    })
    await postbag.admin('POST', `/comments/${spam.id}/decisions`, { action: 'spam' })
    const ham = await postbag.judged({
      author: `Neighbour ${number}`,
      body: `The wall near house ${number} has moved a little since autumn.`,
    })
    await postbag.admin('POST', `/comments/${ham.id}/decisions`, { action: 'approve' })
  }
  await settleDecisions()
}

test('moderators’ decisions move the scores of their site, and of no other', async () => {
  const before = await scoreOf(unseen, 'daily')
  expect(await scoreOf(unseen)).toBeCloseTo(before, 10)
  await decideOnBuskers()
  await learn()

  const after = await scoreOf(unseen, 'daily')
  expect(after).toBeGreaterThan(before + 0.1)
  expect(await scoreOf(unseen)).toBeCloseTo(before, 10)
  const { body: report } = await postbag.admin('GET', '/sites/daily/learning')
  const spam = report.scores.find(({ score }: { score: string }) => score === 'spam')
  expect(spam.decisions).toBe(52)
  expect(spam.raises.map(({ word }: { word: string }) => word)).toContain('harmonica')
  expect(spam.calibration.fitted_on).toBe(26)
  expect(spam.calibration.slope).toBeGreaterThan(0)
  expect(spam.calibration.thresholds).toEqual([
    { approved_share: 0.1, threshold: expect.any(Number) },
  ])

  await learn()
  expect(await scoreOf(unseen, 'daily')).toBe(after)
})

test('a rule is tried on a text by the scores that its site would give it', async () => {
  const tried = await postbag.admin('POST', '/sites/daily/rules/try', {
    when: 'scores.spam > 0.5',
    body: unseen,
  })
  expect(tried.body.features.scores.spam).toBe(await scoreOf(unseen, 'daily'))
})

/** As if a process of other heads had made what there is. */
async function relabelAsOf(model: string): Promise<void> {
  const { pool } = postbag.services.db
  await pool.query('UPDATE site_deltas SET model = $1', [model])
  await pool.query('UPDATE sites SET rule_set_version = rule_set_version + 1')
}

/** A process of the next release: its heads, its name. */
const nextRelease = trainedScorer(
  readHeads().map((head) => ({ ...head, card: { ...head.card, bias: head.card.bias + 1 } })),
  () => [['en', 1]],
)

test('what was learnt on other heads is not used, and the whole log is learnt from again at once', async () => {
  const untaught = await scoreOf(unseen)
  const taught = await scoreOf(unseen, 'daily')
  await relabelAsOf('postbag-heads-of-old')
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(untaught, 10)
  expect((await postbag.admin('GET', '/sites/daily/learning')).body.scores).toEqual([])

  expect(await due()).toContain(postbag.site.id)
  await learn()
  expect(await scoreOf(unseen, 'daily')).toBe(taught)
  expect(await due()).not.toContain(postbag.site.id)
})

test('what a release left that named no heads is not used either', async () => {
  const { db, scorer } = postbag.services
  await db.pool.query(
    `WITH nameless AS (DELETE FROM site_deltas WHERE model = $1 AND delta IS NOT NULL RETURNING *)
     INSERT INTO site_learning (site_id, score, decisions, delta, last_decision_at)
     SELECT site_id, score, decisions, delta, learnt_until FROM nameless`,
    [scorer.model],
  )
  await db.pool.query('DELETE FROM site_deltas WHERE model = $1', [scorer.model])
  expect(await readDeltas(db, postbag.site.id, scorer.model)).toEqual({})
  await learn()
  expect((await readDeltas(db, postbag.site.id, scorer.model)).spam?.delta.decisions).toBe(52)
})

test('two releases that run side by side each learn on their own heads, and leave each other alone', async () => {
  const { db, scorer } = postbag.services
  const stored = async (model: string) => {
    const { rows } = await db.pool.query(
      'SELECT score, delta, learnt_at FROM site_deltas WHERE model = $1 ORDER BY score',
      [model],
    )
    return rows
  }
  const own = await stored(scorer.model)
  expect(await dueBy(nextRelease.model)).toContain(postbag.site.id)
  await learnFromDecisions(db, nextRelease)
  const others = await stored(nextRelease.model)
  expect(others).toHaveLength(2)
  expect(others[0].delta).not.toEqual(own[0].delta)
  expect([await due(), await dueBy(nextRelease.model)]).toEqual([[], []])
  await learn()
  await learnFromDecisions(db, nextRelease)
  expect([await stored(scorer.model), await stored(nextRelease.model)]).toEqual([own, others])
})

test('what other heads have learnt is dropped when a week old', async () => {
  const { pool } = postbag.services.db
  const models = async () => {
    const { rows } = await pool.query('SELECT DISTINCT model FROM site_deltas')
    return rows.map(({ model }) => model).sort()
  }
  const learnAnew = async () => {
    await pool.query('DELETE FROM site_deltas WHERE model = $1', [postbag.services.scorer.model])
    await learn()
    return models()
  }
  const both = [postbag.services.scorer.model, nextRelease.model].sort()
  expect((await learnAnew()).filter((model) => both.includes(model))).toEqual(both)
  await pool.query("UPDATE site_deltas SET learnt_at = learnt_at - interval '8 days'")
  expect(await learnAnew()).toEqual([postbag.services.scorer.model])
})

test('a change of what is learnt from counts without a new decision', async () => {
  const taught = await scoreOf(unseen, 'daily')
  const since = (moment: string | null) =>
    postbag.admin('PATCH', '/sites/daily/settings', { learning: { since: moment } })
  await since(new Date(Date.now() - 1000).toISOString())
  await learn()
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(await scoreOf(unseen), 10)
  await since(null)
  await learn()
  expect(await scoreOf(unseen, 'daily')).toBe(taught)
})

test('a reset takes back what was learnt, on all heads', async () => {
  await learnFromDecisions(postbag.services.db, nextRelease)
  await postbag.admin('DELETE', '/sites/daily/learning')
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(await scoreOf(unseen), 10)
  await learn()
  await learnFromDecisions(postbag.services.db, nextRelease)
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(await scoreOf(unseen), 10)
  expect(await readDeltas(postbag.services.db, postbag.site.id, nextRelease.model)).toEqual({})
})

test('an owner can switch learning off', async () => {
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: false } })
  const { body } = await postbag.admin('GET', '/sites/daily/learning')
  expect(body.enabled).toBe(false)
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: true } })
})

test('a share of the automatic approvals is shown to a person although they stay published', async () => {
  const settings = { default_action: 'approve', learning: { approval_sample_share: 1 } }
  await postbag.admin('PATCH', '/sites/daily/settings', settings)
  const sampled = () => postbag.admin('GET', '/queue?site=daily&state=sampled')
  const { id, status } = await postbag.judged({ author: 'Lee', body: 'The tide is in at noon.' })
  expect(status).toBe('approved')
  expect((await sampled()).body.items.map((item: { id: string }) => item.id)).toEqual([id])
  await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'approve' })
  expect((await sampled()).body.total).toBe(0)
  const back = { default_action: 'hold', learning: { approval_sample_share: 0 } }
  await postbag.admin('PATCH', '/sites/daily/settings', back)
})

test('a share of the automatic refusals is shown to a person although they stand', async () => {
  await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['kazoo'] })
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { sample_share: 1 } })
  const { id, status } = await postbag.judged({
    author: 'Kim',
    body: 'I will bring my kazoo to the wall.',
  })
  expect(status).toBe('rejected')
  const sampled = await postbag.admin('GET', '/queue?site=daily&state=sampled')
  expect(sampled.body.items.map((item: { id: string }) => item.id)).toEqual([id])
  await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
  expect((await postbag.admin('GET', '/queue?site=daily&state=sampled')).body.total).toBe(0)
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { sample_share: 0 } })
  const next = await postbag.judged({ author: 'Kim', body: 'And a second kazoo for my sister.' })
  expect(next.status).toBe('rejected')
  expect((await postbag.admin('GET', '/queue?site=daily&state=sampled')).body.total).toBe(0)
})

const ruleSetVersion = async (): Promise<number> => {
  const { rows } = await postbag.services.db.pool.query(
    'SELECT rule_set_version FROM sites WHERE id = $1',
    [postbag.site.id],
  )
  return rows[0].rule_set_version
}

test('a log is gone through once, also when its newest comment was erased since', async () => {
  const { id, receipt } = await postbag.judged({ author: 'Ada', body: 'Buy one harmonica today!' })
  await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'spam' })
  const erased = await postbag.reader('DELETE', `/api/v1/receipts/${receipt}`)
  expect(erased.status).toBeLessThan(300)
  await settleDecisions()
  expect(await due()).toContain(postbag.site.id)
  await learn()
  const version = await ruleSetVersion()
  expect(await due()).not.toContain(postbag.site.id)
  await learn()
  expect(await ruleSetVersion()).toBe(version)
})

test('a run that was under way at a reset, or that looked less far, saves nothing', async () => {
  const { db, scorer } = postbag.services
  const scores = new Map([['spam', { delta: emptyDelta(), calibration: uncalibrated }]] as const)
  const until = new Date()
  const run = async (seconds: number) => {
    const [site] = await findSitesToTeach(db, 'nobody')
    return {
      ...{ scores, model: scorer.model, learning: site?.learning },
      until: new Date(until.getTime() + seconds * 1000),
    }
  }
  expect(await saveLearning(db, postbag.site.id, await run(0))).toBe(true)
  expect(await saveLearning(db, postbag.site.id, await run(-1))).toBe(false)

  const later = await run(1)
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: false } })
  expect(await saveLearning(db, postbag.site.id, later)).toBe(false)
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: true } })
  const last = await run(2)
  await postbag.admin('DELETE', '/sites/daily/learning')
  expect(await saveLearning(db, postbag.site.id, last)).toBe(false)
  expect((await postbag.admin('GET', '/sites/daily/learning')).body.scores).toEqual([])
})

test('a batch is one moment, and is always learnt from in the same order', async () => {
  const { db } = postbag.services
  const ids: string[] = []
  for (let number = 0; number < 12; number++) {
    const body = `Low tide number ${number}, and the wall is dry.`
    ids.push((await postbag.judged({ author: `Walker ${number}`, body })).id)
  }
  await postbag.admin('POST', '/decisions', {
    decisions: ids.map((comment_id) => ({ comment_id, action: 'approve' })),
  })
  await settleDecisions()
  const read = () => readDecisionLog(db, postbag.site.id, { since: new Date(0), limit: 10 })
  const before = await read()
  expect(new Set(before.map(({ decidedAt }) => decidedAt.getTime())).size).toBe(1)
  // rows that are written anew lie elsewhere, as after a restored backup
  await changeDecisions("note = note WHERE id::text < '8'")
  await changeDecisions("note = note WHERE right(id::text, 1) IN ('0', '3', '5', '7', 'a', 'c')")
  expect(await read()).toEqual(before)
})

test('what is taken back teaches nothing, nor what the rules had said before', async () => {
  const settings = '/sites/daily/settings'
  await postbag.admin('PATCH', settings, { default_action: 'approve' })
  const { id, status } = await postbag.judged({
    author: 'Lou',
    body: 'Herring gulls, all of them.',
  })
  await postbag.admin('PATCH', settings, { default_action: 'hold' })
  const decision = await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'spam' })
  const undo = await postbag.admin('POST', `/decisions/${decision.body.id}/undo`)
  expect([status, undo.body.action]).toEqual(['approved', 'approve'])
  await settleDecisions()
  const whole = { since: new Date(0), limit: 1000 }
  const log = await readDecisionLog(postbag.services.db, postbag.site.id, whole)
  expect(log.filter(({ body }) => body.includes('gulls'))).toEqual([])
})

test('of a long comment the beginning is learnt from', async () => {
  const { id } = await postbag.judged({ author: 'Ida', body: 'The ferry is late. '.repeat(500) })
  await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
  await settleDecisions()
  const newest = { since: new Date(0), limit: 1 }
  const [decision] = await readDecisionLog(postbag.services.db, postbag.site.id, newest)
  expect(decision?.body).toHaveLength(2000)
})

test('a worker of a release with other heads teaches as soon as it starts', async () => {
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { since: null } })
  await relabelAsOf('postbag-heads-of-old')
  expect(await due()).toContain(postbag.site.id)
  postbag.startWorkers()
  await waitUntil('the site is taught', async () => (await due()).length === 0)
  expect((await postbag.admin('GET', '/sites/daily/learning')).body.scores).not.toEqual([])
})

test('a site that cannot be taught keeps no other from it, and is tried again', async () => {
  const { db, teacher } = postbag.services
  const { body: site } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  const { body: article } = await postbag.admin('POST', '/sites/weekly/articles', {
    title: 'The ferry',
    paragraphs: ['It leaves at noon.'],
  })
  await insertHeld({ ...postbag, site, article }, [{ author: 'Mo', body: 'The ferry is early.' }])
  const { body: queue } = await postbag.admin('GET', '/queue?site=weekly')
  const { id } = await postbag.judged({ author: 'Jo', body: 'The ferry is not early at all.' })
  for (const comment of [queue.items[0].id, id])
    await postbag.admin('POST', `/comments/${comment}/decisions`, { action: 'approve' })
  await settleDecisions()
  expect(await due()).toHaveLength(2)

  const lesson = jest.fn(teacher.lesson).mockImplementationOnce(() => {
    throw new Error('This lesson cannot be read.')
  })
  await learnFromDecisions(db, { ...teacher, lesson })
  expect(await due()).toHaveLength(1)
  await learn()
  expect(await due()).toEqual([])
})
