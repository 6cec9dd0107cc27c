import { Router } from 'express'
import { deleteBank, findBank, listBanks, saveBank } from '../rules/bank.store'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { type BankForm, bankOf, formOf, newBank, readBankForm } from './bank-form'
import { bankHref, banksHref, renderBankPage, renderBanksPage } from './banks.view'
import {
  actorOfVisitor,
  type ConsoleDoor,
  chosenSite,
  fieldOf,
  frameOf,
  notFound,
  ownersOnly,
  sendHtml,
} from './door.routes'

/** Word lists and pattern sets of a site, for its owners. */
export function bankPages(services: Services): Router {
  const router = Router()
  router.get('/banks', ownersOnly(services, sendBanks))
  router.get('/banks/new', ownersOnly(services, sendNew))
  router.get('/banks/:site/:name', ownersOnly(services, sendBank))
  router.post('/banks/:site', ownersOnly(services, postBank))
  router.post('/banks/:site/:name/delete', ownersOnly(services, dropBank))
  return router
}

const notices = ['saved', 'deleted'] as const

function noticeOf({ request, words }: ConsoleDoor): string | undefined {
  const said = notices.find((one) => one === request.query.said)
  return said && words.banks[said]
}

async function sendBanks(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const { site, all } = await chosenSite(door, request.query.site)
  const banks = await listBanks(services.db, site.id)
  const page = { frame: frameOf(door, 'banks'), site, sites: all, banks, now }
  sendHtml(response, 200, renderBanksPage({ ...page, notice: noticeOf(door) }))
}

type Shown = { form: BankForm; isNew: boolean; problems?: string[] }

function sendForm(door: ConsoleDoor, status: number, { site, ...shown }: Shown & { site: Site }) {
  const page = { frame: frameOf(door, 'banks'), site, notice: noticeOf(door) }
  sendHtml(door.response, status, renderBankPage({ ...page, ...shown }))
}

async function sendNew(door: ConsoleDoor): Promise<void> {
  const { site } = await chosenSite(door, door.request.query.site)
  sendForm(door, 200, { site, form: newBank, isNew: true })
}

async function sendBank(door: ConsoleDoor): Promise<void> {
  const { site } = await chosenSite(door, door.request.params.site)
  const bank = await findBank(door.services.db, site.id, String(door.request.params.name))
  if (!bank) throw notFound()
  sendForm(door, 200, { site, form: formOf(bank), isNew: false })
}

async function postBank(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const { site } = await chosenSite(door, request.params.site)
  const form = readBankForm(request.body)
  const read = bankOf(form)
  if ('problems' in read) {
    const isNew = fieldOf(request, 'isNew') !== undefined
    sendForm(door, 422, { site, form, isNew, problems: read.problems })
    return
  }
  await saveBank(services.db, site.id, read.bank, actorOfVisitor(visitor))
  response.redirect(303, `${bankHref(site.slug, read.bank.name)}?said=saved`)
}

async function dropBank(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const { site } = await chosenSite(door, request.params.site)
  const name = String(request.params.name)
  if (!(await deleteBank(services.db, site.id, name, actorOfVisitor(visitor)))) throw notFound()
  response.redirect(303, `${banksHref(site.slug)}&said=deleted`)
}
