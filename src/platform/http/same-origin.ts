import type { Request } from 'express'

export type RequestOrigin = {
  method: string
  /** The headers Sec-Fetch-Site, Origin and Host. */
  fetchSite: string | undefined
  origin: string | undefined
  host: string | undefined
}

export const originOf = (request: Request): RequestOrigin => ({
  method: request.method,
  fetchSite: request.get('sec-fetch-site'),
  origin: request.get('origin'),
  host: request.get('host'),
})

/**
 * Whether a request may change something: it comes from a page of ours, or from no page at all.
 * Browsers say so themselves in Sec-Fetch-Site; older ones send an Origin with every POST, and a
 * program that sends neither carries no moderator's cookie by accident. (The order of checks is
 * the one of Filippo Valsorda's "Cross-Site Request Forgery", 2025.)
 * @param publicUrl where the service is reached when that is not what Host says
 */
export function maySend(request: RequestOrigin, publicUrl: string | undefined): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS')
    return true
  if (request.fetchSite !== undefined) return request.fetchSite === 'same-origin'
  if (request.origin === undefined) return true
  if (publicUrl && request.origin === new URL(publicUrl).origin) return true
  return URL.canParse(request.origin) && new URL(request.origin).host === request.host
}
