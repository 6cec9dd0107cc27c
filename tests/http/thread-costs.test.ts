import { type Postbag, startPostbag } from '../support/postbag'
import { distinct, recordStatements, type Statement, tablesReadWhole } from '../support/query-plans'
import { addThread, bushes, chain, type Planned, roots } from '../support/thread-shapes'
import { listPath, showPage, sorts } from '../support/thread-walk'

/** The contents of the table when it was analysed, which the planner's statistics describe. */
const beliefs: [belief: string, plan: Planned[] | null][] = [
  ['nothing, without statistics', null],
  ['that each comment has thousands of replies', bushes(1, 3000)],
  ['that hardly any comment is a reply', [...roots(2000), { parent: 0 }]],
  [
    'that hardly any comment is public',
    [...roots(5), ...Array.from({ length: 3000 }, () => ({ parent: null, status: 'rejected' }))],
  ],
]

/** A chain, one large conversation, many small ones, and a chain with many refused and withdrawn comments. */
const shapes: Planned[][] = [
  chain(2000),
  bushes(1, 3000),
  bushes(2500, 3),
  [
    ...chain(1000).map((one, at) => ({ ...one, status: at % 2 ? 'rejected' : 'spam' })),
    { parent: 999 },
    ...Array.from({ length: 2000 }, (_, at) => ({
      parent: at % 2 ? null : 1000,
      status: at % 3 ? 'rejected' : 'deleted',
    })),
  ],
]

const maxMs = 50

describe.each(beliefs)('R1: a page is cheap, whatever the planner assumes: %s', (_, believed) => {
  let postbag: Postbag
  let statements: Statement[]
  const slugs: { slug: string; last: string }[] = []
  beforeAll(async () => {
    postbag = await startPostbag({ worker: false })
    const { pool } = postbag.services.db
    await pool.query('ALTER TABLE comments SET (autovacuum_enabled = off)')
    if (believed) {
      await addThread(postbag, believed)
      await pool.query('ANALYZE comments')
    }
    for (const shape of shapes) {
      const { slug, ids } = await addThread(postbag, shape)
      slugs.push({ slug, last: ids[shape.length > 3000 ? 0 : 1000] ?? '' })
    }
    ;({ statements } = recordStatements(postbag.services.db))
  })
  afterAll(() => postbag.stop())

  async function faultsOf(sent: Statement[]): Promise<string[]> {
    const faults: string[] = []
    const client = await postbag.services.db.pool.connect()
    for (const statement of sent) {
      const brief = statement.text.replace(/\s+/g, ' ').slice(0, 200)
      if ((await tablesReadWhole(client, statement)).includes('comments'))
        faults.push(`whole: ${brief}`)
      const times: number[] = []
      for (let turn = 0; turn < 3 && !(Math.min(...times) <= maxMs); turn++) {
        const { rows } = await client.query(
          `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement.text}`,
          statement.values,
        )
        times.push(rows[0]['QUERY PLAN'][0]['Execution Time'])
      }
      if (Math.min(...times) > maxMs) faults.push(`${Math.min(...times)} ms: ${brief}`)
    }
    client.release()
    return faults
  }

  test.each(sorts)('%s', async (sort) => {
    for (const { slug, last } of slugs) {
      const path = `/sites/daily/articles/${slug}?sort=${sort}`
      statements.length = 0
      const { next } = await showPage(postbag, path)
      const ofPage = statements.filter(({ text }) => text.includes('FROM comments'))
      // a conversation that is too long for a page needs statements for its texts and its neighbours
      expect(ofPage.length).toBeLessThanOrEqual(slug === slugs[2]?.slug ? 2 : 4)
      if (next) {
        const second = await showPage(postbag, next)
        await showPage(postbag, second.previous ?? '')
      }
      await showPage(postbag, `${path}&comment=${last}`)
      await showPage(postbag, `${path}&page=3`)
      const before = statements.length
      const { body } = await postbag.reader('GET', `${listPath(slug)}?sort=${sort}&limit=100`)
      expect(statements.length - before).toBeLessThanOrEqual(2)
      expect(
        statements.slice(before).filter(({ text }) => text.includes('FROM comments')),
      ).toHaveLength(1)
      await postbag.reader('GET', `${listPath(slug)}?sort=${sort}&cursor=${body.next_cursor}`)
      await postbag.reader('GET', `${listPath(slug)}?sort=${sort}&around=${last}`)
      expect(
        await faultsOf(distinct(statements, 1).filter(({ text }) => text.includes('comments'))),
      ).toEqual([])
    }
  })
})
