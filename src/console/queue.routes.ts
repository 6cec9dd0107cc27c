import { type RequestHandler, Router } from 'express'
import { listSections } from '../articles/section.store'
import { findCard } from '../moderation/card.store'
import { listQueues } from '../moderation/named-queue.store'
import { placeText } from '../moderation/news-place'
import { readQueue } from '../moderation/queue.store'
import { placeNow } from '../moderation/queue-change.store'
import { readQueueCounts } from '../moderation/queue-counts.store'
import { openTo } from '../moderation/second-review'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { ownPath, queueHref, readQueueView } from './addresses'
import { renderCardPage } from './card-page.view'
import { cardsOf } from './cards.routes'
import { sumOfCounts } from './counts'
import {
  actorOfVisitor,
  type ConsoleDoor,
  frameOf,
  notFound,
  refuseLead,
  sendHtml,
  signedIn,
  siteIdsOf,
  sitesOf,
} from './door.routes'
import { noticeOf } from './notices.routes'
import { renderQueuePage } from './queue.view'

const cardsPerPage = 20

/** The queue, and its cards one by one. */
export function queuePages(services: Services): Router {
  const router = Router()
  const toQueue: RequestHandler = (_request, response) => response.redirect(303, '/console/queue')
  router.get('/', toQueue)
  router.get('/queue', signedIn(services, sendQueue))
  router.get('/comments/:id/card', signedIn(services, sendCard))
  return router
}

async function sendQueue(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, now } = door
  const view = readQueueView(request.query)
  refuseLead(door, view.state)
  const { all, chosen } = await sitesOf(door, view.site)
  const siteIds = siteIdsOf(chosen)
  // before the list is read: what happens in between is told twice rather than never
  const since = await placeNow(services.db, siteIds)
  const [page, counts, sections, queues] = await Promise.all([
    readQueue(services.db, { ...view, siteIds, asker: visitor.moderatorId, limit: cardsPerPage }),
    readQueueCounts(services.db, siteIds, view.section),
    listSections(services.db, siteIds),
    view.state === 'held' ? listQueues(services.db, siteIds) : [],
  ])
  if (!page) {
    // a cursor of another list: begin at the start
    response.redirect(303, queueHref({ ...view, cursor: undefined }))
    return
  }
  const me = actorOfVisitor(visitor)
  const sums = sumOfCounts(counts.values(), me)
  const html = renderQueuePage({
    frame: { ...frameOf(door, 'queue'), reviews: openTo(sums.draws, me) },
    since: placeText(since),
    view,
    sites: all,
    sections,
    queues,
    counts: sums,
    total: page.total,
    cards: await cardsOf(door, page.items),
    nextCursor: page.next_cursor,
    notice: await noticeOf(door, queueHref(view)),
    now,
  })
  sendHtml(response, 200, html)
}

/** One card by itself, for a script that puts it back after an undo. */
async function sendCard(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const id = String(request.params.id)
  const { all } = await sitesOf(door, undefined)
  const item = isUuid(id) ? await findCard(services.db, id, siteIdsOf(all)) : undefined
  const [card] = item ? await cardsOf(door, [item]) : []
  if (!card) throw notFound()
  const back = ownPath(request.query.back)
  const frame = frameOf(door, 'queue')
  const state = new URLSearchParams(back.split('?')[1]).get('state') ?? 'held'
  const showStatus = back.startsWith('/console/search') || card.status !== state
  const props = { card, now, back, showSite: all.length > 1, showStatus }
  sendHtml(response, 200, renderCardPage({ frame, ...props }))
}
