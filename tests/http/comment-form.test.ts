import { storable } from '../../src/comments/comment-form'
import { hostileTexts } from '../support/hostile-input'
import { publish, publishMany } from '../support/many-comments'
import { fieldValue, filledForm, messageAt, sendForm } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'
import { sendOnWire } from '../support/wire'

const article = '/sites/daily/articles/harbour-wall'
let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const page = async (query = '') =>
  (await sendOnWire(postbag.url, { path: `${article}${query}` })).text
const fill = async (query = '') => filledForm(await page(query))
const send = (fields: Record<string, string>) =>
  sendForm(postbag.url, `${article}/comments`, fields)
const commentOf = (location: unknown) => String(location).split('#comment-')[1] ?? ''

describe('a form that is filled in', () => {
  test('leads to the own comment on the page, which nobody else sees', async () => {
    const body = 'First line.\n\nSecond <b>line</b> & more.'
    const sent = await send({ ...(await fill()), author: 'Ada "Byron"', body })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toMatch(
      /^\/sites\/daily\/articles\/harbour-wall\?receipt=[\w-]{54}#comment-[0-9a-f-]{36}$/,
    )
    const [query = ''] = /\?[^#]*/.exec(String(sent.headers.location)) ?? []
    const own = await page(query)
    expect(own).toContain('Your comment is awaiting moderation')
    expect(own).toContain(`id="comment-${commentOf(sent.headers.location)}"`)
    expect(own).toContain('Second &lt;b>line&lt;/b> &amp; more.')
    expect(await page()).not.toContain('Second')
    const other = (await postbag.post({ body: 'Mine.' })).body.receipt
    expect(await page(`?receipt=${other.slice(0, -2)}AA`)).not.toContain('Mine.')
  })

  test('a reply names what it answers, quotes it and goes below it', async () => {
    const parent = await publish(postbag, 'The lamp has been out since March.')
    const html = await page(`?reply_to=${parent}`)
    expect(fieldValue(html, 'parent_id')).toBe(parent)
    expect(html).toContain('Cancel reply')
    const sent = await send({
      ...filledForm(html),
      author: 'Bo',
      body: 'Since February.',
      parent_id: parent,
    })
    expect(sent.status).toBe(303)
    const { body } = await postbag.admin('GET', `/comments/${commentOf(sent.headers.location)}`)
    expect(body.parent_id).toBe(parent)
    for (const query of ['?reply_to=nonsense', `?reply_to=${crypto.randomUUID()}`]) {
      const html = await page(query)
      expect(fieldValue(html, 'parent_id')).toBeUndefined()
      expect(html).toContain('The comment in this link is not public.')
    }
  })

  test('a program that fills in the hidden field is answered like anybody, and marked as spam', async () => {
    const html = await page()
    const trap = /class="website-field"[\s\S]*?name="(\w+)"/.exec(html)?.[1] ?? ''
    expect(html).toMatch(/class="website-field" aria-hidden="true"/)
    const fields = { ...filledForm(html), author: 'Bot', body: 'Great article, well done indeed.' }
    const sent = await send({ ...fields, [trap]: 'https://spam.example' })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toMatch(/\?receipt=[\w-]{54}#comment-/)
    const id = commentOf(sent.headers.location)
    const judged = await waitUntil('it is judged', async () => {
      const { body } = await postbag.admin('GET', `/comments/${id}`)
      return body.status === 'pending' ? undefined : body
    })
    expect(judged).toMatchObject({ status: 'spam', reason: 'automation', honeypot: true })
    const person = await send({ ...(await fill()), author: 'Eve', body: 'A person.', [trap]: '' })
    const { body } = await postbag.admin('GET', `/comments/${commentOf(person.headers.location)}`)
    expect(body.honeypot).toBe(false)
  })
})

describe('a form with errors', () => {
  test('has the very warnings beside the empty fields, and a fresh sum', async () => {
    const first = await fill()
    const { status, headers, text } = await send({ ...first, author: '', body: '' })
    expect(status).toBe(422)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(messageAt(text, 'comment-body')).toBe('Please enter your comment!')
    expect(messageAt(text, 'comment-author')).toBe('Please enter your name here')
    expect(messageAt(text, 'captcha-answer')).toBeUndefined()
    expect(text).toMatch(/<label for="captcha-answer">[1-9] \+ [1-9] =<\/label>/)
    expect(fieldValue(text, 'captcha_token')).not.toBe(first.captcha_token)
    expect(fieldValue(text, 'captcha_answer')).toBe('')
  })

  test('keeps what was typed, letter by letter', async () => {
    const author = 'Ada <i>"&\' ångström \u202e\u05d0'
    const body = '\n  Indented,\n\n\ttabbed & </textarea><script>"quoted"</script>  '
    const { status, text } = await send({ ...(await fill()), captcha_answer: '0', author, body })
    expect(status).toBe(422)
    expect(messageAt(text, 'captcha-answer')).toMatch(/not the right answer/)
    expect(fieldValue(text, 'author')).toBe(author)
    expect(fieldValue(text, 'body')?.trim()).toBe(body.trim())
    expect(text).not.toContain('<script')
    const sent = await send({ ...filledForm(text), author, body: fieldValue(text, 'body') ?? '' })
    expect(sent.status).toBe(303)
  })

  test.each(hostileTexts)('keeps %s', async (_name, typed) => {
    const { status, text } = await send({
      ...(await fill()),
      captcha_answer: 'x',
      author: 'Ada',
      body: typed,
    })
    expect(status).toBe(422)
    // what has no UTF-8, no place in a database or no end is all that may change
    const [beginning = ''] = /^[\s\S]{0,9}/.exec(storable(typed.toWellFormed()).trim()) ?? []
    const kept = fieldValue(text, 'body') ?? ''
    expect(kept.trim().startsWith(beginning)).toBe(true)
    if (!/\p{M}{9}/u.test(typed)) expect(kept.trim()).toBe(storable(typed.toWellFormed()).trim())
    expect(fieldValue(text, 'author')).toBe('Ada')
  })

  test('keeps a text that is too long, whole', async () => {
    const body = 'Long. '.repeat(3000).trim()
    const { status, text } = await send({ ...(await fill()), author: 'x'.repeat(61), body })
    expect(status).toBe(422)
    expect(messageAt(text, 'comment-body')).toBe('Please use at most 10000 characters.')
    expect(messageAt(text, 'comment-author')).toBe('Please use at most 60 characters.')
    expect(fieldValue(text, 'body')).toBe(body)
    expect(fieldValue(text, 'author')).toBe('x'.repeat(61))
  })

  test('keeps the comment that is replied to, wherever that stands', async () => {
    const [oldest = ''] = await publishMany(postbag, 55, { body: 'Filling the first page up.' })
    await postbag.services.db.pool.query(
      "UPDATE comments SET created_at = created_at - interval '1 day' WHERE id = $1",
      [oldest],
    )
    expect(await page()).not.toContain(`id="comment-${oldest}"`)
    const second = await page('?page=1')
    expect(second).toContain(`id="comment-${oldest}"`)
    const [, reply = ''] = new RegExp(`href="([^"]*reply_to=${oldest}[^"]*)"`).exec(second) ?? []
    const form = await page(reply.replace(article, '').replaceAll('&amp;', '&').replace(/#.*/, ''))
    expect(fieldValue(form, 'parent_id')).toBe(oldest)
    const wrong = await send({ ...filledForm(form), author: '', body: 'Late.', parent_id: oldest })
    expect(wrong.status).toBe(422)
    expect(fieldValue(wrong.text, 'parent_id')).toBe(oldest)
  })

  test('says when the comment that is replied to is gone', async () => {
    const parent = await publish(postbag, 'I shall be gone.')
    const fields = { ...(await fill()), author: 'Cy', body: 'Where are you?', parent_id: parent }
    await postbag.admin('POST', `/comments/${parent}/decisions`, { action: 'reject' })
    const { status, text } = await send(fields)
    expect(status).toBe(422)
    expect(text).toContain('The comment that you reply to does not exist any more.')
    expect(fieldValue(text, 'body')).toBe('Where are you?')
    expect(fieldValue(text, 'parent_id')).toBeUndefined()
  })

  test('a sum that was used for another comment keeps the text and gives a new sum', async () => {
    const sum = await fill()
    expect((await send({ ...sum, author: 'Di', body: 'One.' })).status).toBe(303)
    expect((await send({ ...sum, author: 'Di', body: 'One.' })).status).toBe(303)
    const { status, text } = await send({ ...sum, author: 'Di', body: 'Two.' })
    expect(status).toBe(422)
    expect(messageAt(text, 'captcha-answer')).toMatch(/already used/)
    expect(fieldValue(text, 'body')).toBe('Two.')
    expect((await send({ ...filledForm(text), author: 'Di', body: 'Two.' })).status).toBe(303)
  })

  test.each([
    ['a field twice', 'author=A&author=B&body=Kept.&captcha_token=x&captcha_answer=1'],
    ['a token twice', 'author=A&body=Kept.&captcha_token=x&captcha_token=y&captcha_answer=1'],
    ['brackets', 'author=A&body=Kept.&captcha_token[]=x&captcha_answer[a]=1'],
    ['broken escapes', 'author=A&body=Kept.&captcha_token=%zz&captcha_answer=%'],
    ['members of all objects', 'author=A&body=Kept.&__proto__=x&constructor=y&toString=z'],
  ])('%s is an error of the form, not of the service', async (_name, fields) => {
    const { status, text } = await sendForm(postbag.url, `${article}/comments`, Buffer.from(fields))
    expect(status).toBe(422)
    expect(fieldValue(text, 'body')).toBe('Kept.')
  })
})

test('while comments are closed there is no form, and nothing can be sent', async () => {
  const fields = { ...(await fill()), author: 'Ed', body: 'Is anybody there?' }
  await postbag.admin('PATCH', '/sites/daily/settings', { comments_open: false })
  const html = await page()
  expect(html).toContain('Comments on this article are closed.')
  expect(fieldValue(html, 'captcha_token')).toBeUndefined()
  expect(html).not.toContain('reply_to=')
  const sent = await send(fields)
  expect(sent.status).toBe(403)
  const viaApi = await postbag.post({ body: 'Hello?' })
  expect(viaApi.status).toBe(403)
  expect(sent.text).toContain('Is anybody there?')
  await postbag.admin('PATCH', '/sites/daily/settings', { comments_open: true })
  expect((await send(fields)).status).toBe(303)
})
