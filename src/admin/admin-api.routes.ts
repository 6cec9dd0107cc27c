import { type Request, Router } from 'express'
import { bearerToken } from '../accounts/token'
import { findCaller } from '../accounts/token.store'
import { type Endpoint, mountEndpoints } from '../platform/http/endpoint'
import { type Answer, ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import { accountEndpoints } from './accounts.endpoints'
import { bankEndpoints } from './banks.endpoints'
import { commentEndpoints } from './comments.endpoints'
import { decisionEndpoints } from './decisions.endpoints'
import type { AdminDoor } from './door'
import { learningEndpoints } from './learning.endpoints'
import { queueEndpoints } from './queue.endpoints'
import { reportEndpoints } from './reports.endpoints'
import { ruleHistoryEndpoints } from './rule-history.endpoints'
import { ruleTestEndpoints } from './rule-tests.endpoints'
import { ruleEndpoints } from './rules.endpoints'
import { siteEndpoints } from './sites.endpoints'

/** Every operation of the admin API, in the order in which it is described. */
export const adminEndpoints: readonly Endpoint<AdminDoor>[] = [
  ...queueEndpoints,
  ...commentEndpoints,
  ...decisionEndpoints,
  ...siteEndpoints,
  // before the rules by id: "check" is no id
  ...ruleTestEndpoints,
  ...ruleEndpoints,
  ...ruleHistoryEndpoints,
  ...bankEndpoints,
  ...accountEndpoints,
  ...reportEndpoints,
  ...learningEndpoints,
]

function unauthorized(detail: string): Answer {
  const answer = problem(401, detail)
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } }
}

/** The admin API: a token in the header, a role for every operation. */
export function adminApi(services: Services): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  mountEndpoints(router, adminEndpoints, async (request: Request, access): Promise<AdminDoor> => {
    const token = bearerToken(request.get('authorization'))
    const caller = token ? await findCaller(services.db, token) : undefined
    if (!caller)
      throw new ProblemError(unauthorized('Send a valid token: Authorization: Bearer TOKEN.'))
    if (access === 'owner' && caller.role !== 'owner')
      throw new ProblemError(problem(403, 'This needs the role owner.'))
    return { services, caller }
  })
  return router
}
