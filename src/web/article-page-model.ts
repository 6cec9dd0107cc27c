import type { ArticleOnSite } from '../articles/article'
import type { CommentForm, FieldError } from '../comments/comment-form'
import type { OwnComment } from '../comments/own-comment.store'
import type { Conversations, ThreadedComment, ThreadSort } from '../comments/thread.store'
import type { Site } from '../sites/site'
import type {
  ArticlePageModel,
  CommentView,
  FormErrors,
  FormModel,
  OwnCommentView,
  PageAssets,
} from './page-models'
import { articlePath, houseRulesPath, receiptPath, reportPath } from './paths'
import { honeypotField } from './request-fields'

/** What a reader asked of an article page, or got wrong on it. */
export type ArticlePageState = {
  sort: ThreadSort
  /** From 0. */
  page: number
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
  const comments = conversations.comments.map((comment) => commentView(comment, path))
  const { own } = state
  const base = { ...given.assets, now: given.now }
  return {
    ...base,
    site: { slug: site.slug, name: site.name, language: site.settings.language },
    article,
    comments,
    total: conversations.total,
    sort: state.sort,
    ...(conversations.hasMore
      ? { nextHref: `${path}?sort=${state.sort}&page=${state.page + 1}#comments` }
      : {}),
    form: site.settings.comments_open ? formModel(site, path, { state, given }) : null,
    own: own ? ownView(own.comment, own.receipt) : null,
    ...(given.publicUrl ? { canonicalUrl: `${given.publicUrl}${path}` } : {}),
  }
}

const commentView = (comment: ThreadedComment, path: string): CommentView => ({
  id: comment.id,
  parentId: comment.parent_id,
  author: comment.author,
  body: comment.body,
  createdAt: comment.created_at,
  editedAt: comment.edited_at,
  deleted: comment.deleted,
  mayReply: !comment.deleted,
  ...(!comment.deleted && { reportHref: reportPath(path, comment.id) }),
})

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
    cancelHref: `${path}#comment-form`,
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
