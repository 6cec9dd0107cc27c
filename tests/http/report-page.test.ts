import { publish } from '../support/many-comments'
import { fieldValue, messageAt, sendForm, textOfHtml } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire } from '../support/wire'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ trustProxy: 1 })
})
afterAll(() => postbag.stop())

const articlePath = '/sites/daily/articles/harbour-wall'
const formOf = (id: string) => `${articlePath}/comments/${id}/report`
const open = (path: string) => sendOnWire(postbag.url, { path })
const send = (id: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  sendOnWire(postbag.url, {
    method: 'POST',
    path: formOf(id),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const reportsOf = async (id: string) =>
  (await postbag.admin('GET', `/comments/${id}`)).body.report_list

test('leads from the comment to the form, to the moderators and back', async () => {
  const id = await publish(postbag, 'Those <b>welders</b> cannot count.')
  expect((await open(articlePath)).text).toContain(`href="${formOf(id)}"`)

  const form = await open(formOf(id))
  expect(form.status).toBe(200)
  expect(form.headers['cache-control']).toBe('no-store')
  expect(form.text).toContain('<meta name="robots" content="noindex"')
  expect(textOfHtml(form.text)).toContain('Those <b>welders</b> cannot count.')
  expect(form.text).toContain('<option value="hate_speech">Hate speech</option>')

  const sent = await send(id, { reason: 'insult', detail: 'They can.\r\nI have <seen> it.' })
  expect([sent.status, sent.headers.location]).toEqual([303, `${formOf(id)}?done=sent`])
  expect(await reportsOf(id)).toMatchObject([
    { reason: 'insult', detail: 'They can.\nI have <seen> it.' },
  ])
  const done = await open(`${formOf(id)}?done=sent`)
  expect(done.text).toContain('Thank you for your report')
  expect(done.text).toContain(`href="${articlePath}?comment=${id}#comment-${id}"`)
  expect(done.text).not.toContain('<form')
})

test('a reason is enough, and a second report of the same reader is taken as the first', async () => {
  const id = await publish(postbag, 'Buy my boat, it hardly leaks.')
  for (const reason of ['spam', 'other']) expect((await send(id, { reason })).status).toBe(303)
  expect(await reportsOf(id)).toMatchObject([{ reason: 'spam', detail: '' }])
})

test.each<[string, Record<string, string>, string, string]>([
  ['no reason', { reason: '' }, 'report-reason', 'Please choose what is wrong with the comment.'],
  ['no such reason', { reason: 'newcomer' }, 'report-reason', 'Please choose what is wrong'],
  ['too long', { reason: 'spam', detail: 'x'.repeat(2001) }, 'report-detail', 'at most 2000'],
])('%s: says so beside the field and keeps what was typed', async (name, fields, at, message) => {
  const id = await publish(postbag, `Something was said of ${name}.`)
  const typed = { detail: 'Because\nI say <so>.', ...fields }
  const { status, text } = await send(id, typed)
  expect(status).toBe(422)
  expect(messageAt(text, at)).toContain(message)
  expect(text).toContain(`href="#${at}"`)
  expect(fieldValue(text, 'detail')).toBe(typed.detail)
  if (fields.reason === 'spam')
    expect(text).toMatch(/<option (selected )?value="spam"( selected)?>/)
  expect(await reportsOf(id)).toEqual([])
})

test('line breaks count once, however the browser sends them', async () => {
  const id = await publish(postbag, 'A remark that makes people write long letters.')
  const detail = 'x\r\n'.repeat(1000)
  expect((await send(id, { reason: 'other', detail })).status).toBe(303)
})

test('what is not published under this article has no such page', async () => {
  const held = await postbag.judged({ author: 'Kim', body: 'Waiting for somebody to read me.' })
  const gone = await publish(postbag, 'Published for a moment.')
  await postbag.admin('POST', `/comments/${gone}/decisions`, { action: 'reject' })
  for (const id of [held.id, gone, crypto.randomUUID(), 'no-id', "' OR 1=1 --"]) {
    const place = encodeURIComponent(id)
    expect((await open(formOf(place))).status).toBe(404)
    expect((await send(place, { reason: 'spam' })).status).toBe(404)
  }
  expect((await open(articlePath)).text).not.toContain(held.id)
  const id = await publish(postbag, 'Published under another article.')
  const elsewhere = formOf(id).replace('harbour-wall', 'nowhere')
  expect((await open(elsewhere)).status).toBe(404)
  expect((await sendForm(postbag.url, elsewhere, { reason: 'spam' })).status).toBe(404)
})

test('a page of another site cannot report in the name of its readers', async () => {
  const id = await publish(postbag, 'A remark that somebody wants removed.')
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example' },
  ] as Record<string, string>[])
    expect((await send(id, { reason: 'spam' }, headers)).status).toBe(403)
  expect(await reportsOf(id)).toEqual([])
  expect((await send(id, { reason: 'spam' }, { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

test('counts towards the same limit as the API, and gives back what was typed', async () => {
  const id = await publish(postbag, 'A remark that one reader cannot let go of.')
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  const overApi = `/api/v1/comments/${id}/reports`
  for (let index = 0; index < 30; index++) {
    expect((await send(id, { reason: '' }, headers)).status).toBe(422)
    expect((await postbag.reader('POST', overApi, {}, headers)).status).toBe(422)
  }
  const refused = await send(id, { reason: 'spam', detail: 'An hour of <work>' }, headers)
  expect(refused.status).toBe(429)
  expect(textOfHtml(refused.text)).toContain('An hour of <work>')
  expect(refused.text).toContain(`href="${articlePath}"`)
  expect((await postbag.reader('POST', overApi, { reason: 'spam' }, headers)).status).toBe(429)
})
