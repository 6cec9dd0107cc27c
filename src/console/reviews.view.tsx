import type { VNode } from 'preact'
import { CardBody, CardHead } from './card.view'
import type { CardModel } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { ActionButton, ReasonSelect } from './decision-form.view'
import { Said } from './said.view'
import { Why } from './why.view'
import { useWords } from './words.view'

export type ReviewsPageModel = {
  frame: Omit<Frame, 'title' | 'section' | 'cards' | 'reviews'>
  cards: readonly CardModel[]
  /** Those of the cards included. */
  waiting: number
  showSite: boolean
  notice?: string | undefined
  now: Date
}

export function renderReviewsPage(model: ReviewsPageModel): string {
  const { frame, cards, waiting, notice } = model
  const { reviews } = frame.words
  return renderConsolePage(
    {
      ...frame,
      title: reviews.title,
      section: 'reviews',
      cards: { state: 'reviews', site: undefined },
      reviews: waiting,
    },
    <>
      <h1>{reviews.heading(waiting)}</h1>
      <p class="review-intro">{reviews.intro}</p>
      <Said notice={notice} />
      <section class="cards" id="cards" aria-label={reviews.title} tabindex={-1}>
        {cards.map((card) => (
          <ReviewCard key={card.id} card={card} model={model} />
        ))}
      </section>
      <div class="empty" id="empty" hidden={cards.length > 0}>
        <p>{reviews.empty}</p>
      </div>
      {waiting > cards.length && cards.length > 0 && (
        <p class="more">
          <a class="button" rel="next" href="/console/reviews">
            {reviews.more}
          </a>
        </p>
      )}
    </>,
  )
}

/** Without links: the page of the article or of the comment would tell what was decided. */
function ReviewCard({ card, model }: { card: CardModel; model: ReviewsPageModel }): VNode {
  const { now, showSite } = model
  return (
    <article
      class="card"
      id={`card-${card.id}`}
      data-id={card.id}
      data-author={card.author}
      tabindex={-1}
      aria-labelledby={`author-${card.id}`}
    >
      <header class="card-head">
        <CardHead card={card} now={now} />
      </header>
      <CardBody card={card} showSite={showSite} isLinked={false} />
      <Why card={card} now={now} title={useWords().reviews.checks} />
      <AnswerForm card={card} />
    </article>
  )
}

function AnswerForm({ card }: { card: CardModel }): VNode {
  const { reviews, decide } = useWords()
  return (
    <form class="actions" method="post" action={`/console/reviews/${card.id}`}>
      <fieldset class="choices" aria-label={reviews.actions(card.author)}>
        <ActionButton action="approve" label={decide.approve} />
        <ActionButton action="reject" label={decide.reject} />
        <ReasonSelect />
        <ActionButton action="spam" label={decide.spam} />
        <ActionButton action="hold" label={decide.hold} />
      </fieldset>
      <button type="button" class="quiet needs-script" data-do="skip" aria-keyshortcuts="S">
        {decide.skip} <kbd>S</kbd>
      </button>
    </form>
  )
}
