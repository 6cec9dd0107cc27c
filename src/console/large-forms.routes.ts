import { type Request, type RequestHandler, Router } from 'express'
import { findSession } from '../accounts/session.store'
import {
  largestBodyBytes,
  longBodyBytes,
  readBodies,
  usualBodyBytes,
} from '../platform/http/bodies'
import type { Services } from '../services'
import { sessionSecret } from './door.routes'

/** Forms with lists of words, domains and networks. */
const withLists = ['/banks/:site', '/settings/:site']

/** Forms with long texts or the names of many articles. */
const withTexts = [
  ...['/house-rules/:site', '/house-rules/:site/preview'],
  ...['/rules/:site/new', '/rules/:site/:id/edit'],
]

/** Reads the forms that may be large; only owners can send them. */
export function largeForms(services: Services): Router {
  const router = Router()
  router.post(withLists, readOfOwners(services, largestBodyBytes))
  router.post(withTexts, readOfOwners(services, longBodyBytes))
  return router
}

function readOfOwners(services: Services, limit: number): RequestHandler {
  const read = readBodies(limit)
  return async (request, response, next) => {
    const isLarge = Number(request.get('content-length')) > usualBodyBytes
    // before the body: nobody else can make us read a large one
    if (isLarge && (await isOfOwner(services, request))) read(request, response, next)
    else next()
  }
}

async function isOfOwner(services: Services, request: Request): Promise<boolean> {
  const secret = sessionSecret(services, request)
  const visitor = secret ? await findSession(services.db, secret) : undefined
  return visitor?.role === 'owner'
}
