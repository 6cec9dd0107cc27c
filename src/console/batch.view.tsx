import type { VNode } from 'preact'
import type { Action } from '../comments/comment'
import { type Histogram, isNewestFirst } from '../moderation/score-histogram.store'
import { articlePath } from '../web/paths'
import { commentHref, tabHref } from './addresses'
import { type BatchForm, batchHref } from './batch-form'
import { Ends, RangeForm } from './batch-range.view'
import type { CardModel } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { HistogramNotes, ScoreHistogram } from './histogram.view'
import { FoldedText, Moment } from './marked-text.view'
import { reasonLabel, rejectReasons } from './moderator-reasons'
import { Notice, type NoticeModel } from './notice.view'
import type { SiteChoice } from './site-field.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export type BatchPageModel = {
  frame: Omit<Frame, 'title'>
  form: BatchForm
  sites: readonly SiteChoice[]
  sections: readonly string[]
  queues: readonly string[]
  histogram: Histogram
  /** The first of the range. */
  cards: readonly CardModel[]
  /** How many there are in the range. */
  inRange: number
  notice?: NoticeModel | undefined
  now: Date
}

export function renderBatchPage(model: BatchPageModel): string {
  const { frame, form, histogram, notice } = model
  const { batch } = frame.words
  const toQueue = tabHref(form.state, form)
  return renderConsolePage(
    { ...frame, title: batch.title, script: 'batch' },
    <div class="story-page batch-page" id="batch-page" data-failed={batch.failed}>
      <p>
        <a href={toQueue}>{batch.back}</a>
      </p>
      <h1>{batch.title}</h1>
      <p class="batch-intro">{batch.intro}</p>
      {notice && <Notice notice={notice} />}
      <RangeForm {...model} />
      <section class="panel">
        <ScoreHistogram form={form} histogram={histogram} />
        <Ends form={form} />
        <HistogramNotes form={form} histogram={histogram} />
      </section>
      <Found {...model} />
    </div>,
  )
}

/** How many there are, and which of them are shown. */
function foundWords({ form, cards, inRange }: BatchPageModel, { batch }: Words): string {
  if (inRange === 0) return batch.none
  const isNewest = isNewestFirst(form.state)
  if (inRange > cards.length)
    return (isNewest ? batch.newestOf : batch.oldestOf)(cards.length, inRange)
  return (isNewest ? batch.newestFirst : batch.oldestFirst)(inRange)
}

function Found(model: BatchPageModel): VNode {
  const { form, cards } = model
  const words = useWords()
  const { batch } = words
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{batch.list}</h2>
      <p class="muted" role="status" id="found">
        {foundWords(model, words)}
      </p>
      <ol class="picks" id="picks">
        {cards.map((card) => (
          <Pick key={card.id} card={card} {...model} />
        ))}
      </ol>
      <DecideForm form={form} isEmpty={cards.length === 0} />
      <dialog id="confirm-dialog" aria-labelledby="confirm-title" />
    </section>
  )
}

type PickProps = Pick<BatchPageModel, 'form' | 'sites' | 'now'> & { card: CardModel }

function Pick({ card, form, sites, now }: PickProps): VNode {
  const words = useWords()
  const { article, claim } = card
  const isTaken = claim !== null && !claim.isMine
  const value = card.scores.find(({ name }) => name === form.score)?.value ?? 0
  return (
    <li class={isTaken ? 'pick is-taken' : 'pick'}>
      <input
        type="checkbox"
        name="selected"
        value={`${card.id}:${card.version}`}
        form="batch"
        checked={!isTaken}
        aria-label={words.card.select(card.author)}
      />
      <div class="pick-main">
        <p class="pick-head">
          <b>
            <bdi>{card.author || words.card.erased}</bdi>
          </b>{' '}
          <span class="muted">
            <Moment at={card.createdAt} now={now} /> {words.card.on}{' '}
            <a href={articlePath(card.site, article.slug)}>
              <bdi>{article.title}</bdi>
            </a>
            {sites.length > 1 && !form.site && (
              <>
                {' '}
                · <bdi>{card.site}</bdi>
              </>
            )}
          </span>
          {card.status !== form.state && (
            <span class={`tag status-${card.status}`}>{words.status[card.status]}</span>
          )}
          {isTaken && (
            <span class="claim">{words.card.heldBy(claim.name || words.who.unknown)}</span>
          )}
        </p>
        <FoldedText text={card.text} />
      </div>
      <p class="pick-end">
        <span class="score-value">{words.decimal(value)}</span>
        <a
          href={commentHref(card.id, batchHref(form))}
          aria-label={words.card.openLabel(card.author)}
        >
          {words.card.open}
        </a>
      </p>
    </li>
  )
}

/** Leads to a step that says how many; nothing is changed by this form. */
function DecideForm({ form, isEmpty }: { form: BatchForm; isEmpty: boolean }): VNode {
  const words = useWords()
  const { batch } = words
  return (
    <form
      class="bulk is-shown"
      id="batch"
      method="post"
      action="/console/queue/batch"
      aria-label={batch.decide}
      autocomplete="off"
      hidden={isEmpty}
    >
      <input type="hidden" name="back" value={batchHref(form)} />
      <p>
        <label class="needs-script">
          <input type="checkbox" data-do="all" checked /> {batch.all}
        </label>
        <b class="needs-script" role="status" data-ticked={batch.ticked} />
        <span class="without-script">{batch.hint}</span>
      </p>
      <div class="actions">
        <Act action="approve" />
        <Act action="reject" />
        <select name="reason" aria-label={batch.reason}>
          {rejectReasons.map((code) => (
            <option value={code}>{reasonLabel(words, code)}</option>
          ))}
        </select>
        <Act action="spam" />
        <Act action="hold" />
      </div>
    </form>
  )
}

const Act = ({ action }: { action: Action }): VNode => (
  <button type="submit" name="action" value={action} class={`act is-${action}`}>
    {useWords().decide[action]}
  </button>
)
