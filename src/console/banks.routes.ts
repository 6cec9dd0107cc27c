import { Router } from 'express'
import { addBank, deleteBank, findBank, listBanks, replaceBank, seenAt } from '../rules/bank.store'
import { sentenceOf } from '../rules/sentence'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { type BankForm, bankOf, formOf, missingIn, newBank, readBankForm } from './bank-form'
import {
  bankHref,
  banksHref,
  renderBankPage,
  renderBanksPage,
  renderDeleteBankPage,
} from './banks.view'
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
  router.get('/banks/:site/:name/delete', ownersOnly(services, askDelete))
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

type Shown = {
  form: BankForm
  /** When it was saved; undefined for a new one. */
  seen: string | undefined
  problems?: string[]
}

function sendForm(door: ConsoleDoor, status: number, { site, ...shown }: Shown & { site: Site }) {
  const page = { frame: frameOf(door, 'banks'), site, notice: noticeOf(door) }
  sendHtml(door.response, status, renderBankPage({ ...page, ...shown }))
}

async function sendNew(door: ConsoleDoor): Promise<void> {
  const { site } = await chosenSite(door, door.request.query.site)
  sendForm(door, 200, { site, form: newBank, seen: undefined })
}

async function chosenBank(door: ConsoleDoor) {
  const { site } = await chosenSite(door, door.request.params.site)
  const bank = await findBank(door.services.db, site.id, String(door.request.params.name))
  if (!bank) throw notFound()
  return { site, bank }
}

async function sendBank(door: ConsoleDoor): Promise<void> {
  const { site, bank } = await chosenBank(door)
  sendForm(door, 200, { site, form: formOf(bank), seen: seenAt(bank) })
}

async function postBank(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, words } = door
  const { site } = await chosenSite(door, request.params.site)
  const form = readBankForm(request.body)
  const seen = fieldOf(request, 'seen')
  const refuse = (status: number, problems: string[]) =>
    sendForm(door, status, { site, form, seen, problems })
  const read = await bankOf(form, words)
  if ('problems' in read) {
    refuse(422, read.problems)
    return
  }
  const { bank } = read
  const actor = actorOfVisitor(visitor)
  const saved =
    seen === undefined
      ? await addBank(services.db, site.id, bank, actor)
      : await replaceBank(services.db, site.id, { bank, seen }, actor)
  switch (saved.outcome) {
    case 'saved':
      response.redirect(303, `${bankHref(site.slug, bank.name)}?said=saved`)
      return
    case 'exists':
      refuse(409, [words.banks.exists(bank.name)])
      return
    case 'overtaken':
      await sendOvertaken(door, site, form)
      return
    case 'in_use':
      refuse(409, [words.banks.inUse(saved.rules.join(', '))])
      return
    case 'too_much':
      refuse(422, [sentenceOf(words.mistakes.bank, saved.mistake)])
      return
  }
}

/** What was typed stays; saved again it takes the place of what is there now. */
async function sendOvertaken(door: ConsoleDoor, site: Site, form: BankForm): Promise<void> {
  const { banks } = door.words
  const current = await findBank(door.services.db, site.id, form.name)
  const missing = current ? missingIn(form, current.entries) : ''
  sendForm(door, 409, {
    ...{ site, form, seen: current ? seenAt(current) : undefined },
    problems: [
      current ? banks.overtaken : banks.gone,
      ...(missing === '' ? [] : [banks.onlyTheirs(missing)]),
    ],
  })
}

async function askDelete(door: ConsoleDoor): Promise<void> {
  const { site, bank } = await chosenBank(door)
  sendHtml(door.response, 200, renderDeleteBankPage(frameOf(door, 'banks'), site, bank.name))
}

async function dropBank(door: ConsoleDoor): Promise<void> {
  const { services, visitor, response, words } = door
  const { site, bank } = await chosenBank(door)
  const deleted = await deleteBank(services.db, site.id, bank.name, actorOfVisitor(visitor))
  if (deleted.outcome === 'in_use') {
    const problems = [words.banks.inUse(deleted.rules.join(', '))]
    sendForm(door, 409, { site, form: formOf(bank), seen: seenAt(bank), problems })
    return
  }
  response.redirect(303, `${banksHref(site.slug)}&said=deleted`)
}
