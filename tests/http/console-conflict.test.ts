import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let ana: Client

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  await postbag.admin('PATCH', '/sites/daily/settings', { edit_window_seconds: 900 })
})
afterAll(() => postbag.stop())

test('who decides on a text that its author has changed sees what was taken away and what was added', async () => {
  const { id, receipt } = await postbag.judged({ body: 'The old wall leans to the left.' })
  const edit = { body: 'The old wall leans to the right.' }
  await postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, edit)
  const status = async () =>
    (await postbag.reader('GET', `/api/v1/receipts/${receipt}`)).body.status
  await waitUntil('it is judged again', async () => (await status()) !== 'pending')
  const fields = { action: 'approve', version: '1', back: '/console/queue' }
  const answer = await ana.post(`/console/comments/${id}/decisions`, fields)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('The author has changed the text since you saw it.')
  expect(answer.text).toContain('The old wall leans to the <del>left</del>.')
  expect(answer.text).toContain('The old wall leans to the <ins>right</ins>.')
})
