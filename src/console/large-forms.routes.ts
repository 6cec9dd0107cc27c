import type { Request, RequestHandler } from 'express'
import { findSession } from '../accounts/session.store'
import type { Services } from '../services'
import { readBodies, usualBodyBytes } from '../web/request.routes'
import { sessionSecret } from './door.routes'

/** 20,000 entries of 100 characters, each character written as %XX%XX. */
const largestBytes = 13 * 1024 * 1024

/** Reads the forms with lists of words, domains and networks, which only owners have. */
export function largeForms(services: Services): RequestHandler {
  const read = readBodies(largestBytes)
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
