import type { Action } from '../../src/comments/comment'
import { moderateComments } from '../../src/moderation/moderate-comments.flow'
import { reviewComments } from '../../src/moderation/review-comments.flow'
import { cpuClockMs } from '../../src/platform/cpu-clock'
import { createRuleSets } from '../../src/rules/rule-set.store'
import { readHeads } from '../../src/scoring/heads.store'
import type { Scores } from '../../src/scoring/score'
import { budgetMs } from '../../src/scoring/score-safely'
import type { Scorer } from '../../src/scoring/scorer'
import { trainedScorer } from '../../src/scoring/trained-scorer'
import { saveSettings } from '../../src/sites/site.store'
import { findingsOf, historiesOf } from '../support/history'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { plainText, saveComments, type TestComment } from '../support/saved-comments'

const cleanScores = { spam: 0.1, toxicity: 0.2, insult: 0, threat: 0, profanity: 0, sexual: -1 }
const unremarkable = { model: 'fixed', language: 'en', spans: [] }

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom.close())

const setSettings = (settings: object) =>
  saveSettings(newsroom.db, newsroom.site.id, { settings, changed: settings, actor: 'test' })

const heads = trainedScorer(readHeads(), () => [['en', 1]])
const judge = (ids: string[], scorer: Scorer = heads) =>
  moderateComments(
    { db: newsroom.db, ruleSets: createRuleSets(newsroom.db, heads.model), scorer },
    ids,
  )

/** What the rules found in comments that were posted in the same moment and judged in one batch. */
async function findingsInOneBatch(comments: TestComment[], inOrder = (ids: string[]) => ids) {
  const ids = await saveComments(newsroom, comments)
  await judge(inOrder(ids))
  return findingsOf(newsroom.db, ids)
}

const elsewhere = (number: number) => ({
  author: `Reader ${number}`,
  address: `203.0.${number}.7`,
})

test('of equal texts in one batch the first passes and the later ones are marked', async () => {
  const body = plainText(1)
  const comments = [0, 1, 2].map((number) => ({ ...elsewhere(number), body }))
  const findings = await findingsInOneBatch(comments)
  expect(findings.map((names) => names.includes('repeated_text'))).toEqual([false, true, true])
})

test('which of equal texts came first does not depend on the order of judging', async () => {
  const body = plainText(2)
  const comments = [0, 1, 2].map((number) => ({ ...elsewhere(number), body }))
  const findings = await findingsInOneBatch(comments, (ids) => ids.toReversed())
  expect(findings.map((names) => names.includes('repeated_text'))).toEqual([false, true, true])
})

test('nearly equal texts are marked from the one on that is over the limit', async () => {
  // one changed number leaves the words as they are, so the texts are as near as can be
  const comments = [14, 15, 16, 17].map((count) => ({
    ...elsewhere(count),
    body: `${plainText(3)} and ${count} ducks on the wall`,
  }))
  const findings = await findingsInOneBatch([...comments, { body: plainText(4) }])
  const marked = findings.map((names) => names.includes('similar_text'))
  expect(marked).toEqual([false, false, true, true, false])
  expect(findings.flat()).not.toContain('repeated_text')
})

test('nearly equal texts count across midnight, and no longer than a day', async () => {
  const near = (count: number) => `${plainText(5)} and ${count} ducks on the wall`
  const before = async (hours: number, count: number) => {
    const at = new Date(Date.now() - hours * 3_600_000)
    const [id] = await saveComments(newsroom, [{ ...elsewhere(count), body: near(count), now: at }])
    await newsroom.db.pool.query('UPDATE comments SET created_at = $2 WHERE id = $1', [id, at])
  }
  await before(23.9, 21)
  await before(24.1, 22)
  await before(47, 23)
  const ids = await saveComments(newsroom, [{ ...elsewhere(24), body: near(24) }])
  expect(await copiesOf(ids[0])).toEqual({ equal: 0, near: 1 })
})

async function copiesOf(id: string | undefined) {
  await judge([id ?? ''])
  const { rows } = await newsroom.db.pool.query(
    `SELECT features->'comment'->'duplicates24h' AS equal, features->'comment'->'nearDuplicates24h' AS near
     FROM evaluations WHERE comment_id = $1`,
    [id],
  )
  return rows[0]
}

/** The counts of a claim for one comment, except those that every text has. */
async function countsOf(id: string | undefined) {
  await judge([id ?? ''])
  const { rows } = await newsroom.db.pool.query(
    `SELECT features->'comment'->'duplicates24h' AS equal, features->'comment'->'authorDuplicates24h' AS author,
       features->'comment'->'networkDuplicates24h' AS network, features->'author'->'spamByPeople30d' AS "authorSpam",
       features->'client'->'networkSpamByPeople30d' AS "networkSpam"
     FROM evaluations WHERE comment_id = $1`,
    [id],
  )
  return rows[0]
}

test('equal texts are counted by author and by network, and an unknown network does not count', async () => {
  const body = plainText(7)
  const ids = await saveComments(newsroom, [
    { author: 'Ada', address: '198.51.100.1', body },
    { author: 'Bob', address: '198.51.100.2', body },
    { ...elsewhere(1), body },
    { author: 'Ada', address: '198.51.100.3', body },
    { author: 'Nobody', address: '', body },
    { author: 'No other', address: '', body },
  ])
  expect(await countsOf(ids[3])).toMatchObject({ equal: 3, author: 1, network: 2 })
  expect(await countsOf(ids[5])).toMatchObject({ equal: 5, author: 0, network: 0 })
})

test('in a flood of equal texts the newest are counted, including all of one sender', async () => {
  const body = plainText(8)
  const others = Array.from({ length: 100 }, (_, number) => ({ ...elsewhere(number), body }))
  const ids = await saveComments(newsroom, others)
  await newsroom.db.pool.query("UPDATE comments SET created_at = created_at - interval '1 minute'")
  const own = await saveComments(
    newsroom,
    [1, 2, 3, 4].map(() => ({ body })),
  )
  expect(ids).toHaveLength(100)
  expect(await countsOf(own[3])).toMatchObject({ equal: 100, author: 3, network: 3 })
})

test('only comments that a moderator marked as spam within 30 days count as marked by people', async () => {
  const { db, site } = newsroom
  const texts = [80, 81, 82, 83, 84, 85].map((number) => ({ body: plainText(number) }))
  const [byRules, byPerson, old, undone, rejected, last] = await saveComments(newsroom, texts)
  await db.pool.query('UPDATE comments SET honeypot = true WHERE id = $1', [byRules])
  await judge([byRules, byPerson, old, undone, rejected].map(String))
  const decider = { kind: 'moderator', tokenId: null, moderatorId: null } as const
  const review = (commentId: string | undefined, action: Action) =>
    reviewComments(db, [{ commentId: commentId ?? '', action }], { decider, siteId: site.id })
  for (const id of [byPerson, old, undone]) await review(id, 'spam')
  await review(undone, 'approve')
  await review(rejected, 'reject')
  await db.pool.query(
    "UPDATE comments SET created_at = created_at - interval '31 days' WHERE id = $1",
    [old],
  )
  expect(await historiesOf(db, [byRules, byPerson].map(String))).toMatchObject([
    { status: 'spam' },
    { status: 'spam' },
  ])
  expect(await countsOf(last)).toMatchObject({ authorSpam: 1, networkSpam: 1 })
})

test('in a flood of equal texts nobody looks through all of them for near ones', async () => {
  const near = (count: number) => ({ body: `${plainText(6)} and ${count} ducks on the wall` })
  const flood = Array.from({ length: 101 }, () => near(2))
  const ids = await saveComments(newsroom, [near(1), ...flood])
  expect(await copiesOf(ids.at(-2))).toEqual({ equal: 99, near: 1 })
  expect(await copiesOf(ids.at(-1))).toEqual({ equal: 100, near: 0 })
})

test('an author who posts too often is held from the limit on, others are not', async () => {
  await setSettings({ limits: { author_per_hour: 3 } })
  const flood = Array.from({ length: 5 }, (_, number) => ({ body: plainText(10 + number) }))
  const findings = await findingsInOneBatch([...flood, { author: 'Grace', body: plainText(20) }])
  const held = findings.map((names) => names.includes('author_flooding'))
  expect(held).toEqual([false, false, false, true, true, false])
})

test('the same name from another network is another author', async () => {
  await setSettings({ limits: { author_per_hour: 1 } })
  const comments = [1, 2].map((number) => ({
    body: plainText(30 + number),
    address: `203.0.${number}.7`,
  }))
  expect((await findingsInOneBatch(comments)).flat()).not.toContain('author_flooding')
})

test('a network that sends too much is held from the limit on, whatever names it uses', async () => {
  await setSettings({ limits: { network_per_hour: 3 } })
  const flood = Array.from({ length: 5 }, (_, number) => ({
    author: `Name ${number}`,
    // the same /24
    address: `198.51.100.${number + 1}`,
    body: plainText(40 + number),
  }))
  const findings = await findingsInOneBatch([...flood, { ...elsewhere(9), body: plainText(50) }])
  const held = findings.map((names) => names.includes('network_flooding'))
  expect(held).toEqual([false, false, false, true, true, false])
})

test('a text that no scorer could score is held with that reason, even where approval is the default', async () => {
  await setSettings({ default_action: 'approve', unscored: 'default' })
  const broken: Scorer = {
    ...heads,
    model: 'broken',
    score: () => {
      throw new Error('The model is gone.')
    },
  }
  const ids = await saveComments(
    newsroom,
    [60, 61].map((number) => ({ body: plainText(number) })),
  )
  await judge(ids, broken)
  for (const history of await historiesOf(newsroom.db, ids))
    expect(history).toMatchObject({ status: 'held', decisions: [{ reason: 'not_scored' }] })
})

/** Works so long before it answers; nobody waits, the processor is busy. */
function slowly(scorer: Scorer, cpuMs: number): Scorer {
  return {
    ...scorer,
    score: (views, context) => {
      const until = cpuClockMs() + cpuMs
      while (cpuClockMs() < until) Math.random()
      return scorer.score(views, context)
    },
  }
}

test('a text whose scoring takes too long is held, and its card says so', async () => {
  await setSettings({ default_action: 'approve', unscored: 'default' })
  const ids = await saveComments(newsroom, [{ body: plainText(62) }])
  await judge(ids, slowly(heads, budgetMs + 20))
  const { rows } = await newsroom.db.pool.query('SELECT model, scores, findings FROM evaluations')
  expect(rows).toMatchObject([
    {
      model: `${heads.model} (out of time)`,
      scores: { spam: -1, toxicity: -1 },
      findings: [{ rule: 'not_scored', action: 'hold', facts: { because: 'out_of_time' } }],
    },
  ])
})

test('a comment that cannot be judged is held as not scored at once, and its neighbours are judged', async () => {
  await setSettings({ default_action: 'approve' })
  const ids = await saveComments(newsroom, [
    { body: plainText(63) },
    { body: `${plainText(64)} kaboom` },
    { body: plainText(66) },
  ])
  const scores = { ...cleanScores, identity_attack: 0 }
  const broken = {
    ...unremarkable,
    get scores(): Scores {
      throw new Error('The model is gone.')
    },
  }
  const score: Scorer['score'] = ({ raw }) =>
    raw.includes('kaboom') ? broken : { ...unremarkable, scores }
  await judge(ids, { ...heads, model: 'fixed', score })
  expect(await historiesOf(newsroom.db, ids)).toMatchObject([
    { status: 'approved', evaluations: 1 },
    { status: 'held', evaluations: 0, decisions: [{ reason: 'not_scored', actor: 'system' }] },
    { status: 'approved', evaluations: 1 },
  ])
})

test('an identity attack raises the risk that the queue is ordered by, and holds nothing', async () => {
  await setSettings({ default_action: 'approve' })
  const scores = { ...cleanScores, identity_attack: 0.9 }
  const ids = await saveComments(newsroom, [{ body: plainText(65) }])
  await judge(ids, { ...heads, model: 'fixed', score: () => ({ ...unremarkable, scores }) })
  const { rows } = await newsroom.db.pool.query('SELECT risk, status FROM comments')
  expect(rows).toEqual([{ risk: expect.closeTo(0.9), status: 'approved' }])
})

test('a batch that could not be saved is judged anew, and nothing of it is left half done', async () => {
  const ids = await saveComments(
    newsroom,
    [70, 71, 72].map((number) => ({ body: plainText(number) })),
  )
  await newsroom.db.pool.query('ALTER TABLE decisions RENAME TO decisions_away')
  await expect(judge(ids)).rejects.toThrow('decisions')
  await newsroom.db.pool.query('ALTER TABLE decisions_away RENAME TO decisions')
  await judge(ids)
  for (const history of await historiesOf(newsroom.db, ids))
    expect(history).toMatchObject({ status: 'held', version: 1, evaluations: 1 })
})
