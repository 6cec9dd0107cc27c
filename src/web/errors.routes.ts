import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { isUnavailable } from '../platform/database'
import { send } from '../platform/http/endpoint'
import { type Answer, busy, ProblemError, problem } from '../platform/http/problem'
import { renderErrorPage } from './error-page.view'
import { logFailure } from './failure-log.routes'
import { articlePath } from './paths'
import { textOf } from './request-fields'
import { pageAssets } from './site-assets.store'

const wantsJson = (request: Request): boolean => request.originalUrl.startsWith('/api/')

export const unknownPath: RequestHandler = () => {
  throw new ProblemError(problem(404, 'There is nothing at this address.'))
}

/** What the parsers of Express refuse, in the words of the contract. */
const parserDetails: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body must not be compressed.',
  'charset.unsupported': 'The body must be UTF-8.',
  'parameters.too.many': 'The form has too many fields.',
  'request.size.invalid': 'The body is not as long as it says.',
  'request.aborted': 'The request was cut off.',
}

function answerTo(error: unknown): Answer {
  if (error instanceof ProblemError) return error.answer
  if (isUnavailable(error)) return busy('The service is busy. Please try again in a moment.')
  const { status, type, limit } = error as { status?: number; type?: string; limit?: number }
  if (status === 413 && limit)
    return problem(413, `The body is larger than ${Math.round(limit / 1024)} KiB.`)
  if (status && status >= 400 && status < 500)
    return problem(status, parserDetails[type ?? ''] ?? 'The request cannot be understood.')
  return problem(500, 'Something went wrong on our side. The operator has been told.')
}

/** The one place where an error becomes an answer. */
export const answerErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error)
    return
  }
  const answer = answerTo(error)
  if (answer.status >= 500) logFailure(request, error)
  if (wantsJson(request)) {
    send(response, answer)
    return
  }
  const { detail } = answer.body as { detail: string }
  // a report's explanation is called detail
  const {
    author,
    detail: explained,
    body = explained,
  } = (request.body ?? {}) as Record<string, unknown>
  const [, site, slug] =
    /^\/sites\/([^/]+)\/articles\/([^/?]+)\/comments/.exec(request.originalUrl) ?? []
  const page = renderErrorPage({
    ...pageAssets,
    status: answer.status,
    detail,
    kept: { author: textOf(author) ?? '', body: textOf(body) ?? '' },
    ...(site && slug ? { backHref: articlePath(decoded(site), decoded(slug)) } : {}),
  })
  response.status(answer.status).set({ ...answer.headers, 'cache-control': 'no-store' })
  response.type('html').send(page)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
