import type { Database } from '../platform/database'
import { cardColumns, cardJoinsOf, type QueueItem } from './queue.store'

/** How long a moderator keeps a card that nothing is done with. */
export const claimMinutes = 5

/** What a claim of `$2` sets: who renews one that still runs has been on the card for longer. */
export const takeClaim = `claimed_by = $2, claim_until = now() + interval '${claimMinutes} minutes',
  claimed_at = CASE WHEN claimed_by = $2 AND claim_until > now() THEN coalesce(claimed_at, now()) ELSE now() END`

/**
 * Claims the next held comments for one moderator: those that nobody holds, most urgent first, and
 * those that the moderator holds already, but for what waits for the lead. Two moderators asking at
 * once never get the same card. Read from the top, card by card: each is locked as it is looked at.
 * @param claim.queue as rules name it; undefined takes from every queue
 */
export async function claimNext(
  db: Database,
  claim: {
    siteIds: readonly string[]
    claimedBy: string
    limit: number
    queue?: string | undefined
  },
): Promise<QueueItem[]> {
  const { rows } = await db.pool.query<QueueItem>(
    `WITH next AS (
        SELECT free.item AS id FROM unnest($1::uuid[]) s (id) CROSS JOIN LATERAL (
          SELECT i.id AS item, c.priority, c.created_at, c.id FROM comments c CROSS JOIN LATERAL (
            SELECT id FROM review_items WHERE comment_id = c.id AND queue <> 'lead' AND queue = coalesce($4, queue)
              AND (claim_until IS NULL OR claim_until < now() OR claimed_by = $2)
            LIMIT 1 FOR UPDATE SKIP LOCKED) i
          WHERE c.site_id = s.id AND c.status = 'held'
          ORDER BY c.priority DESC, c.created_at, c.id LIMIT $3) free
        ORDER BY free.priority DESC, free.created_at, free.id LIMIT $3),
      i AS (
        UPDATE review_items r SET ${takeClaim}
        FROM next WHERE r.id = next.id RETURNING r.*)
    SELECT ${cardColumns} FROM i AS held JOIN comments c ON c.id = held.comment_id
    ${cardJoinsOf('i')}
    ORDER BY c.priority DESC, c.created_at, c.id`,
    [claim.siteIds, claim.claimedBy, claim.limit, claim.queue],
  )
  return rows
}

/** @returns whether the caller held a claim on it */
export async function releaseClaim(
  db: Database,
  claim: { siteIds: readonly string[]; claimedBy: string; commentId: string },
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `UPDATE review_items SET claimed_by = NULL, claim_until = NULL
     WHERE comment_id = $1 AND claimed_by = $2 AND site_id = ANY($3)`,
    [claim.commentId, claim.claimedBy, claim.siteIds],
  )
  return rowCount === 1
}
