import type { ThreadSort } from '../comments/thread-order'

/** Whatever it holds: a lone surrogate has no encoding. */
const encoded = (part: string): string => encodeURIComponent(part.toWellFormed())

export const articlePath = (siteSlug: string, articleSlug: string): string =>
  `/sites/${encoded(siteSlug)}/articles/${encoded(articleSlug)}`

export const commentsFeedPath = (siteSlug: string, articleSlug: string): string =>
  `${articlePath(siteSlug, articleSlug)}/comments.rss`

export const sortHref = (path: string, sort: ThreadSort): string => `${path}?sort=${sort}#comments`

export const replyHref = (path: string, sort: ThreadSort, commentId: string): string =>
  `${path}?sort=${sort}&reply_to=${encoded(commentId)}#comment-form`

export const commentAnchor = (commentId: string): string => `comment-${commentId}`

/**
 * Permanent link to a comment; finds its page when it is opened.
 * @param articleHref path or absolute URL of its article
 */
export const commentHref = (articleHref: string, commentId: string): string =>
  `${articleHref}?comment=${encoded(commentId)}#${commentAnchor(commentId)}`

/** Link to the page of comments after or before a cursor. */
export const pageHref = (
  path: string,
  sort: ThreadSort,
  { beside, cursor }: { beside: 'after' | 'before'; cursor: string },
): string => `${path}?sort=${sort}&${beside}=${encoded(cursor)}#comments`

/** Where readers tell the moderators of a public comment. */
export const reportPath = (articleHref: string, commentId: string): string =>
  `${articleHref}/comments/${encoded(commentId)}/report`

export const receiptPath = (receipt: string): string => `/receipts/${encoded(receipt)}`

/** @param version absent: the one in force */
export const houseRulesPath = (siteSlug: string, version?: number): string =>
  `/sites/${encoded(siteSlug)}/house-rules${version === undefined ? '' : `?version=${version}`}`

/** Where browsers report what the policy of a page made them refuse. */
export const reportsPath = '/csp-reports'

/** Without the query and without a receipt, which is a secret in a path. */
export const pathOf = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/(\/receipts\/)[^/]+/, '$1…')
