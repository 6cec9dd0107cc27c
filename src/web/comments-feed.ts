import { Feed } from 'feed'
import { autoLink } from './auto-link'
import { commentHref } from './paths'

export type CommentsFeedModel = {
  siteName: string
  language: string
  articleTitle: string
  /** Absolute addresses of the article's page and of this feed. */
  articleUrl: string
  feedUrl: string
  /** When the newest comment was published or edited; without comments, when the article was. */
  updatedAt: Date
  /** Approved ones only, newest first. */
  comments: { id: string; author: string; body: string; createdAt: Date }[]
}

/** What XML 1.0 (section 2.2) does not allow, not even as a character reference. */
const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** RSS 2.0 of an article's comments; names are in dc:creator, since RSS authors are addresses. */
export function renderCommentsFeed(model: CommentsFeedModel): string {
  const title = legal(`Comments on ${model.articleTitle} – ${model.siteName}`)
  const feed = new Feed({
    id: model.articleUrl,
    title,
    description: title,
    link: model.articleUrl,
    feed: model.feedUrl,
    language: model.language,
    updated: model.updatedAt,
    copyright: '',
    generator: 'Postbag',
  })
  for (const comment of model.comments) {
    feed.addItem({
      title: inTitle(`${comment.author} on ${model.articleTitle}`),
      link: commentHref(model.articleUrl, comment.id),
      guid: `urn:uuid:${comment.id}`,
      date: comment.createdAt,
      content: paragraphsOf(legal(comment.body)),
      extensions: [{ name: 'dc:creator', objects: { _cdata: inTitle(comment.author) } }],
    })
  }
  return feed.rss2()
}

const legal = (text: string): string => text.replace(illegalInXml, '')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/**
 * Some readers take a title for HTML, others for text: `&` is left alone, tags are not. It also
 * keeps `]]>` out, of which the feed package would only take apart the first.
 */
const inTitle = (text: string): string =>
  legal(text).replace(/[<>]/g, (mark) => entities[mark] ?? '')
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? '')

/** The HTML that feed readers show. */
const paragraphsOf = (body: string): string =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${autoLink(paragraph).map(pieceOf).join('')}</p>`)
    .join('')

const pieceOf = ({ text, href }: { text: string; href?: string }): string => {
  const words = escaped(text).replaceAll('\n', '<br>')
  return href === undefined
    ? words
    : `<a href="${escaped(href)}" rel="nofollow ugc noopener noreferrer">${words}</a>`
}
