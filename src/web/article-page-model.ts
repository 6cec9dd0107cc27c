import type { ArticleOnSite } from '../articles/article'
import type { CommentForm, FieldError } from '../comments/comment-form'
import type { ConversationRow } from '../comments/conversations.store'
import type { OwnComment } from '../comments/own-comment.store'
import type { Conversations, ThreadPlace } from '../comments/read-conversations.flow'
import type { ThreadSort } from '../comments/thread-order'
import type { Site } from '../sites/site'
import type {
  ArticlePageModel,
  CommentView,
  FormErrors,
  FormModel,
  OwnCommentView,
  PageAssets,
} from './page-models'
import {
  articlePath,
  commentHref,
  houseRulesPath,
  pageHref,
  receiptPath,
  reportPath,
  sortHref,
} from './paths'
import { honeypotField } from './request-fields'

/** What a reader asked of an article page, or got wrong on it. */
export type ArticlePageState = {
  sort: ThreadSort
  place: ThreadPlace
  replyTo?: string | undefined
  own?: { comment: OwnComment; receipt: string } | undefined
  typed?: CommentForm | undefined
  errors?: readonly FieldError[]
}

export function articlePageModel(
  { site, article }: ArticleOnSite,
  conversations: Conversations,
  state: ArticlePageState,
  given: {
    challenge: FormModel['challenge']
    /** The comment that is replied to; it need not be on this page. */
    replyTo: FormModel['replyTo'] | undefined
    assets: PageAssets
    publicUrl: string | undefined
    now: Date
  },
): ArticlePageModel {
  const path = articlePath(site.slug, article.slug)
  const { own } = state
  const base = { ...given.assets, now: given.now }
  return {
    ...base,
    site: { slug: site.slug, name: site.name, language: site.settings.language },
    article,
    ...threadViews(conversations, path, state.sort),
    total: conversations.total,
    sort: state.sort,
    ...(conversations.isUnknownComment && { notice: 'unknown-comment' as const }),
    form: site.settings.comments_open ? formModel(site, path, { state, given }) : null,
    own: own ? ownView(own.comment, own.receipt) : null,
    ...(given.publicUrl ? { canonicalUrl: `${given.publicUrl}${path}` } : {}),
  }
}

function threadViews({ page }: Conversations, path: string, sort: ThreadSort) {
  const firstHref = sortHref(path, sort)
  if (!page) return { comments: [], firstHref, notice: 'no-such-page' as const }
  const view = (comment: ConversationRow) => commentView(comment, path)
  const { next, previous, continues, isStart } = page
  return {
    comments: page.comments.map(view),
    elsewhere: page.elsewhere.map(view),
    ...(continues && { continues: view(continues) }),
    ...(next !== null && { nextHref: pageHref(path, sort, { beside: 'after', cursor: next }) }),
    ...(previous !== null && {
      previousHref: pageHref(path, sort, { beside: 'before', cursor: previous }),
    }),
    ...(!isStart && { firstHref }),
  }
}

/** A single object literal: building two hundred of these with spreads would take half the time of the page. */
const commentView = (comment: ConversationRow, path: string): CommentView => ({
  id: comment.id,
  parentId: comment.parent_id,
  author: comment.author ?? '',
  body: comment.body ?? '',
  createdAt: comment.created_at,
  editedAt: comment.edited_at,
  gap: comment.author === null ? gapOf(comment) : undefined,
  href: commentHref(path, comment.id),
  mayReply: comment.author !== null,
  reportHref: comment.author === null ? undefined : reportPath(path, comment.id),
})

const gapOf = ({ status }: ConversationRow) => (status === 'deleted' ? 'deleted' : 'not-public')

const ownView = (comment: OwnComment, receipt: string): OwnCommentView => ({
  id: comment.id,
  parentId: comment.parentId,
  author: comment.author,
  body: comment.body,
  createdAt: comment.createdAt,
  status: comment.status,
  receiptHref: receiptPath(receipt),
})

type FormInput = {
  state: ArticlePageState
  given: Pick<FormModel, 'challenge'> & { replyTo: FormModel['replyTo'] | undefined }
}

function formModel(site: Site, path: string, { state, given }: FormInput): FormModel {
  const { challenge, replyTo } = given
  return {
    action: `${path}/comments`,
    ...(replyTo ? { replyTo } : {}),
    cancelHref: replyTo ? commentHref(path, replyTo.id) : `${path}#comment-form`,
    values: { author: state.typed?.author ?? '', body: state.typed?.body ?? '' },
    errors: formErrors(state.errors ?? []),
    challenge,
    ...(site.houseRulesVersion !== null && { houseRulesHref: houseRulesPath(site.slug) }),
    websiteFieldName: honeypotField,
  }
}

const formFields: Record<FieldError['field'], keyof FormErrors> = {
  author: 'author',
  body: 'body',
  captcha: 'captcha',
  parent_id: 'form',
  text: 'form',
}

function formErrors(errors: readonly FieldError[]): FormErrors {
  const shown: FormErrors = {}
  for (const { field, message } of errors) shown[formFields[field]] ??= message
  return shown
}
