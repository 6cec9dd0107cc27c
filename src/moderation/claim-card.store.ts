import type { Database } from '../platform/database'
import { takeClaim } from './claim.store'

export type ClaimOutcome =
  | { outcome: 'claimed'; until: Date }
  | { outcome: 'held-by'; claimedBy: string; until: Date }
  /** Nothing waits for a person there, so there is nothing to hold. */
  | { outcome: 'not-waiting' }

type Claim = { siteIds: readonly string[]; claimedBy: string; commentId: string }

/** Takes or renews the claim on one card, unless somebody else holds it. */
export async function claimCard(db: Database, claim: Claim): Promise<ClaimOutcome> {
  const values = [claim.commentId, claim.claimedBy, claim.siteIds]
  const taken = await db.pool.query<{ until: Date }>(
    `UPDATE review_items SET ${takeClaim}
     WHERE comment_id = $1 AND site_id = ANY($3) AND closed_at IS NULL
       AND (claim_until IS NULL OR claim_until < now() OR claimed_by = $2)
     RETURNING claim_until AS until`,
    values,
  )
  if (taken.rows[0]) return { outcome: 'claimed', ...taken.rows[0] }
  const held = await db.pool.query<{ claimedBy: string; until: Date }>(
    `SELECT claimed_by AS "claimedBy", claim_until AS until FROM review_items
     WHERE comment_id = $1 AND claimed_by <> $2 AND site_id = ANY($3) AND claim_until > now()`,
    values,
  )
  return held.rows[0] ? { outcome: 'held-by', ...held.rows[0] } : { outcome: 'not-waiting' }
}

export type ClaimOfOther = { commentId: string; claimedBy: string; since: Date }

/** Those of the comments that somebody else holds at this moment, by their ids. */
export async function claimsOfOthers(
  db: Database,
  commentIds: readonly string[],
  me: string,
): Promise<ReadonlyMap<string, ClaimOfOther>> {
  const { rows } = await db.pool.query<ClaimOfOther>({
    name: 'claims-of-others',
    text: `SELECT comment_id AS "commentId", claimed_by AS "claimedBy", coalesce(claimed_at, now()) AS since
      FROM review_items WHERE comment_id = ANY($1) AND claimed_by <> $2 AND claim_until > now()`,
    values: [commentIds, me],
  })
  return new Map(rows.map((claim) => [claim.commentId, claim]))
}

export type HeldCard = { commentId: string; siteId: string; claimedBy: string }

/** Every card that somebody holds at this moment. */
export async function listClaims(db: Database): Promise<HeldCard[]> {
  const { rows } = await db.pool.query<HeldCard>({
    name: 'claims',
    text: `SELECT comment_id AS "commentId", site_id AS "siteId", claimed_by AS "claimedBy"
      FROM review_items WHERE claim_until > now() AND claimed_by IS NOT NULL ORDER BY comment_id LIMIT 1000`,
  })
  return rows
}
