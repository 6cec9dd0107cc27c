import { Router } from 'express'
import { addBank, deleteBank, findBank, listBanks, saveBank } from '../rules/bank.store'
import { sentenceOf } from '../rules/sentence'
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
  const { services, visitor, request, response, words } = door
  const { site } = await chosenSite(door, request.params.site)
  const form = readBankForm(request.body)
  const isNew = fieldOf(request, 'isNew') !== undefined
  const refuse = (status: number, problems: string[]) =>
    sendForm(door, status, { site, form, isNew, problems })
  const read = await bankOf(form, words)
  if ('problems' in read) {
    refuse(422, read.problems)
    return
  }
  const save = isNew ? addBank : saveBank
  const saved = await save(services.db, site.id, read.bank, actorOfVisitor(visitor))
  switch (saved.outcome) {
    case 'saved':
      response.redirect(303, `${bankHref(site.slug, read.bank.name)}?said=saved`)
      return
    case 'exists':
      refuse(409, [words.banks.exists(read.bank.name)])
      return
    case 'in_use':
      refuse(409, [words.banks.inUse(saved.rules.join(', '))])
      return
    case 'too_much':
      refuse(422, [sentenceOf(words.mistakes.bank, saved.mistake)])
      return
  }
}

async function dropBank(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, words } = door
  const { site } = await chosenSite(door, request.params.site)
  const name = String(request.params.name)
  const bank = await findBank(services.db, site.id, name)
  if (!bank) throw notFound()
  const deleted = await deleteBank(services.db, site.id, name, actorOfVisitor(visitor))
  if (deleted.outcome === 'in_use') {
    const problems = [words.banks.inUse(deleted.rules.join(', '))]
    sendForm(door, 409, { site, form: formOf(bank), isNew: false, problems })
    return
  }
  response.redirect(303, `${banksHref(site.slug)}&said=deleted`)
}
