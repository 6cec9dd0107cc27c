import { parseCookie } from 'cookie'
import { type Request, type Response, Router } from 'express'
import { busySeconds } from '../accounts/password-turns.flow'
import { readSessionSecret } from '../accounts/session'
import { endSession } from '../accounts/session.store'
import type { Origin } from '../accounts/sign-in'
import { finishSignIn, signIn } from '../accounts/sign-in.flow'
import { disconnectSignal } from '../platform/http/gone'
import type { Services } from '../services'
import { ownPath, signInHref } from './addresses'
import { clearStep, deviceCookie, setDevice, setSession, setStep, stepCookie } from './cookies'
import { fieldOf, pageWords, sendHtml, sessionSecret } from './door.routes'
import { codeHref, renderCodePage } from './second-step.view'
import { renderSignInPage } from './sign-in.view'

/** Signing in: a password, and a code where the account asks for one. */
export function signInPages(services: Services): Router {
  const router = Router()
  router.get('/sign-in', (request, response) => {
    const words = pageWords(response)
    const page = { words, next: ownPath(request.query.next), email: '' }
    sendHtml(response, 200, renderSignInPage({ ...page, notice: noticeOf(request, response) }))
  })
  router.post('/sign-in', (request, response) => postSignIn(services, request, response))
  router.get('/sign-in/code', (request, response) => {
    if (!stepSecretOf(services, request)) {
      response.redirect(303, signInHref)
      return
    }
    const page = { words: pageWords(response), next: ownPath(request.query.next) }
    sendHtml(response, 200, renderCodePage(page))
  })
  router.post('/sign-in/code', (request, response) => postCode(services, request, response))
  return router
}

function noticeOf(request: Request, response: Response): string | undefined {
  const { signIn: texts, secondStep } = pageWords(response)
  const { said } = request.query
  if (said === 'expired') return secondStep.expired
  return said === 'left' || said === 'leftEverywhere' ? texts[said] : undefined
}

const cookieOf = (request: Request, name: string): string | undefined =>
  parseCookie(request.get('cookie') ?? '')[name]

/** Whose wrong passwords a request's are counted with. */
export const originOf = ({ config }: Services, request: Request): Origin => ({
  address: request.ip ?? '',
  deviceCookie: cookieOf(request, deviceCookie(config).name),
  signal: disconnectSignal(request),
})

const stepSecretOf = ({ config }: Services, request: Request): string | undefined =>
  readSessionSecret(cookieOf(request, stepCookie(config).name))

const waitSeconds = { throttled: 900, busy: busySeconds }

/** @returns 429, after setting Retry-After, for "throttled" and "busy"; else 422 */
export function statusOf(response: Response, outcome: string): 422 | 429 {
  if (outcome !== 'throttled' && outcome !== 'busy') return 422
  response.set('retry-after', String(waitSeconds[outcome]))
  return 429
}

async function postSignIn(services: Services, request: Request, response: Response): Promise<void> {
  const words = pageWords(response)
  const email = (fieldOf(request, 'email') ?? '').slice(0, 200)
  const next = ownPath(fieldOf(request, 'next'))
  const result = await signIn(services.db, services.keys.signIn, {
    email,
    password: (fieldOf(request, 'password') ?? '').slice(0, 1000),
    ...originOf(services, request),
  })
  if (result.outcome === 'signed-in') {
    await letIn(services, { request, response }, { ...result, next })
    return
  }
  if (result.outcome === 'code-needed') {
    response.append('set-cookie', setStep(services.config, result.stepSecret))
    response.redirect(303, `${codeHref}?${new URLSearchParams({ next })}`)
    return
  }
  const status = statusOf(response, result.outcome)
  const problem = words.signIn[result.outcome]
  sendHtml(response, status, renderSignInPage({ words, next, email, problem }))
}

async function postCode(services: Services, request: Request, response: Response): Promise<void> {
  const words = pageWords(response)
  const next = ownPath(fieldOf(request, 'next'))
  const recovery = fieldOf(request, 'recovery')
  const result = await finishSignIn(services.db, services.keys.signIn, {
    stepSecret: stepSecretOf(services, request) ?? '',
    code: (recovery ?? fieldOf(request, 'code') ?? '').slice(0, 100),
    now: new Date(),
    ...originOf(services, request),
  })
  if (result.outcome === 'signed-in') {
    response.append('set-cookie', clearStep(services.config))
    await letIn(services, { request, response }, { ...result, next })
    return
  }
  if (result.outcome === 'expired') {
    response.append('set-cookie', clearStep(services.config))
    response.redirect(303, `${signInHref}?${new URLSearchParams({ said: 'expired', next })}`)
    return
  }
  const { throttled, wrongCode } = words.secondStep
  const problem = { throttled, 'wrong-code': wrongCode, busy: words.signIn.busy }[result.outcome]
  const page = { words, next, problem, isRecovery: recovery !== undefined }
  sendHtml(response, statusOf(response, result.outcome), renderCodePage(page))
}

async function letIn(
  services: Services,
  { request, response }: { request: Request; response: Response },
  { secret, deviceCookie, next }: { secret: string; deviceCookie: string; next: string },
): Promise<void> {
  // the session before, if any, ends here: an id from before never outlives a sign-in
  const before = sessionSecret(services, request)
  if (before) await endSession(services.db, before)
  response.append('set-cookie', setSession(services.config, secret))
  response.append('set-cookie', setDevice(services.config, deviceCookie))
  response.redirect(303, next)
}
