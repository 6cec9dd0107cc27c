import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { ProblemError, problem } from '../platform/http/problem'
import { networkPrefix } from '../platform/network-prefix'

const windowSeconds = 60
const postsPerWindow = 60

/**
 * Writing by readers, for each network. This machine itself is not limited: that would be a proxy
 * that TRUST_PROXY does not name, and the limit would shut out everybody at once.
 */
export const limitPosts = (): RequestHandler =>
  rateLimit({
    windowMs: windowSeconds * 1000,
    limit: postsPerWindow,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // the key is the network already, /64 for IPv6
    validate: { keyGeneratorIpFallback: false },
    keyGenerator: (request) => networkPrefix(request.ip ?? ''),
    skip: (request) =>
      request.method === 'GET' ||
      request.method === 'HEAD' ||
      request.method === 'OPTIONS' ||
      request.path.startsWith('/api/admin/') ||
      // an office of moderators works faster than that; who is not signed in gets no further
      (request.path.startsWith('/console/') && !request.path.startsWith('/console/sign-in')) ||
      networkPrefix(request.ip ?? '') === '',
    handler: (_request, response) => {
      const seconds = Number(response.get('retry-after') ?? windowSeconds)
      throw new ProblemError(
        problem(429, `Too many requests. Please try again in ${seconds} seconds.`),
      )
    },
  })
