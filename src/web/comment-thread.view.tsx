import type { VNode } from 'preact'
import { commentText } from './comment-text.view'
import type { CommentView, OwnCommentView } from './page-models'
import { commentAnchor } from './paths'
import { statusWords } from './status-words'
import { type ThreadNode, threadOf } from './thread'
import { timeStamp } from './time-stamp.view'

export type ThreadView = {
  /** See `ArticlePageModel`. */
  elsewhere?: CommentView[] | undefined
  continues?: CommentView | undefined
  own: OwnCommentView | null
  /** null: comments are closed, nobody can reply. */
  replyHrefOf: ((commentId: string) => string) | null
  now: Date
}

/**
 * The comments, with the reader's own one in its place even while nobody else can see it. What is
 * repeated for each comment is a function rather than a component: that halves the time.
 */
export function CommentThread(props: ThreadView & { comments: CommentView[] }): VNode {
  const { comments, own } = props
  const isPublic = own === null || comments.some(({ id }) => id === own.id)
  const shown = isPublic ? comments : [{ ...own, mayReply: false }, ...comments]
  return (
    <>
      {props.continues && continued(props.continues)}
      {commentList(threadOf(shown, props.elsewhere), props)}
    </>
  )
}

const commentList = (nodes: ThreadNode[], view: ThreadView): VNode => (
  <ol class="thread">
    {nodes.map((node) => (
      <li>
        {node.comment.gap ? tombstone(node) : commentOf(node, view)}
        {node.replies.length > 0 && commentList(node.replies, view)}
      </li>
    ))}
  </ol>
)

const gapWords = {
  deleted: { sentence: 'This comment was deleted by its author.', name: 'a deleted comment' },
  'not-public': { sentence: 'This comment is not public.', name: 'a comment that is not public' },
}

const tombstone = ({ comment }: ThreadNode): VNode => (
  <article class="comment tombstone" id={commentAnchor(comment.id)}>
    <p>{gapWords[comment.gap ?? 'not-public'].sentence}</p>
  </article>
)

/** Heading of a page that continues a conversation. */
const continued = (first: CommentView): VNode => (
  <p class="answered continued">Replies to {linkTo(first, first.href)}, continued.</p>
)

const linkTo = (comment: CommentView, href: string | undefined): VNode => (
  <a href={href}>{comment.gap ? gapWords[comment.gap].name : <bdi>{comment.author}</bdi>}</a>
)

function commentOf({ comment, answers }: ThreadNode, view: ThreadView): VNode {
  const anchor = commentAnchor(comment.id)
  const own = comment.id === view.own?.id ? view.own : null
  return (
    <article class={own ? 'comment own-comment' : 'comment'} id={anchor}>
      {own && ownStatus(own)}
      <header>
        <bdi class="author">{comment.author}</bdi>{' '}
        <a class="comment-time" href={comment.href ?? `#${anchor}`}>
          {timeStamp(comment.createdAt, view.now)}
        </a>
        {comment.editedAt && <span class="edited">edited</span>}
      </header>
      {answers && answers.id !== view.continues?.id && answered(answers, view)}
      {commentText(comment.body)}
      {commentActions(comment, view.replyHrefOf)}
    </article>
  )
}

const ownStatus = (own: OwnCommentView): VNode => (
  <p class="own-status">
    <strong>{statusWords[own.status].headline}.</strong>{' '}
    <a href={own.receiptHref}>See, edit or delete it</a>
  </p>
)

const answered = (answers: CommentView, { elsewhere }: ThreadView): VNode => (
  <p class="answered">
    In reply to{' '}
    {linkTo(answers, elsewhere?.includes(answers) ? answers.href : `#${commentAnchor(answers.id)}`)}
  </p>
)

function commentActions(
  { id, author, mayReply, reportHref }: CommentView,
  replyHrefOf: ThreadView['replyHrefOf'],
): VNode | null {
  const replyHref = mayReply && replyHrefOf ? replyHrefOf(id) : undefined
  if (replyHref === undefined && reportHref === undefined) return null
  return (
    <p class="comment-actions">
      {replyHref && (
        <a href={replyHref} rel="nofollow" aria-label={`Reply to ${author}`}>
          Reply
        </a>
      )}
      {reportHref && (
        <a href={reportHref} rel="nofollow" aria-label={`Report the comment of ${author}`}>
          Report
        </a>
      )}
    </p>
  )
}
