import { Router } from 'express'
import { listSections } from '../articles/section.store'
import { findCards } from '../moderation/card.store'
import { listQueues } from '../moderation/named-queue.store'
import type { QueueItem } from '../moderation/queue.store'
import { readRange } from '../moderation/score-histogram.store'
import type { Services } from '../services'
import { ownPath, withNotice } from './addresses'
import { renderBatchPage } from './batch.view'
import { renderConfirmPage } from './batch-confirm.view'
import { batchHref, readBatchForm } from './batch-form'
import { type CardModel, cardModel } from './card-model'
import { namesFor } from './cards.routes'
import { mostAtOnce, saidIn, selectionOf } from './decisions.routes'
import {
  type ConsoleDoor,
  fieldOf,
  frameOf,
  refuseLead,
  sendHtml,
  signedIn,
  siteIdsOf,
  sitesOf,
} from './door.routes'
import { noticeOf } from './notices.routes'

/** Decisions on everything that lies in a range of a score. */
export function batchPages(services: Services): Router {
  const router = Router()
  router.get('/queue/batch', signedIn(services, sendBatch))
  router.post('/queue/batch', signedIn(services, askToConfirm))
  return router
}

async function sendBatch(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const form = readBatchForm(request.query)
  const { state, section, queue, score, from, to } = form
  refuseLead(door, state)
  const { all, chosen } = await sitesOf(door, form.site)
  const siteIds = siteIdsOf(chosen)
  const range = { score, from, to }
  const part = { siteIds, state, section, queue }
  const [{ histogram, commentIds, inRange }, sections, queues] = await Promise.all([
    readRange(services.db, part, { range, limit: mostAtOnce }),
    listSections(services.db, siteIds),
    state === 'held' ? listQueues(services.db, siteIds) : [],
  ])
  const items = await findCards(services.db, commentIds, siteIds)
  const html = renderBatchPage({
    frame: frameOf(door, 'queue'),
    form,
    sites: all,
    sections,
    queues,
    histogram,
    cards: await briefCards(door, items),
    inRange,
    notice: await noticeOf(door, batchHref(form)),
    now,
  })
  sendHtml(response, 200, html)
}

/** Without their surroundings: of 200 comments nobody reads them all. */
async function briefCards(door: ConsoleDoor, items: readonly QueueItem[]): Promise<CardModel[]> {
  const names = await namesFor(door, {
    actors: items.map(({ claimed_by }) => claimed_by),
    rules: items.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
  })
  return items.map((item) => cardModel(item, undefined, names))
}

/** The step before: nothing is changed yet, and the count is said. */
async function askToConfirm(door: ConsoleDoor): Promise<void> {
  const { request, response } = door
  const said = saidIn(door)
  const reviews = selectionOf(door, said)
  const back = ownPath(fieldOf(request, 'back'))
  if (reviews.length === 0) {
    response.redirect(303, withNotice(back, { said: 'noneSelected' }))
    return
  }
  const selected = reviews.map(({ commentId, version }) => `${commentId}:${version ?? ''}`)
  const frame = frameOf(door, 'queue')
  sendHtml(response, 200, renderConfirmPage({ frame, ...said, selected, back }))
}
