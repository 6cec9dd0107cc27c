import { createSite } from '../../src/sites/site.store'
import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let stranger: Client

beforeAll(async () => {
  postbag = await startPostbag()
  const other = await createSite(postbag.services.db, { slug: 'other', name: 'Other' }, 'system')
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  const elsewhere = { email: 'eve@other.example', name: 'Eve', siteId: other?.id ?? null }
  await addModerator(postbag, elsewhere)
  ana = await signedInAs(postbag, 'ana@daily.example')
  stranger = await signedInAs(postbag, 'eve@other.example')
})
afterAll(() => postbag.stop())

const back = '/console/queue'
const notesOf = async (id: string) => (await postbag.admin('GET', `/comments/${id}`)).body.notes

test('a note stands on the card, on the comment page and in the API, and decides nothing', async () => {
  const { id } = await postbag.judged({ body: 'Who built that wall?' })
  const note = 'Asked the <b>harbour master</b>, wait for her.'
  const saved = await ana.post(`/console/comments/${id}/notes`, { note, back })
  expect(saved.location).toBe('/console/queue?said=noted')
  const queue = await ana.get(saved.location)
  expect(queue.text).toContain('The note is saved.')
  expect(queue.text).toContain('Asked the &lt;b>harbour master&lt;/b>, wait for her.')
  await postbag.admin('POST', `/comments/${id}/notes`, { text: ' She is away. ' })
  const page = (await ana.get(`/console/comments/${id}`)).text
  expect(page.indexOf('wait for her')).toBeLessThan(page.indexOf('She is away.'))
  expect(await notesOf(id)).toMatchObject([
    { text: note, by: expect.stringMatching(/^moderator:/) },
    { text: 'She is away.', by: expect.stringMatching(/^token:/) },
  ])
  const { body } = await postbag.admin('GET', `/comments/${id}`)
  expect([body.status, body.version, body.decisions.length]).toEqual(['held', 1, 1])
})

test('every note is in the audit, without its text', async () => {
  const { id } = await postbag.judged({ body: 'And who will mend it?' })
  await ana.post(`/console/comments/${id}/notes`, { note: 'A secret hint', back })
  const { body } = await postbag.admin('GET', `/audit?site=daily&comment_id=${id}`)
  const noted = body.events.filter(({ type }: { type: string }) => type === 'comment.noted')
  expect(noted).toHaveLength(1)
  expect(JSON.stringify(noted)).not.toContain('secret')
})

test('an empty note, one on a comment of another site and one on none say so', async () => {
  const { id } = await postbag.judged({ body: 'The tide will tell.' })
  const empty = await ana.post(`/console/comments/${id}/notes`, { note: ' \n ', back })
  expect((await ana.get(empty.location)).text).toContain('There was nothing in the note.')
  const foreign = await stranger.post(`/console/comments/${id}/notes`, { note: 'psst', back })
  expect(foreign.location).toBe('/console/queue?said=gone')
  expect((await ana.post('/console/comments/x/notes', { note: 'psst', back })).status).toBe(404)
  expect(await notesOf(id)).toEqual([])
})

test('notes go with the comment that they are about', async () => {
  const { id, receipt } = await postbag.judged({ body: 'I take that back.' })
  await ana.post(`/console/comments/${id}/notes`, { note: 'It quotes a letter.', back })
  await postbag.reader('DELETE', `/api/v1/receipts/${receipt}`)
  const { rows } = await postbag.services.db.pool.query(
    'SELECT FROM comment_notes WHERE comment_id = $1',
    [id],
  )
  expect(rows).toHaveLength(0)
  expect((await postbag.admin('POST', `/comments/${id}/notes`, { text: 'late' })).status).toBe(404)
})
