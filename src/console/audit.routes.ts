import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { listActors } from '../accounts/actor-names.store'
import { systemChain } from '../audit/audit'
import { type AuditFilter, listAudit, recentTypes } from '../audit/audit.store'
import { checkChain } from '../audit/verify-audit.flow'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { renderAuditPage } from './audit.view'
import { renderAuditCheckPage } from './audit-check.view'
import { namedIn } from './audit-facts'
import { type AuditForm, auditFilterOf, readAuditForm, readEventNumber } from './audit-filter'
import { namesFor } from './cards.routes'
import { type ConsoleDoor, frameOf, notFound, ownersOnly, sendHtml, sitesOf } from './door.routes'

const eventsPerPage = 100
const eventsPerExport = 1000

/** Who did what, for owners. */
export function auditPages(services: Services): Router {
  const router = Router()
  router.get('/audit', ownersOnly(services, sendAudit))
  router.get('/audit/check', ownersOnly(services, sendCheck))
  router.get('/audit/export', ownersOnly(services, sendExport))
  return router
}

type Asked = {
  form: AuditForm
  all: Site[]
  /** The one whose events are asked for; undefined: what belongs to no site. */
  site: Site | undefined
  chain: string
}

async function readAsked(door: ConsoleDoor): Promise<Asked> {
  const form = readAuditForm(door.request.query)
  const { all, chosen } = await sitesOf(door, form.site === '' ? undefined : form.site)
  // an owner of one site has no part in what belongs to none
  const site = form.site === '' && door.visitor.siteId === null ? undefined : chosen[0]
  if (!site && door.visitor.siteId !== null) throw notFound()
  return { form, all, site, chain: site?.id ?? systemChain }
}

async function sendAudit(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const { db } = services
  const { form, all, chain } = await readAsked(door)
  const filter = auditFilterOf(form)
  const before = readEventNumber(request.query.before)
  const [{ events, next }, types, people] = await Promise.all([
    filter
      ? listAudit(db, { ...filter, chain, before, limit: eventsPerPage })
      : { events: [], next: null },
    recentTypes(db, chain),
    listActors(db, visitor.siteId),
  ])
  const names = await namesFor(door, namedIn(events))
  const page = {
    frame: frameOf(door, 'audit'),
    sites: all,
    form,
    events,
    names,
    types,
    people,
    next,
  }
  sendHtml(response, 200, renderAuditPage({ ...page, hasSystem: visitor.siteId === null }))
}

async function sendCheck(door: ConsoleDoor): Promise<void> {
  const { services, request, response, words } = door
  const { form, site, chain } = await readAsked(door)
  const after = readEventNumber(request.query.after) ?? 0
  const check = await checkChain(services.db, chain, after)
  const name = site?.name ?? words.audit.system
  const page = { frame: frameOf(door, 'audit'), site: form.site, name, check }
  sendHtml(response, 200, renderAuditCheckPage(page))
}

/** One event a line, newest first, as the API has them. */
async function* linesOf({ db }: Services, filter: AuditFilter): AsyncGenerator<string> {
  let before: number | undefined
  do {
    const { events, next } = await listAudit(db, { ...filter, before: before ?? filter.before })
    yield events.map((event) => `${JSON.stringify(event)}\n`).join('')
    before = next ?? undefined
  } while (before !== undefined)
}

async function sendExport(door: ConsoleDoor): Promise<void> {
  const { services, response, now } = door
  const { form, site, chain } = await readAsked(door)
  const filter = auditFilterOf(form)
  if (!filter) throw notFound()
  const name = `audit-${site?.slug ?? 'service'}-${now.toISOString().slice(0, 10)}.jsonl`
  response.attachment(name).type('application/jsonl')
  const lines = linesOf(services, { ...filter, chain, limit: eventsPerExport })
  await pipeline(Readable.from(lines), response).catch((error: Error) => {
    // who goes away has what was sent
    if (!response.destroyed) throw error
  })
}
