import type { VNode } from 'preact'
import { commentHref } from './addresses'
import type { BriefComment, CommentStory } from './comment-model'
import { Moment } from './marked-text.view'
import { useWords } from './words.view'

export function Thread({ story: { thread }, now }: { story: CommentStory; now: Date }): VNode {
  const words = useWords()
  if (!thread.parent && thread.replies.length === 0)
    return <p class="muted">{words.comment.noThread}</p>
  return (
    <>
      {thread.parent && (
        <>
          <h3>{words.comment.parent}</h3>
          <BriefList comments={[thread.parent]} now={now} />
        </>
      )}
      {thread.replies.length > 0 && (
        <>
          <h3>{words.comment.replies}</h3>
          <BriefList comments={thread.replies} now={now} />
        </>
      )}
    </>
  )
}

export function OtherComments({
  history,
  now,
}: {
  history: CommentStory['author_history']
  now: Date
}): VNode {
  const words = useWords()
  if (history.recent.length === 0) return <p class="muted">{words.comment.noOthers}</p>
  const { approved, held, rejected, spam } = history
  return (
    <>
      <p>{words.comment.totals(approved, held, rejected, spam)}</p>
      <BriefList comments={history.recent} now={now} />
    </>
  )
}

function BriefList({ comments, now }: { comments: readonly BriefComment[]; now: Date }): VNode {
  const words = useWords()
  return (
    <ul class="lines">
      {comments.map(({ id, author, body, status, created_at }) => (
        <li>
          <p>
            <a href={commentHref(id)}>
              <bdi>{author || words.card.erased}</bdi>
            </a>{' '}
            <span class={`tag status-${status}`}>{words.status[status]}</span>{' '}
            <Moment at={new Date(created_at)} now={now} />
          </p>
          <div class="text is-brief" dir="auto">
            {body}
          </div>
        </li>
      ))}
    </ul>
  )
}
