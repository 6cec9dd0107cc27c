import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { Config } from '../platform/config'
import { isUnavailable } from '../platform/database'
import { send } from '../platform/http/endpoint'
import { type Answer, busy, ProblemError, problem } from '../platform/http/problem'
import { maySend, originOf } from '../platform/http/same-origin'
import type { Services } from '../services'
import { reportDirectives } from '../web/csp-reports.routes'
import { logFailure } from '../web/failure-log.routes'
import { consoleAssets } from './console-assets.store'
import { notFound, pageWords, sendHtml, wantsJson } from './door.routes'
import { renderErrorPage } from './error.view'
import { languages, readLanguage, type Words, wordsOf } from './words/words'

/** One script of ours, which talks to us alone; nothing inline, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
]

const policyOf = (config: Config): string =>
  [
    ...policy,
    ...Object.entries(reportDirectives(config)).map(([name, [place]]) => `${name} ${place}`),
  ].join('; ')

/** Replaces what the readers' pages are sent with. */
export const consoleHeaders =
  ({ config }: Services): RequestHandler =>
  (_request, response, next) => {
    response.set({
      'content-security-policy': policyOf(config),
      // with no-referrer browsers would send "Origin: null" with our own forms
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      vary: 'cookie, accept-language',
    })
    next()
  }

/** The language that the browser asks for, until it is known who has signed in. */
export const chooseWords: RequestHandler = (request, response, next) => {
  const language = readLanguage(request.acceptsLanguages(languages)) ?? 'en'
  response.locals.words = wordsOf(language)
  next()
}

export function consoleFiles(): Router {
  const router = Router()
  for (const { path, type, content } of consoleAssets) {
    router.get(path, (_request, response) => {
      response.set('cache-control', 'public, max-age=31536000, immutable')
      response.type(type).send(content)
    })
  }
  return router
}

/** Nothing is changed for a page of another site. */
export const refuseCrossSite =
  ({ config }: Services): RequestHandler =>
  (request, response, next) => {
    if (!maySend(originOf(request), config.publicUrl))
      throw new ProblemError(problem(403, pageWords(response).errors.crossSite))
    next()
  }

export const unknownPage: RequestHandler = () => {
  throw notFound()
}

function answerTo(error: unknown, { errors }: Words): Answer {
  if (error instanceof ProblemError) {
    const { answer } = error
    return answer.body === undefined ? problem(answer.status, errors[404].text) : answer
  }
  if (isUnavailable(error)) return busy(errors[503].text)
  const { status } = error as { status?: number }
  return status && status >= 400 && status < 500
    ? problem(status, errors[400].text)
    : problem(500, errors[500].text)
}

/** Errors of the console as pages of the console. */
export const answerErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error)
    return
  }
  const answer = answerTo(error, pageWords(response))
  if (answer.status >= 500) logFailure(request, error)
  if (wantsJson(request)) {
    send(response, answer)
    return
  }
  const { detail } = answer.body as { detail: string }
  const retryAfter = answer.headers?.['retry-after']
  if (retryAfter) response.set('retry-after', retryAfter)
  sendHtml(response, answer.status, renderErrorPage(pageWords(response), answer.status, detail))
}
