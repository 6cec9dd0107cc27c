import { addModerator, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

test('the card of a comment that no rule could look at says so, and not that none objected', async () => {
  const { body } = await postbag.post({ body: 'Nobody knows why this text hurts.' })
  const { pool } = postbag.services.db
  await pool.query('UPDATE comments SET attempts = 2 WHERE id = $1', [body.id])
  postbag.startWorkers()
  await waitUntil('it is held', async () => {
    const { rows } = await pool.query('SELECT status FROM comments WHERE id = $1', [body.id])
    return rows[0].status === 'held'
  })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  const ana = await signedInAs(postbag, 'ana@daily.example')
  const { text } = await ana.get('/console/queue')
  expect(text).toContain('<p class="muted">Check failed</p>')
  expect(text).not.toContain('No rule objected')
})
