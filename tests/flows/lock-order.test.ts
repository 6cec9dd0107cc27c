import type { PoolClient } from 'pg'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let stranger: PoolClient
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  stranger = await postbag.services.db.pool.connect()
})
afterAll(async () => {
  stranger.release()
  await postbag.stop()
})

const isWaiting = async (): Promise<boolean> => {
  const { rows } = await postbag.services.db.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** A row that others refer to, and a change of it that is written into a chain of events. */
type Change = { id: string; make: () => Promise<Reply> }

async function changeOfSite(): Promise<Change> {
  const { id, slug } = postbag.site
  const bank = { kind: 'words', entries: ['clown'] }
  return { id, make: () => postbag.admin('PUT', `/sites/${slug}/banks/mine`, bank) }
}

async function changeOfComment(): Promise<Change> {
  const { id, receipt } = (await postbag.post({ body: 'The tide was high that day.' })).body
  const text = { body: 'The tide was low that day.' }
  return { id, make: () => postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, text) }
}

async function changeOfModerator(): Promise<Change> {
  const person = { email: 'bo@news.example', name: 'Bo', password: 'tide and harbour wall' }
  const { body } = await postbag.admin('POST', '/moderators', { ...person, role: 'owner' })
  const make = () => postbag.admin('PATCH', `/moderators/${body.id}`, { role: 'moderator' })
  return { id: body.id, make }
}

// posts and decisions hold their chain before PostgreSQL looks at the rows that they refer to
test.each([
  ['sites', changeOfSite],
  ['comments', changeOfComment],
  ['moderators', changeOfModerator],
])(
  'Q3: while a change in %s waits for a chain of events, others may refer to the row',
  async (table, prepare) => {
    const { id, make } = await prepare()
    await stranger.query('BEGIN')
    await stranger.query('SELECT FROM audit_heads FOR UPDATE')
    const made = make()
    await waitUntil('it waits', isWaiting)
    const referred = await stranger
      .query(`SELECT FROM ${table} WHERE id = $1 FOR KEY SHARE NOWAIT`, [id])
      .then(({ rowCount }) => rowCount)
      .catch((error: Error) => error.message)
    await stranger.query('ROLLBACK')
    expect(referred).toBe(1)
    expect((await made).status).toBeLessThan(300)
  },
)
