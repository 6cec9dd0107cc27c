import type { Request } from 'express'
import { logger } from '../platform/logger'
import { pathOf } from './paths'

/** One line for a request that failed on our side; never a query, a header or a body. */
export function logFailure({ method, originalUrl }: Request, error: unknown): void {
  const { message, stack } = error as Error
  logger.error({ method, path: pathOf(originalUrl), message, stack }, 'request failed')
}
