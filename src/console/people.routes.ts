import { Router } from 'express'
import { actorNames } from '../accounts/actor-names.store'
import { readEmail } from '../accounts/email'
import { takeOverToken } from '../accounts/made-tokens.store'
import { createModerator, findByEmail, listModerators } from '../accounts/moderator.store'
import { hashInTurn } from '../accounts/password-turns.flow'
import { placeOfKnown } from '../accounts/sign-in'
import { createToken, listTokens, revokeToken } from '../accounts/token.store'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { inTransaction, laneOf } from '../platform/database'
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
import { type PeoplePageModel, renderPeoplePage } from './people.view'
import { readAccess, readPerson } from './people-form'
import type { TypedPerson } from './people-forms.view'
import { originOf, statusOf } from './sign-in.routes'

/** Who may sign in and which programs may call, for owners. */
export function peoplePages(services: Services): Router {
  const router = Router()
  router.get('/people', ownersOnly(services, sendAsked))
  router.post('/people', ownersOnly(services, addPerson))
  router.post('/tokens', ownersOnly(services, addToken))
  router.post('/tokens/:id/revoke', ownersOnly(services, settleToken(revokeToken, 'revoked')))
  router.post(
    '/tokens/:id/take-over',
    ownersOnly(services, settleToken(takeOverToken, 'takenOver')),
  )
  return router
}

type Shown = Pick<PeoplePageModel, 'notice' | 'problem' | 'secret' | 'typed'>

async function sendPeople(door: ConsoleDoor, status: number, shown: Shown): Promise<void> {
  const { services, visitor, response, now } = door
  const [moderators, ended, tokens, { all }] = await Promise.all([
    listModerators(services.db, visitor.siteId),
    listModerators(services.db, visitor.siteId, { ended: true }),
    listTokens(services.db, visitor.siteId),
    sitesOf(door, undefined),
  ])
  const makers = await actorNames(
    services.db,
    tokens.map(({ madeBy }) => madeBy),
  )
  const frame = frameOf(door, 'people')
  const page = { frame, visitor, moderators, ended, tokens, makers, sites: all, now }
  sendHtml(response, status, renderPeoplePage({ ...page, ...shown }))
}

const notices = ['added', 'disabled', 'revoked', 'takenOver', 'secondStepReset'] as const

async function sendAsked(door: ConsoleDoor): Promise<void> {
  const said = notices.find((one) => one === door.request.query.said)
  await sendPeople(door, 200, said ? { notice: door.words.people[said] } : {})
}

/** The site that new access is for: the one named, else the owner's own reach. */
async function reachOf(door: ConsoleDoor, slug: string): Promise<string | null> {
  if (slug === '') return door.visitor.siteId
  const { chosen } = await sitesOf(door, slug)
  return chosen[0]?.id ?? null
}

const record = (
  { services, visitor }: ConsoleDoor,
  type: AuditType,
  siteId: string | null,
  data: object,
) =>
  inTransaction(laneOf(services.db, siteId), (client) =>
    appendAudit(client, {
      chain: siteId ?? systemChain,
      type,
      actor: actorOfVisitor(visitor),
      data,
    }),
  )

async function typedPerson(door: ConsoleDoor): Promise<TypedPerson> {
  const field = (name: string) => fieldOf(door.request, name) ?? ''
  const siteId = await reachOf(door, field('site'))
  return { name: field('name'), email: field('email'), role: field('role'), siteId }
}

async function addPerson(door: ConsoleDoor): Promise<void> {
  const { services, request, response, words } = door
  const form = readPerson(request.body)
  if (typeof form === 'string') {
    const problem = form === 'invalid' ? words.people.invalid : words.account.problems[form]
    await sendPeople(door, 422, { problem, typed: await typedPerson(door) })
    return
  }
  const { password, site, ...person } = form
  const siteId = await reachOf(door, site)
  const { moderatorId } = door.visitor
  const { signal } = originOf(services, request)
  const hashed = await hashInTurn(placeOfKnown(moderatorId, signal), password)
  if (hashed.outcome === 'busy') {
    const problem = words.signIn.busy
    const status = statusOf(response, hashed.outcome)
    await sendPeople(door, status, { problem, typed: { ...person, siteId } })
    return
  }
  const passwordHash = hashed.value
  const moderator = await createModerator(services.db, { ...person, siteId, passwordHash })
  if (!moderator) {
    const email = readEmail(person.email)
    const other = await findByEmail(services.db, { email, siteId: door.visitor.siteId })
    const { taken, takenByEnded } = words.people
    const problem = other?.disabledAt ? takenByEnded : taken
    await sendPeople(door, 409, { problem, typed: { ...person, siteId } })
    return
  }
  const data = { moderator: moderator.id, role: person.role }
  await record(door, 'moderator.created', siteId, data)
  response.redirect(303, '/console/people?said=added')
}

async function addToken(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, words } = door
  const form = readAccess(request.body)
  if (!form) {
    await sendPeople(door, 422, { problem: words.people.invalidName })
    return
  }
  const siteId = await reachOf(door, form.site)
  const { name, role } = form
  const { record: token, secret } = await createToken(services.db, {
    ...{ name, role, siteId },
    madeBy: actorOfVisitor(visitor),
  })
  await record(door, 'token.created', siteId, { token: token.id, role })
  await sendPeople(door, 200, { secret })
}

const settleToken =
  (settle: typeof revokeToken, said: (typeof notices)[number]) =>
  async (door: ConsoleDoor): Promise<void> => {
    const { services, visitor, request, response } = door
    const id = String(request.params.id)
    const by = { actor: actorOfVisitor(visitor), siteId: visitor.siteId }
    if (!isUuid(id) || !(await settle(services.db, id, by))) throw notFound()
    response.redirect(303, `/console/people?said=${said}`)
  }
