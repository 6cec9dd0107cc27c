import { type CommentsFeedModel, renderCommentsFeed } from '../../../src/web/comments-feed'

const model: CommentsFeedModel = {
  siteName: 'Gazette',
  language: 'en',
  articleTitle: 'Ferry & harbour',
  articleUrl: 'https://news.example/sites/demo/articles/ferry',
  feedUrl: 'https://news.example/sites/demo/articles/ferry/comments.rss',
  updatedAt: new Date('2026-05-02T12:00:00Z'),
  comments: [
    {
      id: '019a0000-0000-7000-8000-000000000001',
      author: 'Jo',
      body: 'One & two\nthree\n\nSee https://a.example/?b=1&c=2',
      createdAt: new Date('2026-05-02T11:00:00Z'),
    },
  ],
}
const withText = (text: string): string =>
  renderCommentsFeed({
    ...model,
    siteName: text,
    articleTitle: text,
    comments: model.comments.map((comment) => ({ ...comment, author: text, body: text })),
  })

const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g
/** Tags outside of CDATA, in order. */
const tags = (xml: string): string[] =>
  Array.from(xml.replace(cdata, '').matchAll(/<\/?([^\s>/]+)/g), ([, name]) => name ?? '')

describe('The feed of an article’s comments', () => {
  const xml = renderCommentsFeed(model)

  it('is RSS 2.0 with its own address, language and date', () => {
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<rss version="2.0"/)
    expect(xml).toContain('<title>Comments on Ferry &amp; harbour – Gazette</title>')
    expect(xml).toContain('<language>en</language>')
    expect(xml).toContain('<lastBuildDate>Sat, 02 May 2026 12:00:00 GMT</lastBuildDate>')
    expect(xml).toContain(`<atom:link href="${model.feedUrl}" rel="self"`)
    for (const prefix of ['atom', 'dc', 'content']) expect(xml).toContain(`xmlns:${prefix}=`)
  })

  it('has each comment with its author, date, place and text', () => {
    expect(xml).toContain('<dc:creator><![CDATA[Jo]]></dc:creator>')
    expect(xml).toContain('<pubDate>Sat, 02 May 2026 11:00:00 GMT</pubDate>')
    expect(xml).toContain(
      `<link>${model.articleUrl}?comment=${model.comments[0]?.id}#comment-${model.comments[0]?.id}</link>`,
    )
    expect(xml).toContain(
      '<guid isPermaLink="false">urn:uuid:019a0000-0000-7000-8000-000000000001</guid>',
    )
    expect(xml).toContain(
      '<![CDATA[<p>One &amp; two<br>three</p><p>See ' +
        '<a href="https://a.example/?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer">' +
        'https://a.example/?b=1&amp;c=2</a></p>]]>',
    )
  })

  it('names nobody as its maker but this program', () => {
    expect(xml).toContain('<generator>Postbag</generator>')
  })

  it('is valid without comments', () => {
    expect(tags(renderCommentsFeed({ ...model, comments: [] }))).not.toContain('item')
  })

  it.each([
    ']]>]]><evil/>',
    ']]>]]>]]><item><title>x</title></item>',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;evil&gt; &evil; <!ENTITY x "y"> <!--',
    '<![CDATA[<evil>]]>',
  ])('takes no element from a hostile text: %j', (text) => {
    const hostile = withText(text)
    expect(tags(hostile)).toEqual(tags(withText('harmless')))
    const insides = Array.from(hostile.matchAll(cdata), ([, inside]) => inside ?? '')
    expect(insides.length).toBeGreaterThan(2)
    for (const inside of insides) expect(inside.replace(/<\/?p>|<br>/g, '')).not.toContain('<')
  })

  it('leaves out what XML does not allow', () => {
    const dirty = withText('a\u0000b\u0008c\u001bd\ufffee\uffff\ud800f\tg\u{1F600}')
    expect(dirty).toContain('abcdef\tg\u{1F600}')
    expect(dirty.replace(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u)
  })
})
