import type { Status } from '../comments/comment'
import type { ThreadSort } from '../comments/thread-order'

/** What the pages show. Texts and names are as their authors typed them; the views escape. */

/** Addresses of the files that every page needs. */
export type PageAssets = { stylesheetHref: string; iconHref: string }

/** `language`: ISO 639-1, of the articles and the comments; the interface itself is English. */
export type SiteView = { slug: string; name: string; language: string }

export type ArticleView = {
  slug: string
  title: string
  section: string
  paragraphs: string[]
  publishedAt: Date
}

export type CommentView = {
  id: string
  parentId: string | null
  author: string
  body: string
  createdAt: Date
  editedAt?: Date | null
  /** Set for a tombstone: name, text and time are not shown, but its replies are. */
  gap?: 'deleted' | 'not-public' | undefined
  /** Link to the page that contains it; absent: no page contains it. */
  href?: string
  /** Whether the form takes replies to it. */
  mayReply: boolean
  /** Absent: it is not public. */
  reportHref?: string | undefined
}

/** The reader's own comment, whatever its status: shown to the bearer of its receipt only. */
export type OwnCommentView = {
  id: string
  parentId: string | null
  author: string
  body: string
  createdAt: Date
  status: Status
  receiptHref: string
}

export type FormErrors = { author?: string; body?: string; captcha?: string; form?: string }

export type FormModel = {
  /** Where it is posted to. */
  action: string
  replyTo?: { id: string; author: string }
  /** The page without the reply. */
  cancelHref: string
  /** Shown as typed, after an error. */
  values: { author: string; body: string }
  errors: FormErrors
  challenge: { token: string; question: string; words: string }
  /** Absent: the site has none. */
  houseRulesHref?: string
  /** Name of the field that people do not see. */
  websiteFieldName: string
}

export type ArticlePageModel = PageAssets & {
  site: SiteView
  article: ArticleView
  /** In the order in which siblings are shown; the view puts replies below what they answer. */
  comments: CommentView[]
  /** Comments of other pages that have replies on this one. */
  elsewhere?: CommentView[]
  /** Root of the conversation that this page continues. */
  continues?: CommentView
  /** Approved comments of the article, on all pages together. */
  total: number
  sort: ThreadSort
  nextHref?: string
  previousHref?: string
  /** Absent: this is the first page. */
  firstHref?: string
  /** The reason why this is not the requested page. */
  notice?: 'unknown-comment' | 'no-such-page'
  /** null: comments are closed. */
  form: FormModel | null
  own: OwnCommentView | null
  /** Absolute address without query, for search engines and feed readers. */
  canonicalUrl?: string
  now: Date
}

export type IndexArticleView = {
  slug: string
  title: string
  section: string
  publishedAt: Date
  /** Approved comments. */
  commentCount: number
  /** First paragraph; the view shortens it. */
  summary?: string
}

export type IndexPageModel = PageAssets & {
  sites: (SiteView & { articles: IndexArticleView[] })[]
  now: Date
}

/** The statement of reasons that the author of a comment is owed. */
export type StatementView = {
  /** `reasons[…].statement` */
  text: string
  decidedBy: 'rules' | 'moderator' | 'system'
  decidedAt: Date
  /** What it was decided under; absent where the site had none. */
  houseRules?: { version: number; href: string }
}

export type ReceiptPageModel = PageAssets & {
  site: SiteView
  article: { slug: string; title: string }
  receipt: string
  comment: {
    id: string
    author: string
    body: string
    createdAt: Date
    editedAt?: Date | null
    status: Status
  }
  statement: StatementView | null
  /** null: the text can no longer be edited. */
  editableUntil: Date | null
  /** `open`: one may be sent; null: there is nothing to appeal against. */
  appeal: 'open' | { sentAt: Date; answeredAt: Date | null } | null
  /** Typed text, after an error. */
  values?: { body?: string; appeal?: string }
  errors?: { body?: string; appeal?: string; form?: string }
  notice?: string
  now: Date
}

export type ReportPageModel = PageAssets & {
  site: SiteView
  article: { slug: string; title: string }
  comment: { id: string; author: string; body: string; createdAt: Date }
  /** Shown as typed, after an error. */
  values: { reason: string; detail: string }
  errors: { reason?: string; detail?: string }
  /** Absent: the site has none. */
  houseRulesHref?: string
  /** The report has been received. */
  isSent: boolean
  now: Date
}

export type HouseRulesPageModel = PageAssets & {
  site: SiteView
  version: number
  text: string
  since: Date
  /** The version in force, when this is an earlier one. */
  currentHref?: string
  previousHref?: string
}

export type ErrorPageModel = PageAssets & {
  /** HTTP status, 400..599. */
  status: number
  /** Replaces the page's own explanation. */
  detail?: string
  /** What the reader had typed, to be copied. */
  kept?: { author?: string; body?: string }
  backHref?: string
}
