import { type Request, Router } from 'express'
import { bearerToken, type Caller } from '../accounts/token'
import { findCaller } from '../accounts/token.store'
import { type Endpoint, mountEndpoints } from '../platform/http/endpoint'
import { type Answer, ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import { accountEndpoints } from './accounts.endpoints'
import { auditEndpoints } from './audit.endpoints'
import { bankEndpoints } from './banks.endpoints'
import { commentEndpoints } from './comments.endpoints'
import { decisionEndpoints } from './decisions.endpoints'
import type { AdminDoor } from './door'
import { houseRulesEndpoints } from './house-rules.endpoints'
import { learningEndpoints } from './learning.endpoints'
import { moderatorPasswordEndpoints } from './moderator-passwords.endpoints'
import { moderatorEndpoints } from './moderators.endpoints'
import { noteEndpoints } from './notes.endpoints'
import { queueEndpoints } from './queue.endpoints'
import { reportEndpoints } from './reports.endpoints'
import { ruleHistoryEndpoints } from './rule-history.endpoints'
import { ruleStatisticsEndpoints } from './rule-statistics.endpoints'
import { ruleTestEndpoints } from './rule-tests.endpoints'
import { ruleEndpoints } from './rules.endpoints'
import { savedSearchEndpoints } from './saved-searches.endpoints'
import { secondReviewEndpoints } from './second-reviews.endpoints'
import { siteEndpoints } from './sites.endpoints'

/** Every operation of the admin API, in the order in which it is described. */
export const adminEndpoints: readonly Endpoint<AdminDoor>[] = [
  ...queueEndpoints,
  ...commentEndpoints,
  ...noteEndpoints,
  ...savedSearchEndpoints,
  ...decisionEndpoints,
  ...secondReviewEndpoints,
  ...siteEndpoints,
  // before the rules by id: "check" is no id
  ...ruleTestEndpoints,
  ...ruleEndpoints,
  ...ruleHistoryEndpoints,
  ...ruleStatisticsEndpoints,
  ...bankEndpoints,
  ...accountEndpoints,
  ...moderatorEndpoints,
  ...moderatorPasswordEndpoints,
  ...auditEndpoints,
  ...reportEndpoints,
  ...learningEndpoints,
  ...houseRulesEndpoints,
]

function unauthorized(detail: string): Answer {
  const answer = problem(401, detail)
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } }
}

async function callerOf({ db }: Services, request: Request): Promise<Caller> {
  const token = bearerToken(request.get('authorization'))
  const caller = token ? await findCaller(db.quick, token) : undefined
  if (caller) return caller
  throw new ProblemError(unauthorized('Send a valid token: Authorization: Bearer TOKEN.'))
}

/** The admin API: a token in the header, a role for every operation. */
export function adminApi(services: Services): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  const callers = new WeakMap<Request, Caller>()
  // before the body: nobody else can make us read a large one
  router.use(async (request, _response, next) => {
    callers.set(request, await callerOf(services, request))
    next()
  })
  mountEndpoints(router, adminEndpoints, async (request: Request, access): Promise<AdminDoor> => {
    const caller = callers.get(request) ?? (await callerOf(services, request))
    if (access === 'owner' && caller.role !== 'owner')
      throw new ProblemError(problem(403, 'This needs the role owner.'))
    return { services, caller }
  })
  return router
}
