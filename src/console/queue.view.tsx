import type { ComponentChildren, VNode } from 'preact'
import { type QueueState, queueSorts } from '../moderation/queue.store'
import type { QueueCounts } from '../moderation/queue-counts.store'
import { type QueueView, queueHref, tabHref } from './addresses'
import { batchHref, batchStates } from './batch-form'
import { Card } from './card.view'
import type { CardModel } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { BulkForm } from './decision-form.view'
import { Notice, type NoticeModel } from './notice.view'
import { hasChoice, PartField } from './part-field.view'
import { SiteField } from './site-field.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export type QueuePageModel = {
  frame: Omit<Frame, 'title' | 'section' | 'cards'>
  /** Where the news go on from what the page shows. */
  since: string
  view: QueueView
  sites: readonly { slug: string; name: string }[]
  /** Of the chosen sites. */
  sections: readonly string[]
  /** In which something is held. */
  queues: readonly string[]
  counts: QueueCounts
  /** On all pages of the list. */
  total: number
  cards: CardModel[]
  nextCursor: string | null
  notice?: NoticeModel | undefined
  now: Date
}

/** In the order in which they are worked on. */
const tabs: readonly QueueState[] = [
  'held',
  'lead',
  'reported',
  'appealed',
  'sampled',
  'pending',
  'approved',
  'rejected',
  'spam',
]

export function renderQueuePage(model: QueuePageModel): string {
  const { frame, view } = model
  const { words } = frame
  return renderConsolePage(
    {
      ...frame,
      title: words.queue.states[view.state],
      section: 'queue',
      cards: { ...view, site: view.site, since: model.since },
    },
    <>
      <h1 class="visually-hidden">
        {words.queue.heading(words.queue.states[view.state], model.total)}
      </h1>
      <Tabs {...model} />
      <Toolbar {...model} />
      {model.notice && <Notice notice={model.notice} />}
      <p class="fresh needs-script" id="fresh" role="status">
        <a href={queueHref({ ...view, cursor: undefined })} hidden>
          {words.queue.show}
        </a>
      </p>
      <CardList {...model} />
    </>,
  )
}

function Tabs({ frame, view, counts }: QueuePageModel): VNode {
  const words = useWords()
  const isOwner = frame.visitor?.role === 'owner'
  return (
    <nav class="tabs" aria-label={words.queue.tabs}>
      <ul>
        {tabs
          .filter((state) => state !== 'lead' || isOwner)
          .map((state) => (
            <li>
              <a
                href={tabHref(state, view)}
                aria-current={state === view.state ? 'page' : undefined}
              >
                {words.queue.states[state]} <b data-count={state}>{words.number(counts[state])}</b>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Toolbar(model: QueuePageModel): VNode {
  const { view, counts, now } = model
  const words = useWords()
  const waiting = counts.oldestHeldAt
  return (
    <div class="toolbar">
      <nav aria-label={words.queue.sort}>
        <ul class="segments">
          {queueSorts.map((sort) => (
            <li>
              <a
                href={queueHref({ ...view, sort, cursor: undefined })}
                aria-current={sort === view.sort ? 'true' : undefined}
              >
                {words.queue.sorts[sort]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filter {...model} />
      {batchStates.some((one) => one === view.state) && (
        <p class="to-batch">
          <a href={batchHref(view)}>{words.batch.open}</a>
        </p>
      )}
      <p class="oldest">
        {words.queue.oldest}{' '}
        <b data-oldest={waiting?.toISOString() ?? ''}>
          {waiting ? words.duration(now.getTime() - waiting.getTime()) : '–'}
        </b>
      </p>
    </div>
  )
}

/** One of several sites, sections and queues; nothing where there is no choice. */
function Filter({ view, sites, sections, queues }: QueuePageModel): VNode | null {
  const words = useWords()
  const parts = [
    { of: 'section', names: sections, chosen: view.section },
    { of: 'queue', names: queues, chosen: view.queue },
  ] as const
  if (sites.length < 2 && !parts.some(hasChoice)) return null
  return (
    <form class="site-filter" method="get" action="/console/queue" autocomplete="off">
      <input type="hidden" name="state" value={view.state} />
      <input type="hidden" name="sort" value={view.sort} />
      <SiteField sites={sites} chosen={view.site} all={words.queue.allSites} />
      {parts.map((part) => (
        <PartField {...part} />
      ))}
      <button type="submit">{words.queue.show}</button>
    </form>
  )
}

function CardList({ view, sites, cards, nextCursor, now }: QueuePageModel): VNode {
  const words = useWords()
  const back = queueHref(view)
  const showSite = sites.length > 1 && !view.site
  return (
    <>
      <section class="cards" id="cards" aria-label={words.queue.states[view.state]} tabindex={-1}>
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            now={now}
            back={back}
            showSite={showSite}
            showStatus={card.status !== view.state}
          />
        ))}
      </section>
      <Empty isEmpty={cards.length === 0}>
        <p>{emptyWords(view, words)}</p>
        {view.cursor && (
          <p>
            <a href={queueHref({ ...view, cursor: undefined })}>{words.queue.toStart}</a>
          </p>
        )}
        {isPart(view) && (
          <p>
            <a href={tabHref(view.state, {})}>{words.queue.showAll}</a>
          </p>
        )}
      </Empty>
      {nextCursor && (
        <p class="more">
          <a class="button" rel="next" href={queueHref({ ...view, cursor: nextCursor })}>
            {words.queue.more}
          </a>
        </p>
      )}
      {cards.length > 0 && <BulkForm back={back} />}
    </>
  )
}

const isPart = ({ site, section, queue }: QueueView): boolean => Boolean(site || section || queue)

/** Of a part of a list nobody can say that nothing waits. */
function emptyWords(view: QueueView, { queue }: Words): string {
  if (view.cursor) return queue.emptyPage
  return isPart(view) ? queue.emptyPart : queue.empty[view.state]
}

const Empty = ({ isEmpty, children }: { isEmpty: boolean; children: ComponentChildren }): VNode => (
  <div class="empty" id="empty" hidden={!isEmpty}>
    {children}
  </div>
)
