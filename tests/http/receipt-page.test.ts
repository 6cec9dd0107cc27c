import { hostileTexts } from '../support/hostile-input'
import { fieldValue, messageAt, sendForm, textOfHtml } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'
import { sendOnWire } from '../support/wire'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const page = (receipt: string, query = '') =>
  sendOnWire(postbag.url, { path: `/receipts/${receipt}${query}` })
const send = (receipt: string, form: string, fields: Record<string, string>) =>
  sendForm(postbag.url, `/receipts/${receipt}/${form}`, fields)
const decide = (id: string, action: string, reason?: string) =>
  postbag.admin('POST', `/comments/${id}/decisions`, { action, reason })

test('shows the comment, its status and why, and offers what can still be done', async () => {
  const own = await postbag.judged({ author: 'Ada', body: 'A quiet word.' })
  const held = await page(own.receipt)
  expect(held.status).toBe(200)
  expect(held.text).toContain('Your comment is awaiting moderation')
  expect(held.text).toContain('Comments are read by a moderator first.')
  expect(held.text).toContain('automatically by the rules of this site')
  expect(fieldValue(held.text, 'body')).toBe('A quiet word.')
  expect(fieldValue(held.text, 'text')).toBeUndefined()
  expect(held.text).toContain('Delete my comment')

  await decide(own.id, 'reject', 'insult')
  const rejected = await page(own.receipt)
  expect(rejected.text).toContain('Your comment was not published')
  expect(rejected.text).toContain('It insults a person or a group.')
  expect(rejected.text).toContain('by a moderator')
  expect(fieldValue(rejected.text, 'text')).toBe('')

  await decide(own.id, 'approve')
  const approved = await page(own.receipt)
  expect(approved.text).toContain('Your comment is published')
  expect(approved.text).not.toContain('It insults')
})

test('its form changes the text, and keeps what was typed when that cannot be used', async () => {
  const own = await postbag.judged({ author: 'Bo', body: 'A first version.' })
  const wrong = await send(own.receipt, 'edit', { body: '\u200b \u3164' })
  expect(wrong.status).toBe(422)
  expect(messageAt(wrong.text, 'edit-body')).toBe('Please enter your comment!')
  const long = 'Too long. '.repeat(1500)
  const refused = await send(own.receipt, 'edit', { body: long })
  expect(refused.status).toBe(422)
  expect(fieldValue(refused.text, 'body')).toBe(long)
  const edited = await send(own.receipt, 'edit', { body: 'A second version.' })
  expect(edited.status).toBe(303)
  expect(edited.headers.location).toBe(`/receipts/${own.receipt}?done=edited`)
  const done = await page(own.receipt, '?done=edited')
  expect(done.text).toContain('Your changes are saved and will be checked again.')
  expect(fieldValue(done.text, 'body')).toBe('A second version.')
})

test('its form deletes for good', async () => {
  const own = await postbag.judged({ author: 'Cyprienne', body: 'Nobody should read this.' })
  const deleted = await send(own.receipt, 'delete', {})
  expect([deleted.status, deleted.headers.location]).toEqual([
    303,
    `/receipts/${own.receipt}?done=deleted`,
  ])
  const { text } = await page(own.receipt, '?done=deleted')
  expect(text).toContain('You deleted this comment')
  expect(text).not.toMatch(/Cyprienne|Nobody should/)
  expect(text).not.toContain('<form')
  expect((await send(own.receipt, 'edit', { body: 'Back.' })).status).toBe(422)
})

test('its form appeals once, and keeps what was typed when that cannot be sent', async () => {
  const own = await postbag.judged({ author: 'Di', body: 'I meant it kindly.' })
  await decide(own.id, 'reject', 'insult')
  const empty = await send(own.receipt, 'appeal', { text: ' ' })
  expect(empty.status).toBe(422)
  expect(messageAt(empty.text, 'appeal-text')).toBe('Please say why the decision was wrong.')
  const long = await send(own.receipt, 'appeal', { text: 'x'.repeat(2001) })
  expect(fieldValue(long.text, 'text')).toBe('x'.repeat(2001))
  const sent = await send(own.receipt, 'appeal', { text: 'Ask <my> "neighbour".' })
  expect(sent.status).toBe(303)
  const { text } = await page(own.receipt, '?done=appealed')
  expect(text).toContain('Your appeal has been sent.')
  expect(text).toContain('A moderator has not answered yet.')
  const { body } = await postbag.admin('GET', `/comments/${own.id}`)
  expect(body.appeals).toMatchObject([{ text: 'Ask <my> "neighbour".' }])
  expect((await send(own.receipt, 'appeal', { text: 'Again.' })).status).toBe(422)
})

test('a receipt of nothing is a page that says so, whatever was sent', async () => {
  for (const receipt of ['x', 'A'.repeat(54), '%00', 'a%2Fb']) {
    expect((await page(receipt)).status).toBe(404)
    for (const form of ['edit', 'delete', 'appeal'])
      expect((await send(receipt, form, { body: 'x', text: 'x' })).status).toBe(404)
  }
})

test('what the address claims to be done is said in our words only', async () => {
  const own = await postbag.judged({ author: 'Ed', body: 'On the promenade.' })
  for (const done of ['<b>hacked</b>', '__proto__', 'constructor', 'toString', 'edited&done=x'])
    expect((await page(own.receipt, `?done=${encodeURIComponent(done)}`)).text).not.toMatch(
      /hacked|native code|\[object|class="notice"/,
    )
})

describe('a hostile text is the same in receipt, thread, page and feed, or it is refused', () => {
  const accepted = hostileTexts.map(([name, text]) => [name, text] as const)
  test.each(accepted)('%s', async (_name, text) => {
    const sent = await postbag.post({ author: text.slice(0, 60), body: text })
    expect([202, 422]).toContain(sent.status)
    if (sent.status === 422) {
      for (const { field } of sent.body.errors) expect(['author', 'body']).toContain(field)
      // what is wrong with the name need not be wrong with the text
      if (sent.body.errors.some(({ field }: { field: string }) => field === 'body')) return
    }
    const again = sent.status === 202 ? sent : await postbag.post({ author: 'Hostile', body: text })
    expect(again.status).toBe(202)
    await waitUntil('it is judged', async () => {
      const { body } = await postbag.reader('GET', `/api/v1/receipts/${again.body.receipt}`)
      return body.status !== 'pending'
    })
    await decide(again.body.id, 'approve')
    const { body: thread } = await postbag.reader('GET', `${postbag.articleApi}/comments?limit=100`)
    const shown = thread.comments.find(({ id }: { id: string }) => id === again.body.id)
    expect(shown.body.isWellFormed()).toBe(true)
    expect(shown.body).not.toContain('\0')
    const { body: detail } = await postbag.admin('GET', `/comments/${again.body.id}`)
    expect([detail.author, detail.body]).toEqual([shown.author, shown.body])
    const receipt = await page(again.body.receipt)
    expect(fieldValue(receipt.text, 'body')).toBe(shown.body)
    const article = await sendOnWire(postbag.url, { path: '/sites/daily/articles/harbour-wall' })
    const [, name] =
      new RegExp(`id="comment-${again.body.id}"[\\s\\S]*?class="author">([^<]*)<`).exec(
        article.text,
      ) ?? []
    expect(textOfHtml(name ?? '')).toBe(shown.author)
    expect(article.text).not.toMatch(/<script|<img|onfocus="/)
  })
})
