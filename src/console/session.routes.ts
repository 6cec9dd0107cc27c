import { parseCookie } from 'cookie'
import { type Request, type Response, Router } from 'express'
import { chooseLanguage, chooseMasking } from '../accounts/moderator.store'
import { countSessions, endSession, endSessions } from '../accounts/session.store'
import { changePassword, signIn } from '../accounts/sign-in.flow'
import type { Services } from '../services'
import { renderAccountPage } from './account.view'
import { ownPath, signInHref } from './addresses'
import { clearSession, deviceCookie, setDevice, setSession } from './cookies'
import {
  type ConsoleDoor,
  fieldOf,
  frameOf,
  pageWords,
  sendHtml,
  sessionSecret,
  signedIn,
} from './door.routes'
import { renderSignInPage } from './sign-in.view'
import { readLanguage } from './words/words'

/** Signing in and out, and the account of who is signed in. */
export function sessionPages(services: Services): Router {
  const router = Router()
  router.get('/sign-in', (request, response) => {
    const words = pageWords(response)
    const page = { words, next: ownPath(request.query.next), email: '' }
    const { said } = request.query
    const notice =
      said === 'ended' || said === 'left' || said === 'leftEverywhere'
        ? words.signIn[said]
        : undefined
    sendHtml(response, 200, renderSignInPage({ ...page, notice }))
  })
  router.post('/sign-in', (request, response) => postSignIn(services, request, response))
  router.post('/sign-out', async (request, response) => {
    const secret = sessionSecret(services, request)
    if (secret) await endSession(services.db, secret)
    leave(services, response, 'left')
  })
  router.get(
    '/account',
    signedIn(services, (door) => sendAccount(door, 200, { notice: accountNotice(door) })),
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

const deviceOf = ({ config }: Services, request: Request): string | undefined =>
  parseCookie(request.get('cookie') ?? '')[deviceCookie(config).name]

async function postSignIn(services: Services, request: Request, response: Response): Promise<void> {
  const words = pageWords(response)
  const email = (fieldOf(request, 'email') ?? '').slice(0, 200)
  const next = ownPath(fieldOf(request, 'next'))
  const result = await signIn(services.db, services.keys.signIn, {
    email,
    password: (fieldOf(request, 'password') ?? '').slice(0, 1000),
    address: request.ip ?? '',
    deviceCookie: deviceOf(services, request),
  })
  if (result.outcome !== 'signed-in') {
    const status = result.outcome === 'throttled' ? 429 : 422
    if (status === 429) response.set('retry-after', '900')
    const problem = words.signIn[result.outcome]
    sendHtml(response, status, renderSignInPage({ words, next, email, problem }))
    return
  }
  // the session before, if any, ends here: an id from before never outlives a sign-in
  const before = sessionSecret(services, request)
  if (before) await endSession(services.db, before)
  response.append('set-cookie', setSession(services.config, result.secret))
  response.append('set-cookie', setDevice(services.config, result.deviceCookie))
  response.redirect(303, next)
}

const accountNotices = ['changed', 'languageChosen', 'maskingOn', 'maskingOff'] as const

function accountNotice({ request, words }: ConsoleDoor): string | undefined {
  const { said } = request.query
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

async function sendAccount(
  door: ConsoleDoor,
  status: number,
  shown: { notice?: string | undefined; problem?: { field: 'current' | 'next'; message: string } },
): Promise<void> {
  const { services, visitor, response } = door
  const sessions = await countSessions(services.db, visitor.moderatorId)
  const frame = frameOf(door, 'account')
  sendHtml(response, status, renderAccountPage({ frame, visitor, sessions, ...shown }))
}

async function postPassword(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response } = door
  const result = await changePassword(services.db, services.keys.signIn, visitor, {
    current: (fieldOf(request, 'current') ?? '').slice(0, 1000),
    next: (fieldOf(request, 'next') ?? '').slice(0, 1000),
    address: request.ip ?? '',
    deviceCookie: deviceOf(services, request),
  })
  if (result.outcome === 'changed') {
    response.append('set-cookie', setSession(services.config, result.secret))
    response.redirect(303, '/console/account?said=changed')
    return
  }
  const problem =
    result.outcome === 'throttled'
      ? { field: 'current' as const, message: words.account.throttled }
      : {
          field: result.problem === 'wrong' ? ('current' as const) : ('next' as const),
          message: words.account.problems[result.problem],
        }
  await sendAccount(door, result.outcome === 'throttled' ? 429 : 422, { problem })
}
