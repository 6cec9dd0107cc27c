import { Router } from 'express'
import { type AccessKeeper, type TokenFate, tokenFates } from '../accounts/access'
import { bringBack, makeOneTimePassword, type OneTimePassword } from '../accounts/access.flow'
import { changeAccess, endAccess } from '../accounts/access.store'
import { listMadeTokens } from '../accounts/made-tokens.store'
import { findModerator } from '../accounts/moderator.store'
import { removeSecondFactor } from '../accounts/second-factor.store'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import {
  actorOfVisitor,
  type ConsoleDoor,
  fieldOf,
  frameOf,
  notFound,
  ownersOnly,
  sendHtml,
  sitesOf,
} from './door.routes'
import { readAccess } from './people-form'
import { type PersonPageModel, renderEndPage, renderPersonPage } from './person.view'
import { statusOf } from './sign-in.routes'

/** One person's access, for owners: changed, ended, brought back. */
export function personPages(services: Services): Router {
  const router = Router()
  router.get('/people/:id', ownersOnly(services, sendAsked))
  router.post('/people/:id', ownersOnly(services, postChange))
  router.post('/people/:id/password', ownersOnly(services, postPassword))
  router.get('/people/:id/end', ownersOnly(services, sendEnd))
  router.post('/people/:id/end', ownersOnly(services, postEnd))
  router.post('/people/:id/restore', ownersOnly(services, postRestore))
  router.post('/people/:id/second-factor/reset', ownersOnly(services, resetSecondFactor))
  return router
}

/** The person of the address, within the visitor's reach. */
async function personOf({ services, visitor, request }: ConsoleDoor) {
  const id = String(request.params.id)
  const person = isUuid(id)
    ? await findModerator(services.db, { id, siteId: visitor.siteId })
    : undefined
  if (!person) throw notFound()
  return person
}

const keeperOf = ({ visitor }: ConsoleDoor): AccessKeeper => ({
  actor: actorOfVisitor(visitor),
  siteId: visitor.siteId,
})

/** Nobody ends their own access, or makes themselves a password without knowing the old one. */
async function othersOf(door: ConsoleDoor) {
  const person = await personOf(door)
  return person.id === door.visitor.moderatorId ? undefined : person
}

type Shown = Pick<PersonPageModel, 'notice' | 'problem' | 'password'>

async function sendPerson(door: ConsoleDoor, status: number, shown: Shown): Promise<void> {
  const { visitor, response, now } = door
  const [person, { all: sites }] = await Promise.all([personOf(door), sitesOf(door, undefined)])
  const page = { frame: frameOf(door, 'people'), visitor, person, sites, now }
  sendHtml(response, status, renderPersonPage({ ...page, ...shown }))
}

async function sendAsked(door: ConsoleDoor): Promise<void> {
  const isChanged = door.request.query.said === 'changed'
  await sendPerson(door, 200, isChanged ? { notice: door.words.people.changed } : {})
}

async function postChange(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, words } = door
  const { id } = await personOf(door)
  const form = readAccess(request.body)
  if (!form) {
    await sendPerson(door, 422, { problem: words.people.invalidName })
    return
  }
  const siteId = form.site === '' ? visitor.siteId : (await sitesOf(door, form.site)).chosen[0]?.id
  if (siteId === undefined) throw notFound()
  const { name, role } = form
  const outcome = await changeAccess(services.db, id, { name, role, siteId }, keeperOf(door))
  if (outcome === 'unknown') throw notFound()
  if (outcome === 'last-owner') {
    await sendPerson(door, 409, { problem: words.people.lastOwner })
    return
  }
  const isStillOwner = id !== visitor.moderatorId || role === 'owner'
  response.redirect(303, isStillOwner ? `/console/people/${id}?said=changed` : '/console/account')
}

async function postPassword(door: ConsoleDoor): Promise<void> {
  const person = await othersOf(door)
  if (!person) throw notFound()
  await sendMade(door, await makeOneTimePassword(door.services.db, person.id, keeperOf(door)))
}

async function postRestore(door: ConsoleDoor): Promise<void> {
  const { id } = await personOf(door)
  await sendMade(door, await bringBack(door.services.db, id, keeperOf(door)))
}

async function sendMade(door: ConsoleDoor, made: OneTimePassword): Promise<void> {
  if (made.outcome === 'unknown') throw notFound()
  if (made.outcome === 'done') await sendPerson(door, 200, { password: made.password })
  else {
    const status = statusOf(door.response, made.outcome)
    await sendPerson(door, status, { problem: door.words.signIn.busy })
  }
}

async function sendEnd(door: ConsoleDoor): Promise<void> {
  const person = await othersOf(door)
  if (!person || person.disabledAt) throw notFound()
  const tokens = await listMadeTokens(door.services.db, person.id)
  sendHtml(door.response, 200, renderEndPage(frameOf(door, 'people'), { person, tokens }))
}

/** Without a valid choice, the tokens are revoked. */
const fateOf = ({ request }: ConsoleDoor): TokenFate =>
  tokenFates.find((one) => one === fieldOf(request, 'tokens')) ?? 'revoke'

async function postEnd(door: ConsoleDoor): Promise<void> {
  const { services, response, words } = door
  const person = await othersOf(door)
  if (!person) {
    await sendPerson(door, 422, { problem: words.people.notYourself })
    return
  }
  const outcome = await endAccess(services.db, person.id, {
    ...keeperOf(door),
    fate: fateOf(door),
  })
  if (outcome === 'unknown') throw notFound()
  if (outcome === 'last-owner') {
    await sendPerson(door, 409, { problem: words.people.lastOwner })
    return
  }
  response.redirect(303, '/console/people?said=disabled')
}

async function resetSecondFactor(door: ConsoleDoor): Promise<void> {
  const { services, visitor, response } = door
  const person = await othersOf(door)
  if (!person) throw notFound()
  const of = { moderatorId: person.id, siteId: visitor.siteId }
  const by = { actor: actorOfVisitor(visitor), type: 'second_factor.reset' as const }
  if (!(await removeSecondFactor(services.db, of, by))) throw notFound()
  response.redirect(303, '/console/people?said=secondStepReset')
}
