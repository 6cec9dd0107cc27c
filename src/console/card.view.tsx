import type { ComponentChildren, VNode } from 'preact'
import { articlePath } from '../web/paths'
import { shortened } from '../web/summary'
import { commentHref } from './addresses'
import type { CardModel } from './card-model'
import { DecisionForm } from './decision-form.view'
import { FoldedText, Moment } from './marked-text.view'
import { Why } from './why.view'
import { useWords } from './words.view'

export type CardProps = {
  card: CardModel
  now: Date
  /** Where a decision without a script leads back to. */
  back: string
  /** Slugs say something only where there is more than one site. */
  showSite: boolean
  /** Not where the whole list has the same. */
  showStatus: boolean
}

/** One comment with all that is needed to decide on it. */
export function Card({ card, now, back, showSite, showStatus }: CardProps): VNode {
  return (
    <article
      class={classOf(card)}
      id={`card-${card.id}`}
      data-id={card.id}
      data-version={card.version}
      data-status={card.status}
      data-lead={card.isForLead}
      data-author={card.author}
      tabindex={-1}
      aria-labelledby={`author-${card.id}`}
    >
      <header class="card-head">
        <Tick card={card} />
        <CardHead card={card} now={now} showStatus={showStatus} />
        <HeadEnd card={card} back={back} />
      </header>
      <CardBody card={card} showSite={showSite} around={<Around card={card} now={now} />} />
      <Why card={card} now={now} />
      <DecisionForm card={card} back={back} />
    </article>
  )
}

const classOf = ({ isUrgent, claim }: CardModel): string =>
  ['card', isUrgent && 'is-urgent', claim && !claim.isMine && 'is-taken'].filter(Boolean).join(' ')

const Tick = ({ card }: { card: CardModel }): VNode => (
  <input
    type="checkbox"
    name="selected"
    value={`${card.id}:${card.version}`}
    form="bulk"
    aria-label={useWords().card.select(card.author)}
  />
)

type HeadProps = { card: CardModel; now: Date; showStatus?: boolean }

/** Who wrote it, when, and how they are known here. */
export function CardHead({ card, now, showStatus = false }: HeadProps): VNode {
  const words = useWords()
  const { standing } = card
  const isFirst = standing.since === null
  return (
    <>
      <h2 id={`author-${card.id}`}>
        <bdi>{card.author || words.card.erased}</bdi>
      </h2>
      {showStatus && <span class={`tag status-${card.status}`}>{words.status[card.status]}</span>}
      {isFirst ? (
        <span class="tag">{words.card.newcomer}</span>
      ) : (
        <span class="muted" title={words.card.standingHint}>
          {words.card.standing(standing.approved, standing.rejected + standing.spam)}
        </span>
      )}
      <span class="muted">
        <Moment at={card.createdAt} now={now} />
        {card.editedAt && `, ${words.card.edited(words.ago(card.editedAt, now))}`}
      </span>
    </>
  )
}

/** Who else is on it; a script also says there what was decided elsewhere. */
export function ClaimTag({ card: { claim } }: { card: CardModel }): VNode {
  const words = useWords()
  const holder = claim && !claim.isMine ? claim.name || words.who.unknown : null
  return (
    <span class="claim" data-claim hidden={holder === null}>
      {holder !== null && words.card.heldBy(holder)}
    </span>
  )
}

function HeadEnd({ card, back }: { card: CardModel; back: string }): VNode {
  const words = useWords()
  return (
    <>
      {card.isUrgent && <span class="tag is-strong">{words.card.highPriority}</span>}
      {card.queue && (
        <span class="tag">
          <bdi>{card.queue}</bdi>
        </span>
      )}
      <ClaimTag card={card} />
      <a
        class="story"
        href={commentHref(card.id, `${back}#card-${card.id}`)}
        aria-label={words.card.openLabel(card.author)}
      >
        {words.card.open}
      </a>
    </>
  )
}

type BodyProps = {
  card: CardModel
  showSite: boolean
  isLinked?: boolean
  /** What came after it and beside it. */
  around?: ComponentChildren
}

/** What was written, where, and in answer to what. */
export const CardBody = (props: BodyProps): VNode => (
  <div class="card-main">
    <Place {...props} />
    <FoldedText text={props.card.text} />
    {props.card.hiddenCharacters > 0 && <HiddenCharacters count={props.card.hiddenCharacters} />}
    {props.around}
  </div>
)

function Place({ card, showSite, isLinked = true }: BodyProps): VNode {
  const words = useWords()
  const { article, parent } = card
  const title = <bdi>{article.title}</bdi>
  return (
    <>
      <p class="place">
        {words.card.on}{' '}
        {isLinked ? <a href={articlePath(card.site, article.slug)}>{title}</a> : title}
        {showSite && (
          <>
            {' '}
            · <bdi>{card.site}</bdi>
          </>
        )}
        {card.replies > 0 && ` · ${words.card.replies(card.replies)}`}
      </p>
      {parent && (
        <blockquote class="parent">
          <p>
            {words.card.replyTo} <bdi>{parent.author || words.card.erased}</bdi>
            {parent.status !== 'approved' && ` (${words.status[parent.status]})`}
          </p>
          <p dir="auto">{shortened(parent.body, 240)}</p>
        </blockquote>
      )}
    </>
  )
}

function Around({ card, now }: { card: CardModel; now: Date }): VNode {
  const words = useWords()
  return (
    <>
      {card.firstReplies.map(({ id, author, body, status }) => (
        <blockquote class="parent" key={id}>
          <p>
            {words.story.replyBy} <bdi>{author}</bdi>{' '}
            <span class={`tag status-${status}`}>{words.status[status]}</span>
          </p>
          <p dir="auto">{shortened(body, 160)}</p>
        </blockquote>
      ))}
      {card.outcomes.length > 0 && (
        <details class="outcomes">
          <summary>{words.story.outcomes(card.outcomes.length)}</summary>
          <ul>
            {card.outcomes.map(({ id, status, createdAt }) => (
              <li key={id}>
                <a class={`tag status-${status}`} href={commentHref(id)}>
                  {words.status[status]}
                </a>{' '}
                <Moment at={createdAt} now={now} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const HiddenCharacters = ({ count }: { count: number }): VNode => (
  <p class="hidden-characters">{useWords().card.hidden(count)}</p>
)
