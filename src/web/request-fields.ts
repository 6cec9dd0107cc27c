import type { Request } from 'express'

/** Who sent a request: the peer, or what a configured proxy says of it. */
export const senderOf = (request: Request, now: Date) => ({ address: request.ip ?? '', now })

/** The field that people do not see; programs like its name. */
export const honeypotField = 'website'

/** Path and query parameters are text or absent; a repeated one counts as absent. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined
