import { renderArticlePage } from '../../../src/web/article-page.view'
import { renderErrorPage } from '../../../src/web/error-page.view'
import { renderIndexPage } from '../../../src/web/index-page.view'
import { renderReceiptPage } from '../../../src/web/receipt-page.view'
import { attributeValues, htmlSkeleton } from './html-skeleton'
import {
  articlePage,
  comment,
  emptyForm,
  errorPage,
  indexPage,
  receiptPage,
  site,
} from './sample-pages'

/** Every text on the pages that somebody outside may choose. */
const pages: Record<string, (text: string) => string> = {
  'the thread': (text) =>
    renderArticlePage({
      ...articlePage,
      site: { ...site, name: text },
      article: { ...articlePage.article, title: text, section: text, paragraphs: [text] },
      comments: [{ ...comment('one'), author: text, body: text }],
    }),
  'the own comment': (text) =>
    renderArticlePage({
      ...articlePage,
      own: {
        id: 'mine',
        parentId: 'one',
        author: text,
        body: text,
        createdAt: articlePage.now,
        status: 'pending',
        receiptHref: '/receipts/x',
      },
    }),
  'the form': (text) =>
    renderArticlePage({
      ...articlePage,
      comments: [{ ...comment('one'), body: text }],
      form: {
        ...emptyForm,
        replyTo: { id: 'one', author: text },
        values: { author: text, body: text },
        errors: { author: text, body: text, captcha: text, form: text },
      },
    }),
  'the receipt page': (text) =>
    renderReceiptPage({
      ...receiptPage,
      receipt: text,
      article: { slug: text, title: text },
      comment: { ...receiptPage.comment, author: text, body: text },
      values: { body: text, appeal: text },
      errors: { form: text, body: text, appeal: text },
    }),
  'the error page': (text) =>
    renderErrorPage({ ...errorPage, detail: text, kept: { author: text, body: text } }),
  'the index': (text) =>
    renderIndexPage({
      ...indexPage,
      sites: indexPage.sites.map((listed) => ({
        ...listed,
        name: text,
        articles: listed.articles.map((item) => ({ ...item, title: text, summary: text })),
      })),
    }),
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '</textarea><svg/onload=alert(1)>',
  '</title><base href=//evil.example>',
  '<!--<iframe srcdoc="&lt;script&gt;">-->',
  '<![CDATA[<b>]]>',
  '</ol></section><form action=//evil.example>',
  '&lt;b&gt; &#60;b&#62; &quot;',
  'javascript:alert(1) data:text/html,<b> vbscript:x',
  '\u0000<\u0000script>',
  '\u202e<b>\u2066 \ud800 \u2028\u2029',
  '<a\thref\n=\r"x">',
  '{{constructor}} #{alert(1)} <%= x %>',
  '<style>*{display:none}</style>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
]

describe.each(Object.keys(pages))('Hostile text in %s', (name) => {
  const render = pages[name] ?? (() => '')
  const harmless = htmlSkeleton(render('harmless'))

  it.each(hostile)('adds no element and no attribute: %j', (text) => {
    expect(htmlSkeleton(render(text))).toEqual(harmless)
  })

  it('meets no script, no inline style and no event handler', () => {
    expect(harmless.join('\n')).not.toMatch(
      /^\/?(script|style|iframe|object|embed)|\s(style|on\w+)\b/m,
    )
    expect(render('"><b>')).not.toContain('<b>')
  })

  it.each(['javascript:alert(1)', '//evil.example', '\\\\evil.example', 'data:text/html,x'])(
    'leads nowhere else: %s',
    (text) => {
      const addresses = [
        ...attributeValues(render(text), 'href'),
        ...attributeValues(render(text), 'action'),
      ]
      expect(addresses.length).toBeGreaterThan(3)
      for (const address of addresses) {
        expect(address).toMatch(/^(\/(?![/\\])|#|https:\/\/news\.example\/)/)
      }
    },
  )
})

describe('The checker of these tests', () => {
  it.each(['<b onclick=x>', '<b', '< b>', '<b a="<">'])('refuses %s', (html) => {
    expect(() => htmlSkeleton(`<!doctype html>${html}`)).toThrow('Not a tag')
  })

  it('sees elements and attributes', () => {
    expect(htmlSkeleton('<!doctype html><a href="x>" rel="y">1 > 0</a><br/>')).toEqual([
      'a href rel',
      '/a',
      'br',
    ])
  })
})
