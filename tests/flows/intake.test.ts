import { randomBytes, randomUUID } from 'node:crypto'
import {
  type SavedSubmission,
  type Submission,
  saveSubmissions,
} from '../../src/comments/submission.store'
import { createBatcher } from '../../src/platform/batcher'
import { historiesOf } from '../support/history'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { articleOnSite, plainText, submissionOf, type TestComment } from '../support/saved-comments'

let newsroom: Newsroom
let submission: (comment: TestComment) => Submission
beforeAll(async () => {
  newsroom = await openNewsroom()
  const place = await articleOnSite(newsroom)
  submission = (comment) => submissionOf(place, comment)
})
afterAll(() => newsroom.close())

/** As every web process has it. */
const openIntake = () =>
  createBatcher<Submission, SavedSubmission>({ size: 100, ms: 10_000 }, (batch) =>
    saveSubmissions(newsroom.db, batch),
  )
const commentsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => submission({ body: plainText(first + index) }))
const countOf = async (table: 'comments' | 'outbox' | 'spent_challenges' | 'audit_events') => {
  const { rows } = await newsroom.db.pool.query(`SELECT count(*) FROM ${table}`)
  return rows[0].count as number
}

test('what arrives together is saved together, and every row has its promise and its event', async () => {
  const before = await Promise.all([countOf('comments'), countOf('outbox')])
  const intake = openIntake()
  const submissions = commentsFrom(0, 250)
  const outcomes = await Promise.all(submissions.map(intake))
  expect(outcomes.every(({ outcome }) => outcome === 'saved')).toBe(true)
  expect(await Promise.all([countOf('comments'), countOf('outbox')])).toEqual(
    before.map((count) => count + 250),
  )
  const histories = await historiesOf(
    newsroom.db,
    submissions.map(({ id }) => id),
  )
  for (const history of histories)
    expect(history).toMatchObject({ status: 'pending', version: 0, audit: ['comment.submitted'] })
})

test('the queue hears of comments in the order in which they came', async () => {
  const ids = commentsFrom(300, 120)
  const intake = openIntake()
  await Promise.all(ids.map(intake))
  const { rows } = await newsroom.db.pool.query<{ comment_id: string }>(
    'SELECT comment_id FROM outbox WHERE comment_id = ANY($1) ORDER BY id',
    [ids.map(({ id }) => id)],
  )
  expect(rows.map(({ comment_id }) => comment_id)).toEqual(ids.map(({ id }) => id))
})

test('one that the database refuses does not take the others with it', async () => {
  const submissions = commentsFrom(500, 60)
  const bad = submissions[30] as Submission
  submissions[30] = { ...bad, articleId: randomUUID() }
  const intake = openIntake()
  const settled = await Promise.allSettled(submissions.map(intake))
  expect(settled.map(({ status }) => status)).toEqual(
    submissions.map((_, index) => (index === 30 ? 'rejected' : 'fulfilled')),
  )
  const good = submissions.filter((_, index) => index !== 30).map(({ id }) => id)
  expect(await historiesOf(newsroom.db, good)).toHaveLength(59)
  const spent = await newsroom.db.pool.query('SELECT FROM spent_challenges WHERE nonce = $1', [
    bad.nonce,
  ])
  expect(spent.rows).toHaveLength(0)
})

test('each of a mixed batch gets its own answer, in order', async () => {
  const [parent, ...others] = commentsFrom(600, 3)
  const nonce = randomBytes(16)
  const first = submission({ body: 'The first use of a sum.', nonce })
  const again = submission({ body: 'The second use of the same sum.', nonce })
  const orphan = submission({ body: 'A reply to nothing.', parentId: randomUUID() })
  const reply = submission({ body: 'A reply to what waits.', parentId: parent?.id ?? '' })
  const batch = [parent, first, orphan, again, reply, ...others] as Submission[]
  const outcomes = await saveSubmissions(newsroom.db, batch)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'saved',
    'saved',
    'unknown-parent',
    'spent',
    // nobody can have seen a comment that is not approved
    'unknown-parent',
    'saved',
    'saved',
  ])
  expect(outcomes[3]).toMatchObject({ commentId: first.id, contentHash: first.contentHash })
})

test('one sum in fifty hands at once makes one comment', async () => {
  const nonce = randomBytes(16)
  const before = await countOf('comments')
  const submissions = Array.from({ length: 50 }, (_, index) =>
    submission({ body: `Version ${index} of it.`, nonce }),
  )
  // several web processes
  const intakes = [openIntake(), openIntake(), openIntake(), openIntake()]
  const outcomes = await Promise.all(
    submissions.map((one, index) => intakes[index % intakes.length]?.(one)),
  )
  const saved = submissions.filter((_, index) => outcomes[index]?.outcome === 'saved')
  expect(saved).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome?.outcome === 'spent') expect(outcome.commentId).toBe(saved[0]?.id)
  expect(await countOf('comments')).toBe(before + 1)
})

test('a reply is saved under what is public', async () => {
  const parent = submission({ body: plainText(700) })
  await saveSubmissions(newsroom.db, [parent])
  await newsroom.db.pool.query("UPDATE comments SET status = 'approved' WHERE id = $1", [parent.id])
  const reply = submission({ body: plainText(701), parentId: parent.id })
  expect(await saveSubmissions(newsroom.db, [reply])).toEqual([{ outcome: 'saved' }])
  const { rows } = await newsroom.db.pool.query('SELECT depth FROM comments WHERE id = $1', [
    reply.id,
  ])
  expect(rows).toEqual([{ depth: 1 }])
})

test('an answer that is lost after the commit costs nothing: the same again finds its comment', async () => {
  const one = submission({ body: plainText(800) })
  await saveSubmissions(newsroom.db, [one])
  const retry = { ...submission({ body: plainText(800) }), nonce: one.nonce }
  expect(await saveSubmissions(newsroom.db, [retry])).toEqual([
    { outcome: 'spent', commentId: one.id, contentHash: retry.contentHash },
  ])
})
