import { Router } from 'express'
import { systemChain } from '../audit/audit'
import { listAudit } from '../audit/audit.store'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { renderAuditPage } from './audit.view'
import { namesFor } from './cards.routes'
import { type ConsoleDoor, frameOf, ownersOnly, sendHtml, sitesOf } from './door.routes'
import { readDay } from './statistics.routes'

const eventsPerPage = 100

/** Who did what, for owners. */
export function auditPages(services: Services): Router {
  const router = Router()
  router.get('/audit', ownersOnly(services, sendAudit))
  return router
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

async function sendAudit(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const site = textOf(request.query.site)
  const { all, chosen } = await sitesOf(door, site === '' ? undefined : site)
  // an owner of one site has no part in what belongs to none
  const chain = site === '' && visitor.siteId === null ? systemChain : chosen[0]?.id
  const comment = textOf(request.query.comment)
  const from = readDay(request.query.from)
  const before = Number(textOf(request.query.before))
  const isAsked = chain !== undefined && (comment === '' || isUuid(comment))
  const events = isAsked
    ? await listAudit(services.db, {
        chain,
        commentId: comment === '' ? undefined : comment,
        from,
        before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
        limit: eventsPerPage,
      })
    : []
  const names = await namesFor(door, { actors: events.map(({ actor }) => actor), rules: [] })
  const hasSystem = visitor.siteId === null
  const frame = frameOf(door, 'audit')
  const isFull = events.length === eventsPerPage
  const filter = { site, comment, from: from?.toISOString().slice(0, 10) ?? '' }
  const html = renderAuditPage({ frame, sites: all, hasSystem, filter, events, names, isFull })
  sendHtml(response, 200, html)
}
