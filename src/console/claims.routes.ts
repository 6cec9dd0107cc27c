import { Router } from 'express'
import { releaseClaim } from '../moderation/claim.store'
import { claimCard } from '../moderation/claim-card.store'
import { disconnectSignal } from '../platform/http/gone'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { namesFor } from './cards.routes'
import {
  actorOfVisitor,
  type ConsoleDoor,
  notFound,
  signedIn,
  siteIdsOf,
  sitesOf,
  unattended,
} from './door.routes'

/**
 * Who is on which card. A claim is made when somebody comes to a card; renewing and giving it back
 * happen without anybody doing anything, so they keep no session alive.
 */
export function claimActions(services: Services): Router {
  const router = Router()
  router
    .route('/comments/:id/claims')
    .post(signedIn(services, takeClaim))
    .put(unattended(services, takeClaim))
    .delete(unattended(services, dropClaim))
  return router
}

async function claimOf(door: ConsoleDoor) {
  const commentId = String(door.request.params.id)
  if (!isUuid(commentId)) throw notFound()
  const { all } = await sitesOf(door, undefined)
  return { siteIds: siteIdsOf(all), claimedBy: actorOfVisitor(door.visitor), commentId }
}

async function takeClaim(door: ConsoleDoor): Promise<void> {
  const disconnected = disconnectSignal(door.request)
  const claim = await claimOf(door)
  const result = await claimCard(door.services.db, claim)
  // a page that was left has sent its release already, which may have overtaken the claim
  if (disconnected.aborted) await releaseClaim(door.services.db, claim)
  if (result.outcome !== 'held-by') {
    door.response.json(result)
    return
  }
  const names = await namesFor(door, { actors: [result.claimedBy], rules: [] })
  const by = names.actors.get(result.claimedBy) ?? door.words.who.unknown
  door.response.json({ outcome: result.outcome, by })
}

async function dropClaim(door: ConsoleDoor): Promise<void> {
  await releaseClaim(door.services.db, await claimOf(door))
  door.response.status(204).end()
}
