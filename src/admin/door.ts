import { busySeconds } from '../accounts/password-turns.flow'
import { type Caller, mayUse } from '../accounts/token'
import { actorOf, type Reviewer } from '../moderation/decision'
import { endpoint } from '../platform/http/endpoint'
import { type Answer, busy, ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { findSite, listSites } from '../sites/site.store'

/** What every admin handler gets: the services and who calls. */
export type AdminDoor = { services: Services; caller: Caller }

export const define = endpoint<AdminDoor>()

export const notFound = (what: string) =>
  new ProblemError(problem(404, `There is no such ${what}.`))

/** The site that an address names. What the caller may not use looks like what does not exist. */
export async function siteOf({ services, caller }: AdminDoor, slug: string): Promise<Site> {
  const site = await findSite(services.db.quick, slug)
  if (!site || !mayUse(caller, site.id)) throw notFound('site')
  return site
}

/** The site that is named, else every site that the caller may use. */
export async function sitesOf(door: AdminDoor, slug: string | undefined): Promise<Site[]> {
  if (slug !== undefined) return [await siteOf(door, slug)]
  return listSites(door.services.db.quick, door.caller.siteId)
}

export const siteIdsOf = async (door: AdminDoor, slug: string | undefined): Promise<string[]> =>
  (await sitesOf(door, slug)).map(({ id }) => id)

export const reviewerOf = ({ tokenId, moderatorId, siteId }: Caller): Reviewer => ({
  decider: { kind: 'moderator', tokenId, moderatorId },
  siteId,
})

/** How the audit and claims name the caller. */
export const actorNameOf = (caller: Caller): string => actorOf(reviewerOf(caller).decider)

/** The answer when no turn came to derive a key. */
export const tooManyPasswords: Answer = busy(
  'Too many passwords are waiting to be checked. Nothing was changed.',
  429,
  busySeconds,
)
