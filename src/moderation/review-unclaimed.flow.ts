import type { Database } from '../platform/database'
import { type ClaimOfOther, claimsOfOthers } from './claim-card.store'
import { actorOf, type Reviewer } from './decision'
import { type Review, type ReviewOutcome, reviewComments } from './review-comments.flow'
import { findStandings, type Standing } from './standing.store'

export type UnclaimedOutcome =
  | ReviewOutcome
  /** Somebody else is on it; nothing was decided. */
  | { outcome: 'claimed'; claim: ClaimOfOther; current: Standing }

/**
 * Decisions of somebody who can see who is on which card: what another moderator or token holds is
 * left to them. The answers are in the order of the reviews.
 * @param despite whose claims do not count: the reviewer knows of them
 */
export async function reviewUnclaimed(
  db: Database,
  reviews: readonly Review[],
  reviewer: Reviewer,
  { batchId, despite }: { batchId?: string; despite?: string | undefined } = {},
): Promise<UnclaimedOutcome[]> {
  const ids = reviews.map(({ commentId }) => commentId)
  const claims = await claimsOfOthers(db, ids, actorOf(reviewer.decider))
  const claimed = new Map<string, UnclaimedOutcome>()
  if (claims.size > 0)
    for (const [id, current] of await findStandings(db, [...claims.keys()], reviewer.siteId)) {
      const claim = claims.get(id)
      if (claim && claim.claimedBy !== despite)
        claimed.set(id, { outcome: 'claimed', claim, current })
    }
  const open = reviews.filter(({ commentId }) => !claimed.has(commentId))
  const outcomes = open.length > 0 ? await reviewComments(db, open, reviewer, batchId) : []
  const decided = new Map(open.map(({ commentId }, at) => [commentId, outcomes[at]]))
  return ids.map(
    (id) => claimed.get(id) ?? decided.get(id) ?? { outcome: 'unknown', commentId: id },
  )
}
