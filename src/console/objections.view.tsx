import type { VNode } from 'preact'
import type { CommentStory } from './comment-model'
import { Moment } from './marked-text.view'
import { reasonLabel } from './moderator-reasons'
import { Part } from './part.view'
import { useWords } from './words.view'

/** What readers and the author said, and the texts before an edit; only where there are any. */
export function Objections({ story, now }: { story: CommentStory; now: Date }): VNode {
  const words = useWords()
  const { comment } = words
  const state = (resolvedAt: string | null) => (resolvedAt ? comment.answered : comment.open)
  return (
    <>
      {story.report_list.length > 0 && (
        <Part title={comment.reports}>
          <ul class="lines">
            {story.report_list.map((report) => (
              <li>
                <b>{reasonLabel(words, report.reason)}</b> <span dir="auto">{report.detail}</span>{' '}
                <Moment at={new Date(report.created_at)} now={now} />, {state(report.resolved_at)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {story.appeals.length > 0 && (
        <Part title={comment.appeals}>
          <ul class="lines">
            {story.appeals.map((appeal) => (
              <li>
                <p dir="auto">{appeal.text}</p>
                <Moment at={new Date(appeal.created_at)} now={now} />, {state(appeal.resolved_at)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {story.revisions.length > 0 && (
        <Part title={comment.edits}>
          <ul class="lines">
            {story.revisions.map((revision) => (
              <li>
                <div class="text" dir="auto">
                  {revision.body}
                </div>
                <Moment at={new Date(revision.created_at)} now={now} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}
