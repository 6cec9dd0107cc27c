import { hostileTexts } from '../support/hostile-input'
import { publish } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { sendOnWire } from '../support/wire'
import { elementsOf } from '../support/xml'

const article = '/sites/daily/articles/harbour-wall'
let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const page = (path: string) => sendOnWire(postbag.url, { path })

test('the index lists the sites with their articles and the number of comments', async () => {
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The <Weekly> & "more"' })
  await postbag.admin('POST', '/sites/weekly/articles', {
    slug: 'one',
    title: 'A title <i>with</i> marks',
    paragraphs: ['A first paragraph </p><script>alert(1)</script>'],
  })
  await publish(postbag, 'Counted.')
  await postbag.post({ body: 'Not counted: it is pending.' })
  const { status, text } = await page('/')
  expect(status).toBe(200)
  expect(text).toContain('href="/sites/daily/articles/harbour-wall"')
  expect(text).toContain('href="/sites/weekly/articles/one"')
  expect(text).toContain('>1 comment<')
  expect(text).toMatch(/The &lt;Weekly> &amp; (?:"more"|&quot;more&quot;)/)
  expect(text).toContain('A title &lt;i>with&lt;/i> marks')
  expect(text).not.toMatch(/<script|<i>/)
})

test.each([
  '/nothing',
  '/sites/daily',
  '/sites/daily/articles/nothing',
  '/sites/nothing/articles/harbour-wall',
  '/sites/nothing/articles/nothing/comments.rss',
  `${article}/`.replace('wall/', 'wall/x'),
  `${article}.css`,
  '/receipts/nothing',
  '/assets/nothing.css',
  '/assets/../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/.env',
  '/api/nothing',
])('%s is a 404 that reflects nothing of what was asked', async (path) => {
  const { status, headers, text } = await page(`${path}?x=%3Cscript%3Ealert(1)%3C/script%3E`)
  expect(status).toBe(404)
  expect(text).not.toContain('script>')
  expect(headers['content-type']).toMatch(
    path.startsWith('/api/') ? /^application\/problem\+json; charset=utf-8$/ : /^text\/html/,
  )
  if (!path.startsWith('/api/')) expect(text).toContain('There is nothing here')
})

test('an unknown article keeps the typed text on its error page', async () => {
  const { status, text } = await sendOnWire(postbag.url, {
    method: 'POST',
    path: '/sites/daily/articles/nothing/comments',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'author=Ada&body=An+hour+of+%3Cwork%3E',
  })
  expect(status).toBe(404)
  expect(text).toContain('An hour of &lt;work>')
})

test('the stylesheet is kept for good, under an address that changes with it', async () => {
  const [, href = ''] = /rel="stylesheet" href="([^"]+)"/.exec((await page('/')).text) ?? []
  const { status, headers } = await page(href)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/css; charset=utf-8')
  expect(headers['cache-control']).toContain('immutable')
})

test('the feed is well-formed XML with the approved comments, whatever they hold', async () => {
  const bodies = [
    ...hostileTexts.map(([, text]) => text).filter((text) => text.length < 5_000),
    ']]><script>alert(1)</script><![CDATA[',
    'See https://news.example/?a=1&b=2 and javascript:alert(1)',
  ]
  const ids: string[] = []
  for (const body of bodies) {
    const sent = await postbag.post({ author: `]]>${body.slice(0, 40)}<b>&`, body })
    if (sent.status === 202) ids.push(sent.body.id)
  }
  expect(ids.length).toBeGreaterThan(20)
  const decisions = ids.map((comment_id) => ({ comment_id, action: 'approve' }))
  await postbag.admin('POST', '/decisions', { decisions })
  await postbag.post({ body: 'Pendingpendingpending.' })

  const { status, headers, text } = await page(`${article}/comments.rss`)
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^application\/rss\+xml/)
  const elements = elementsOf(text)
  expect(elements[0]?.name).toBe('rss')
  expect(elements.filter(({ name }) => name === 'item').length).toBe(Math.min(50, ids.length + 1))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  expect(text).not.toContain('Pendingpending')
  for (const { name, text: content } of elements)
    if (name === 'content:encoded' || name === 'description')
      expect(content).not.toMatch(/<(?!\/?(?:p|br|a)\b)|javascript:[^<]*"/)
  expect(text).toContain('href="https://news.example/?a=1&amp;b=2"')
})
