import { learnFromDecisions } from '../../src/scoring/learn-from-decisions.flow'
import { uncalibrated } from '../../src/scoring/site-calibration'
import { emptyDelta } from '../../src/scoring/site-delta'
import { findSitesToTeach, saveLearning } from '../../src/scoring/site-learning.store'
import { settingsOf } from '../../src/sites/site.store'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

/** As if the decisions had been made a minute ago: those of the last seconds may still be taken back. */
async function settleDecisions(): Promise<void> {
  await postbag.services.db.pool.query(
    `ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
     UPDATE decisions SET created_at = created_at - interval '1 minute';
     ALTER TABLE decisions ENABLE TRIGGER decisions_append_only`,
  )
}

const learn = () => learnFromDecisions(postbag.services.db, postbag.services.teacher)

const scoreOf = async (text: string, site?: string): Promise<number> => {
  const { body } = await postbag.admin('POST', '/scores', {
    texts: [text],
    ...(site ? { site } : {}),
  })
  return body.results[0].scores.spam
}

const unseen = 'Our harmonica workshop opens tonight, come and sing along'

test('moderators’ decisions move the scores of their site, of no other, and the reset takes it back', async () => {
  const before = await scoreOf(unseen, 'daily')
  expect(await scoreOf(unseen)).toBeCloseTo(before, 10)
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

  await postbag.admin('DELETE', '/sites/daily/learning')
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(before, 10)
  await learn()
  expect(await scoreOf(unseen, 'daily')).toBeCloseTo(before, 10)
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
  const due = async () => (await findSitesToTeach(postbag.services.db)).map((site) => site.id)
  expect(await due()).toContain(postbag.site.id)
  await learn()
  const version = await ruleSetVersion()
  expect(await due()).not.toContain(postbag.site.id)
  await learn()
  expect(await ruleSetVersion()).toBe(version)
})

test('a run that was under way at a reset, or that looked less far, saves nothing', async () => {
  const { db } = postbag.services
  const scores = new Map([['spam', { delta: emptyDelta(), calibration: uncalibrated }]] as const)
  const { learning } = await settingsOf(db, postbag.site.id)
  const run = { scores, until: new Date(), since: learning.since }
  const older = { ...run, until: new Date(run.until.getTime() - 1000) }
  expect(await saveLearning(db, postbag.site.id, run)).toBe(true)
  expect(await saveLearning(db, postbag.site.id, older)).toBe(false)

  const later = { ...run, until: new Date(run.until.getTime() + 1000) }
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: false } })
  expect(await saveLearning(db, postbag.site.id, later)).toBe(false)
  await postbag.admin('PATCH', '/sites/daily/settings', { learning: { enabled: true } })
  await postbag.admin('DELETE', '/sites/daily/learning')
  expect(await saveLearning(db, postbag.site.id, later)).toBe(false)
  expect((await postbag.admin('GET', '/sites/daily/learning')).body.scores).toEqual([])
})
