import type { ComponentChildren, VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import { articlePath, commentAnchor } from '../web/paths'
import { auditHref } from './audit-filter'
import { AuditTable } from './audit-table.view'
import { ClaimTag } from './card.view'
import { type CardModel, type Names, nameOf } from './card-model'
import { bodyThen, type CommentStory } from './comment-model'
import { Decisions, FeatureTable, Findings, ScoreTable } from './comment-tables.view'
import { type Frame, renderConsolePage } from './console-frame.view'
import { OtherComments, Thread } from './conversation.view'
import { DecisionForm } from './decision-form.view'
import { MarkedText, Moment } from './marked-text.view'
import { reasonLabel } from './moderator-reasons'
import { Notice, type NoticeModel } from './notice.view'
import { scoreViews } from './score-words'
import { nameInWords, Why } from './why.view'
import { useWords } from './words.view'

export type CommentPageModel = {
  frame: Omit<Frame, 'title' | 'cards'>
  /** Where the news go on from what the page shows. */
  since: string
  card: CardModel
  story: CommentStory
  /** Newest first. */
  events: readonly AuditEvent[]
  hasMoreEvents: boolean
  names: Names
  /** This page, for what is done on it. */
  back: string
  /** The page before. */
  cameFrom: string
  notice?: NoticeModel | undefined
  now: Date
}

export function renderCommentPage(model: CommentPageModel): string {
  const { frame, card, back, notice } = model
  const { words } = frame
  const author = card.author || words.card.erased
  return renderConsolePage(
    {
      ...frame,
      title: words.comment.title(author),
      cards: { state: 'comment', site: card.site, since: model.since },
    },
    <div class="story-page">
      <p>
        <a href={model.cameFrom}>{words.comment.back}</a>
      </p>
      {notice && <Notice notice={notice} />}
      <Head {...model} />
      <section
        class="panel"
        aria-label={words.comment.text}
        data-id={card.id}
        data-version={card.version}
        data-author={card.author}
      >
        <ClaimTag card={card} />
        <div class="text is-whole" dir="auto">
          <MarkedText pieces={[...card.text.shown, ...card.text.rest]} />
        </div>
        {card.hiddenCharacters > 0 && (
          <p class="hidden-characters">{words.card.hidden(card.hiddenCharacters)}</p>
        )}
        <Why card={card} now={model.now} isOnOwnPage />
        <DecisionForm card={card} back={back} isOnOwnPage />
      </section>
      <Story {...model} />
    </div>,
  )
}

function Head({ card, story, now }: CommentPageModel): VNode {
  const words = useWords()
  const href = articlePath(card.site, card.article.slug)
  return (
    <header class="story-head">
      <h1>
        <bdi>{card.author || words.card.erased}</bdi>
      </h1>
      <p>
        <span class={`tag status-${card.status}`}>{words.status[card.status]}</span>{' '}
        <Moment at={story.created_at} now={now} /> {words.card.on}{' '}
        <a href={href}>
          <bdi>{card.article.title}</bdi>
        </a>
        {card.status === 'approved' && (
          <>
            {' '}
            · <a href={`${href}#${commentAnchor(card.id)}`}>{words.comment.onPage}</a>
          </>
        )}
      </p>
    </header>
  )
}

function Story(model: CommentPageModel): VNode {
  const { card, story, events, names, now } = model
  const words = useWords()
  const who = (actor: string) => nameInWords(nameOf(actor, names), words.who)
  return (
    <div class="story-grid">
      <Part title={words.comment.decisions}>
        <Decisions decisions={story.decisions} who={who} now={now} />
      </Part>
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
function EarlierEvaluations({ card, story, names, now }: CommentPageModel): VNode | null {
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
function MoreEvents({ frame, card, events }: CommentPageModel): VNode {
  const { story } = useWords()
  const text = story.moreEvents(events.length)
  const href = auditHref({ site: card.site, comment: card.id })
  return (
    <p>
      {text} {frame.visitor?.role === 'owner' && <a href={href}>{story.allEvents}</a>}
    </p>
  )
}

const Part = ({
  title,
  isWide,
  children,
}: {
  title: string
  isWide?: boolean
  children: ComponentChildren
}): VNode => (
  <section class={isWide ? 'panel is-wide' : 'panel'}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** What readers and the author said, and the texts before an edit; only where there are any. */
function Objections({ story, now }: { story: CommentStory; now: Date }): VNode {
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
