import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Counter } from 'prom-client'
import type { Config } from '../platform/config'
import { readJson } from '../platform/http/bodies'
import { logger } from '../platform/logger'
import { networkPrefix } from '../platform/network-prefix'
import { allowOnly } from './allow-only.routes'
import { readReports } from './csp-report'
import { reportsPath } from './paths'

/** What browsers refused, for the process's metrics. */
export const violations = new Counter({
  name: 'postbag_csp_violations_total',
  help: 'What browsers have refused on pages of ours, as they report it',
  labelNames: ['directive'],
  registers: [],
})

const endpointName = 'csp'

/**
 * The end of a policy: where browsers report to. On plain HTTP they know `report-uri` alone, and one
 * that is told both would send nothing.
 */
export const reportDirectives = ({ publicUrl }: Config): Record<string, string[]> => ({
  'report-uri': [reportsPath],
  ...(publicUrl?.startsWith('https:') ? { 'report-to': [endpointName] } : {}),
})

/** Names the place for `report-to`. */
export const reportingEndpoints =
  ({ publicUrl }: Config): RequestHandler =>
  (_request, response, next) => {
    if (publicUrl?.startsWith('https:'))
      response.set('reporting-endpoints', `${endpointName}="${reportsPath}"`)
    next()
  }

const types = ['application/csp-report', 'application/reports+json']
const bodyBytes = 16 * 1024

const windowMs = 60_000
const mostOfNetwork = 20
const mostInAll = 200

const done: RequestHandler = (_request, response) => {
  response.status(204).end()
}

/** Whoever sends too many, too much or nonsense is told nothing. */
const doneToo: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(204).end()
}

const limitTo = (limit: number, keyOf: (address: string) => string): RequestHandler =>
  rateLimit({
    ...{ windowMs, limit, standardHeaders: false, legacyHeaders: false },
    validate: { keyGeneratorIpFallback: false },
    keyGenerator: (request) => keyOf(request.ip ?? ''),
    // this machine itself would be a proxy nobody told us about
    skip: (request) => keyOf(request.ip ?? '') === '',
    handler: done,
  })

const takeReport: RequestHandler = (request, response, next) => {
  for (const violation of readReports(request.body)) {
    violations.inc({ directive: violation.directive })
    logger.warn(violation, 'a browser refused something on a page')
  }
  done(request, response, next)
}

/** Where browsers report what the policy made them refuse: anybody may write here, and is not believed. */
export function cspReports(): Router {
  const router = Router()
  router.post(
    reportsPath,
    limitTo(mostOfNetwork, networkPrefix),
    limitTo(mostInAll, () => 'all'),
    readJson({ type: types, limit: bodyBytes }),
    takeReport,
    doneToo,
  )
  router.use(reportsPath, allowOnly('POST'))
  return router
}
