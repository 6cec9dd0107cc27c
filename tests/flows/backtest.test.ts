import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const copies = 2_000
const runs = 5

/** Many judged comments, all like one that the service judged itself. */
async function addJudgedComments(): Promise<void> {
  const { id } = await postbag.judged({ author: 'Many', body: 'The harbour wall leans a little.' })
  await postbag.services.db.pool.query(
    `WITH copies AS (
      INSERT INTO comments SELECT (jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'receipt_hash', '\\x' || md5(n::text)))).*
      FROM comments c, generate_series(1, ${copies}) n WHERE c.id = $1 RETURNING id)
    INSERT INTO evaluations SELECT (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'comment_id', copies.id))).*
    FROM copies, evaluations e WHERE e.comment_id = $1`,
    [id],
  )
}

test('a backtest of 2,000 comments blocks the event loop for less than 100 ms', async () => {
  await addJudgedComments()
  const rule = { when: 'author.name == "Many" && comment.words > 3', limit: copies }
  const slowestMs: number[] = []
  // other work on the machine can only make a run slower, so the best one shows what the code does
  for (let run = 0; run < runs && Math.min(...slowestMs, 1_000) >= 100; run++) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const { status, body } = await postbag.admin('POST', '/sites/daily/rules/backtest', rule)
    delay.disable()
    slowestMs.push(delay.max / 1e6)
    expect(status).toBe(200)
    expect(body).toMatchObject({ comments: copies, matches: copies })
  }
  expect(Math.min(...slowestMs)).toBeLessThan(100)
})
