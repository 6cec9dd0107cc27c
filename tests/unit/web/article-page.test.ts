import { renderArticlePage } from '../../../src/web/article-page.view'
import { attributeValues, htmlSkeleton } from './html-skeleton'
import { articlePage, comment, emptyForm } from './sample-pages'

const render = (change: Partial<typeof articlePage> = {}) =>
  renderArticlePage({ ...articlePage, ...change })

describe('The article page', () => {
  it('is a whole document in the language of the interface, with one main heading', () => {
    const html = render()
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('<link rel="stylesheet" href="/assets/site-1.css"/>')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<p dir="auto">Second paragraph.</p>')
    for (const landmark of ['<header class="masthead">', '<main id="main"', '<footer', '<nav ']) {
      expect(html).toContain(landmark)
    }
  })

  it('opens and closes every element', () => {
    const open: string[] = []
    for (const element of htmlSkeleton(render())) {
      const name = element.split(' ')[0] ?? ''
      if (name.startsWith('/')) expect(open.pop()).toBe(name.slice(1))
      else if (!['meta', 'link', 'input', 'br'].includes(name)) open.push(name)
    }
    expect(open).toEqual([])
  })

  it('has skip links that lead to something', () => {
    const ids = attributeValues(render(), 'id')
    for (const href of attributeValues(render(), 'href').filter((href) => href.startsWith('#'))) {
      expect(ids).toContain(href.slice(1))
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names its address, its feed and, with more comments, the next page', () => {
    const html = render({ nextHref: '?page=2' })
    expect(html).toContain(
      '<link rel="canonical" href="https://news.example/sites/demo/articles/ferry"/>',
    )
    expect(html).toMatch(/rel="alternate" type="application\/rss\+xml"[^>]+ferry\/comments\.rss"/)
    expect(html).toContain('href="?page=2" rel="next"')
    expect(render()).not.toMatch(/rel="(next|prev)"|First page/)
  })

  it('marks the text as being in the language of the site', () => {
    const html = render({ site: { ...articlePage.site, language: 'de' } })
    expect(html).toContain('<html lang="en">')
    expect(html).toMatch(/<article class="story" lang="de"/)
    expect(html).toMatch(/<div lang="de"><ol class="thread">/)
  })

  it('shows each comment with its name apart, its time and its links', () => {
    const reportable = { ...comment('one'), author: 'Ann & Bo', reportHref: '/comments/one/report' }
    const html = render({ comments: [reportable] })
    expect(html).toContain('<article class="comment" id="comment-one">')
    expect(html).toContain('<bdi class="author">Ann &amp; Bo</bdi>')
    expect(html).toContain(
      '<time datetime="2026-05-02T11:30:00.000Z" title="2 May 2026, 11:30 UTC">30 minutes ago</time>',
    )
    expect(html).toContain(
      'href="/sites/demo/articles/ferry?sort=newest&amp;reply_to=one#comment-form"',
    )
    expect(html).toContain('href="/comments/one/report"')
    expect(html).toContain('<div class="comment-text" dir="auto">Text of one</div>')
  })

  it('links web addresses in comments, without lending them its name', () => {
    const linking = { ...comment('one'), body: 'See https://a.example/?b=1&c=2, or javascript:x' }
    expect(render({ comments: [linking] })).toContain(
      'See <a href="https://a.example/?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer">' +
        'https://a.example/?b=1&amp;c=2</a>, or javascript:x',
    )
  })

  it('nests replies', () => {
    expect(render()).toMatch(
      /id="comment-one".*<\/article><ol class="thread"><li><article [^>]+two"/s,
    )
  })

  it('says whom a comment answers where the indentation does not', () => {
    const chain = Array.from({ length: 9 }, (_, at) => comment(`c${at}`, at ? `c${at - 1}` : null))
    expect(render({ comments: chain })).toContain(
      '<p class="answered">In reply to <a href="#comment-c7"><bdi>Author of c7</bdi></a></p>',
    )
  })

  it('keeps nothing of a deleted comment but its place', () => {
    const html = render({
      comments: [{ ...comment('one'), gap: 'deleted' }, comment('two', 'one')],
    })
    expect(html).toContain('This comment was deleted by its author.')
    expect(html).not.toContain('Author of one')
    expect(html).not.toContain('Text of one')
    expect(html).toContain('Text of two')
  })

  it('R1: has links back and to the first page, and names the conversation that it continues', () => {
    const first = { ...comment('first'), href: '/ferry?comment=first#comment-first' }
    const html = render({
      ...{ previousHref: '?before=a', nextHref: '?after=b', firstHref: '/ferry?sort=newest' },
      comments: [comment('two', 'first'), comment('three', 'other')],
      elsewhere: [first, { ...comment('other'), gap: 'not-public', href: '/ferry?comment=other' }],
      continues: first,
    })
    expect(html).toContain('<title>More comments: Ferry runs all winter – Gazette</title>')
    expect(html).toMatch(
      /href="\?before=a" rel="prev">Previous page.*href="\?before=a" rel="prev"/s,
    )
    expect(html).toContain('<a href="/ferry?sort=newest">First page</a>')
    expect(html).toContain(
      'Replies to <a href="/ferry?comment=first#comment-first"><bdi>Author of first</bdi></a>, continued.',
    )
    expect(html.match(/In reply to/g)).toHaveLength(1)
    expect(html).toContain(
      'In reply to <a href="/ferry?comment=other">a comment that is not public</a>',
    )
    expect(html).not.toMatch(/Author of other|id="comment-(first|other)"/)
  })

  it('marks the order that is shown', () => {
    expect(render({ sort: 'top' })).toContain(
      '?sort=top#comments" rel="nofollow" aria-current="true"',
    )
    expect(render({ sort: 'top' }).match(/aria-current/g)).toHaveLength(1)
  })

  it('says so when there are no comments, and when they are closed', () => {
    expect(render({ comments: [], total: 0 })).toContain('Yours would be the first')
    const closed = render({ form: null })
    expect(closed).toContain('Comments on this article are closed.')
    expect(closed).not.toMatch(/<form|reply_to|#comment-form/)
  })

  it('shows a chain of a thousand replies and ten thousand comments', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      comment(`c${index}`, index % 1000 ? `c${index - 1}` : null),
    )
    expect(attributeValues(render({ comments: chain }), 'id').length).toBeGreaterThan(10_000)
  })
})

describe('The reader’s own comment', () => {
  const own = {
    id: 'mine',
    parentId: 'one',
    author: 'Jo',
    body: 'My words',
    createdAt: articlePage.now,
    status: 'pending' as const,
    receiptHref: '/receipts/secret',
  }

  it('is shown in its place, awaiting moderation, with the way to its receipt', () => {
    const html = render({ own })
    expect(html).toContain('Your comment is awaiting moderation')
    expect(html).toMatch(/id="comment-one".*id="comment-mine".*My words/s)
    expect(html).toContain('href="/receipts/secret"')
  })

  it('keeps the page out of search engines and the receipt out of referrers', () => {
    expect(render({ own })).toContain('<meta name="robots" content="noindex"/>')
    expect(render({ own })).toContain('<meta name="referrer" content="same-origin"/>')
    expect(render()).not.toContain('noindex')
  })

  it('is marked, and shown once, when everybody can see it', () => {
    const html = render({ own: { ...own, id: 'two', status: 'approved' } })
    expect(html).toContain('Your comment is published')
    expect(html.match(/id="comment-two"/g)).toHaveLength(1)
    expect(html).not.toContain('My words')
  })

  it('is shown on an article without any other', () => {
    expect(render({ own, comments: [], total: 0 })).toContain('My words')
  })
})

describe('The comment form', () => {
  it('posts its fields without JavaScript, and shows the sum in the label', () => {
    const html = render()
    expect(html).toContain('<form method="post" action="/sites/demo/articles/ferry/comments"')
    const names = ['captcha_token', 'body', 'author', 'captcha_answer', 'website2']
    expect(attributeValues(html.slice(html.indexOf('<form')), 'name')).toEqual(names)
    expect(html).toContain('<label for="captcha-answer">4 + 5 =</label>')
    expect(html).toMatch(/name="captcha_answer"[^>]+inputmode="numeric"[^>]+autocomplete="off"/)
    expect(html).toContain('What is four plus five?')
    expect(html).not.toContain('aria-invalid')
  })

  it('has a label for each field', () => {
    const html = render()
    const ids = attributeValues(html, 'id')
    const labelled = attributeValues(html, 'for')
    expect(labelled).toHaveLength(4)
    for (const id of labelled) expect(ids).toContain(id)
  })

  it('keeps its trap from people', () => {
    expect(render()).toMatch(
      /<div class="website-field" aria-hidden="true">.*name="website2" type="text" tabindex="-1" autocomplete="off"/,
    )
  })

  it('answers a comment: who, what, and the way back', () => {
    const html = render({ form: { ...emptyForm, replyTo: { id: 'one', author: 'Author of one' } } })
    expect(html).toContain('Reply to <bdi>Author of one</bdi>')
    expect(html).toContain('<input type="hidden" name="parent_id" value="one"/>')
    expect(html).toMatch(/<blockquote[^>]*>Text of one<\/blockquote>/)
    expect(html).toMatch(/href="\/sites\/demo\/articles\/ferry#comments">Cancel reply/)
  })

  const failed = {
    ...emptyForm,
    values: { author: '', body: 'Typed <words>\n"kept"' },
    errors: {
      body: 'Please enter your comment!',
      author: 'Please enter your name here',
      captcha: 'Please solve the sum.',
    },
  }

  it('shows each error beside its field and in a summary that leads there', () => {
    const html = render({ form: failed })
    for (const [id, message] of [
      ['comment-body', 'Please enter your comment!'],
      ['comment-author', 'Please enter your name here'],
      ['captcha-answer', 'Please solve the sum.'],
    ]) {
      expect(html).toContain(`<a href="#${id}">${message}</a>`)
      expect(html).toContain(`<p class="field-error" id="${id}-error" role="alert">${message}</p>`)
      expect(html).toMatch(
        new RegExp(`id="${id}"[^>]+aria-invalid="true"[^>]+aria-describedby="${id}-error`),
      )
    }
    expect(html).toMatch(/<section class="problem-summary" tabindex="-1" autofocus/)
    expect(html).toContain(
      '<title>Please check your comment: Ferry runs all winter – Gazette</title>',
    )
  })

  it('keeps what was typed', () => {
    expect(render({ form: failed })).toContain('Typed &lt;words>\n&quot;kept&quot;</textarea>')
    const named = { ...failed, values: { author: 'Jo "X"', body: '' } }
    expect(render({ form: named })).toContain('value="Jo &quot;X&quot;"')
  })
})
