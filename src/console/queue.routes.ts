import { type RequestHandler, Router } from 'express'
import { listSections } from '../articles/section.store'
import { findCard } from '../moderation/card.store'
import { releaseClaim } from '../moderation/claim.store'
import { claimCard } from '../moderation/claim-card.store'
import { readQueue } from '../moderation/queue.store'
import { readQueueCounts } from '../moderation/queue-counts.store'
import { openTo } from '../moderation/second-review'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { ownPath, queueHref, readQueueView } from './addresses'
import { renderCardPage } from './card-page.view'
import { cardsOf, namesFor } from './cards.routes'
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

/** The queue, and the claims on its cards. */
export function queuePages(services: Services): Router {
  const router = Router()
  const toQueue: RequestHandler = (_request, response) => response.redirect(303, '/console/queue')
  router.get('/', toQueue)
  router.get('/queue', signedIn(services, sendQueue))
  router.get('/comments/:id/card', signedIn(services, sendCard))
  router.post('/comments/:id/claims', signedIn(services, takeClaim))
  router.delete('/comments/:id/claims', signedIn(services, dropClaim))
  return router
}

async function sendQueue(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, now } = door
  const view = readQueueView(request.query)
  refuseLead(door, view.state)
  const { all, chosen } = await sitesOf(door, view.site)
  const siteIds = siteIdsOf(chosen)
  const [page, counts, sections] = await Promise.all([
    readQueue(services.db, { ...view, siteIds, asker: visitor.moderatorId, limit: cardsPerPage }),
    readQueueCounts(services.db, siteIds, view.section),
    listSections(services.db, siteIds),
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
    view,
    sites: all,
    sections,
    counts: sums,
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

async function claimOf(door: ConsoleDoor) {
  const commentId = String(door.request.params.id)
  if (!isUuid(commentId)) throw notFound()
  const { all } = await sitesOf(door, undefined)
  return { siteIds: siteIdsOf(all), claimedBy: actorOfVisitor(door.visitor), commentId }
}

async function takeClaim(door: ConsoleDoor): Promise<void> {
  const result = await claimCard(door.services.db, await claimOf(door))
  if (result.outcome !== 'held-by') {
    door.response.json(result)
    return
  }
  const names = await namesFor(door, { actors: [result.claimedBy], rules: [] })
  const by = names.actors.get(result.claimedBy) ?? door.words.who.unknown
  door.response.json({ outcome: result.outcome, by })
}

async function dropClaim(door: ConsoleDoor): Promise<void> {
  await releaseClaim(door.services.db, await claimOf(door))
  door.response.status(204).end()
}
