import type { VNode } from 'preact'
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
      class={card.isUrgent ? 'card is-urgent' : 'card'}
      id={`card-${card.id}`}
      data-id={card.id}
      data-version={card.version}
      data-status={card.status}
      data-lead={card.isForLead}
      data-author={card.author}
      tabindex={-1}
      aria-labelledby={`author-${card.id}`}
    >
      <CardHead card={card} now={now} back={back} showStatus={showStatus} />
      <div class="card-main">
        <Place card={card} showSite={showSite} />
        <FoldedText text={card.text} />
        {card.hiddenCharacters > 0 && <HiddenCharacters count={card.hiddenCharacters} />}
      </div>
      <Why card={card} now={now} />
      <DecisionForm card={card} back={back} />
    </article>
  )
}

type HeadProps = Pick<CardProps, 'card' | 'now' | 'back' | 'showStatus'>

function CardHead({ card, now, back, showStatus }: HeadProps): VNode {
  const words = useWords()
  const { standing, claim } = card
  const isFirst = standing.since === null
  return (
    <header class="card-head">
      <input
        type="checkbox"
        name="selected"
        value={`${card.id}:${card.version}`}
        form="bulk"
        aria-label={words.card.select(card.author)}
      />
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
      {card.isUrgent && <span class="tag is-strong">{words.card.highPriority}</span>}
      {card.queue && (
        <span class="tag">
          <bdi>{card.isForLead ? words.queue.states.lead : card.queue}</bdi>
        </span>
      )}
      <span class="claim" data-claim hidden={claim === null || claim.isMine}>
        {claim && !claim.isMine && words.card.heldBy(claim.name || words.who.unknown)}
      </span>
      <a
        class="story"
        href={commentHref(card.id, back)}
        aria-label={words.card.openLabel(card.author)}
      >
        {words.card.open}
      </a>
    </header>
  )
}

function Place({ card, showSite }: { card: CardModel; showSite: boolean }): VNode {
  const words = useWords()
  const { article, parent } = card
  return (
    <>
      <p class="place">
        {words.card.on}{' '}
        <a href={articlePath(card.site, article.slug)}>
          <bdi>{article.title}</bdi>
        </a>
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

const HiddenCharacters = ({ count }: { count: number }): VNode => (
  <p class="hidden-characters">{useWords().card.hidden(count)}</p>
)
