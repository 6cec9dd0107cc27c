import type { VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import { auditHref } from './audit-filter'
import { AuditTable } from './audit-table.view'
import { type CardModel, type Names, nameOf } from './card-model'
import { bodyThen, type CommentStory } from './comment-model'
import { Decisions, FeatureTable, Findings, ScoreTable } from './comment-tables.view'
import { OtherComments, Thread } from './conversation.view'
import { Moment } from './marked-text.view'
import { Objections } from './objections.view'
import { Part } from './part.view'
import { scoreViews } from './score-words'
import { nameInWords } from './why.view'
import { useWords } from './words.view'

export type StoryModel = {
  card: CardModel
  story: CommentStory
  /** Newest first. */
  events: readonly AuditEvent[]
  hasMoreEvents: boolean
  names: Names
  /** Owners may see all of the audit. */
  isOwner: boolean
  now: Date
}

/** All that is known of a comment beside the card. */
export function Story(model: StoryModel): VNode {
  const { card, story, events, names, now } = model
  const words = useWords()
  const who = (actor: string) => nameInWords(nameOf(actor, names), words.who)
  return (
    <div class="story-grid">
      <Part title={words.comment.decisions}>
        <Decisions decisions={story.decisions} who={who} now={now} />
      </Part>
      <Part title={words.comment.scores}>
        <ScoreTable scores={card.scores} evaluation={story.evaluation} />
      </Part>
      <Part title={words.comment.findings} isWide>
        <Findings
          findings={story.findings}
          body={story.body}
          site={card.site}
          names={names}
          label={words.comment.findings}
        />
      </Part>
      <EarlierEvaluations {...model} />
      {story.notes.length > 0 && (
        <Part title={words.card.notes}>
          <ul class="lines">
            {story.notes.map(({ text, by, created_at }) => (
              <li>
                <p dir="auto">{text}</p>
                <bdi>{who(by)}</bdi>, <Moment at={new Date(created_at)} now={now} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.comment.thread}>
        <Thread story={story} now={now} />
      </Part>
      <Part title={words.comment.others}>
        <OtherComments history={story.author_history} now={now} />
      </Part>
      <Objections story={story} now={now} />
      {story.evaluation && (
        <Part title={words.comment.features} isWide>
          <FeatureTable features={story.evaluation.features} />
        </Part>
      )}
      <Part title={words.comment.audit} isWide>
        <AuditTable events={events} names={names} />
        {model.hasMoreEvents && <MoreEvents {...model} />}
      </Part>
    </div>
  )
}

/** What scores and rules said of earlier texts, or before the rules changed. */
function EarlierEvaluations({ card, story, names, now }: StoryModel): VNode | null {
  const words = useWords()
  if (story.earlier_evaluations.length === 0) return null
  return (
    <Part title={words.story.earlier} isWide>
      {story.earlier_evaluations.map((evaluation) => {
        const at = new Date(evaluation.created_at)
        return (
          <details>
            <summary>
              <Moment at={at} now={now} />
            </summary>
            <ScoreTable scores={scoreViews(evaluation.scores)} evaluation={evaluation} />
            <Findings
              findings={evaluation.findings}
              body={bodyThen(story, evaluation.comment_version)}
              site={card.site}
              names={names}
              label={words.story.findingsOf(words.dateTime(at))}
            />
          </details>
        )
      })}
    </Part>
  )
}

/** The audit is for owners; others learn that it goes on. */
function MoreEvents({ isOwner, card, events }: StoryModel): VNode {
  const { story } = useWords()
  const text = story.moreEvents(events.length)
  const href = auditHref({ site: card.site, comment: card.id })
  return (
    <p>
      {text} {isOwner && <a href={href}>{story.allEvents}</a>}
    </p>
  )
}
