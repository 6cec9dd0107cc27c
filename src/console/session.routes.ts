import { type Response, Router } from 'express'
import { chooseLanguage, chooseMasking } from '../accounts/moderator.store'
import { findSecondFactor } from '../accounts/second-factor.store'
import { countSessions, endSession, endSessions } from '../accounts/session.store'
import { changePassword } from '../accounts/sign-in.flow'
import type { Services } from '../services'
import { type AccountPageModel, renderAccountPage, renderOwnPasswordPage } from './account.view'
import { signInHref } from './addresses'
import { clearSession, setSession } from './cookies'
import {
  type ConsoleDoor,
  fieldOf,
  frameOf,
  notFound,
  sendHtml,
  sessionSecret,
  signedIn,
} from './door.routes'
import { originOf, statusOf } from './sign-in.routes'
import { readLanguage } from './words/words'

/** The account of who is signed in, and signing out. */
export function sessionPages(services: Services): Router {
  const router = Router()
  router.post('/sign-out', async (request, response) => {
    const secret = sessionSecret(services, request)
    if (secret) await endSession(services.db, secret)
    leave(services, response, 'left')
  })
  router.get(
    '/account',
    signedIn(services, (door) => sendAccount(door, 200, { notice: accountNotice(door) })),
  )
  router.get(
    '/account/password',
    signedIn(services, async (door) => {
      if (!door.visitor.hasToChangePassword) throw notFound()
      sendOwnPassword(door, 200, undefined)
    }),
  )
  router.post('/account/password', signedIn(services, postPassword))
  router.post('/account/language', signedIn(services, postLanguage))
  router.post('/account/masking', signedIn(services, postMasking))
  router.post(
    '/account/sign-out-everywhere',
    signedIn(services, async ({ visitor, response }) => {
      await endSessions(services.db, visitor.moderatorId)
      leave(services, response, 'leftEverywhere')
    }),
  )
  return router
}

function leave({ config }: Services, response: Response, said: string): void {
  response.append('set-cookie', clearSession(config))
  response.redirect(303, `${signInHref}?said=${said}`)
}

const accountNotices = ['changed', 'languageChosen', 'maskingOn', 'maskingOff'] as const

function accountNotice({ request, words }: ConsoleDoor): string | undefined {
  const { said } = request.query
  if (said === 'secondStepOff') return words.secondStep.switchedOff
  const known = accountNotices.find((one) => one === said)
  return known && words.account[known]
}

async function postLanguage({ services, visitor, request, response }: ConsoleDoor): Promise<void> {
  const language = readLanguage(fieldOf(request, 'language'))
  await chooseLanguage(services.db, visitor, language ?? '')
  response.redirect(303, '/console/account?said=languageChosen')
}

async function postMasking({ services, visitor, request, response }: ConsoleDoor): Promise<void> {
  const isOn = fieldOf(request, 'mask') === 'on'
  await chooseMasking(services.db, visitor, isOn)
  response.redirect(303, `/console/account?said=${isOn ? 'maskingOn' : 'maskingOff'}`)
}

type Shown = Pick<AccountPageModel, 'notice' | 'problem'>

export async function sendAccount(door: ConsoleDoor, status: number, shown: Shown): Promise<void> {
  const { services, visitor, response } = door
  const [sessions, secondFactor] = await Promise.all([
    countSessions(services.db, visitor.moderatorId),
    findSecondFactor(services.db, visitor.moderatorId),
  ])
  const page = { frame: frameOf(door, 'account'), visitor, sessions, secondFactor }
  sendHtml(response, status, renderAccountPage({ ...page, ...shown }))
}

function sendOwnPassword(
  { words, response }: ConsoleDoor,
  status: number,
  problem: AccountPageModel['problem'],
): void {
  sendHtml(response, status, renderOwnPasswordPage({ words }, problem))
}

async function postPassword(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response } = door
  const result = await changePassword(services.db, services.keys.signIn, visitor, {
    current: (fieldOf(request, 'current') ?? '').slice(0, 1000),
    next: (fieldOf(request, 'next') ?? '').slice(0, 1000),
    ...originOf(services, request),
  })
  if (result.outcome === 'changed') {
    response.append('set-cookie', setSession(services.config, result.secret))
    response.redirect(303, '/console/account?said=changed')
    return
  }
  const isNext = result.outcome === 'invalid' && result.problem !== 'wrong'
  const messages = { throttled: words.account.throttled, busy: words.signIn.busy }
  const problem = {
    field: isNext ? ('next' as const) : ('current' as const),
    message:
      result.outcome === 'invalid'
        ? words.account.problems[result.problem]
        : messages[result.outcome],
  }
  const status = statusOf(response, result.outcome)
  if (visitor.hasToChangePassword) sendOwnPassword(door, status, problem)
  else await sendAccount(door, status, { problem })
}
