import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { type Database, laneOf } from '../platform/database'
import { uuidv7 } from '../platform/uuid'
import type { Finding } from '../rules/finding'
import type { Scores } from '../scoring/score'
import { actorOf, type Reviewer } from './decision'
import { isDrawn, newestDrawn, secondReviewMinutes, stillStands } from './second-review'

/** What a second reviewer is shown: nothing that was said or done after the first decision. */
export type BlindItem = {
  decisionId: string
  /** For what surrounds it; not for the reviewer. */
  commentId: string
  site: string
  article: { slug: string; title: string }
  author: string
  body: string
  createdAt: Date
  scores: Partial<Scores>
  findings: Finding[]
}

const notDecidedBy = (moderator: string, token: string) => `NOT EXISTS (SELECT 1 FROM decisions x
  WHERE x.comment_id = d.comment_id AND (x.moderator_id = ${moderator}::uuid
    OR (x.moderator_id IS NULL AND x.token_id = ${token}::uuid)))`

const notHeldByOthers = (actor: string) => `NOT EXISTS (SELECT 1 FROM second_review_claims k
  WHERE k.decision_id = d.id AND k.claimed_by <> ${actor} AND k.claim_until > now())`

const claimStatement = {
  name: 'claim-second-reviews',
  text: `WITH next AS (
      SELECT d.id FROM sites s CROSS JOIN LATERAL ${newestDrawn} d JOIN comments c ON c.id = d.comment_id
      WHERE s.id = ANY($1) AND ${stillStands}
        AND ${notDecidedBy('$3', '$4')} AND ${notHeldByOthers('$2')}
      ORDER BY d.created_at, d.id LIMIT $5),
    claimed AS (
      INSERT INTO second_review_claims AS k (decision_id, claimed_by, claim_until)
      SELECT id, $2, now() + interval '${secondReviewMinutes} minutes' FROM next ORDER BY id
      ON CONFLICT (decision_id) DO UPDATE SET claimed_by = excluded.claimed_by, claim_until = excluded.claim_until
        WHERE k.claimed_by = excluded.claimed_by OR k.claim_until < now()
      RETURNING k.decision_id)
    SELECT claimed.decision_id IS NOT NULL AS "isClaimed", d.id AS "decisionId", c.id AS "commentId", s.slug AS site,
      json_build_object('slug', a.slug, 'title', a.title) AS article, c.author_name AS author, c.body,
      c.created_at AS "createdAt", coalesce(e.scores, '{}') AS scores, coalesce(e.findings, '[]') AS findings
    FROM next LEFT JOIN claimed ON claimed.decision_id = next.id
    JOIN decisions d ON d.id = next.id JOIN comments c ON c.id = d.comment_id
    JOIN sites s ON s.id = c.site_id JOIN articles a ON a.id = c.article_id
    LEFT JOIN LATERAL (SELECT scores, findings FROM evaluations
      WHERE comment_id = c.id ORDER BY created_at DESC LIMIT 1) e ON true
    ORDER BY d.created_at, d.id`,
}

/** Whom another one was first with everything asks again this often. */
const mostAsked = 3

/**
 * The next decisions for one reviewer, oldest first, and a claim on each: those that the reviewer
 * holds already and those that nobody holds. Of two who ask at once one gets the claim.
 */
export async function claimSecondReviews(
  db: Database,
  ask: { siteIds: readonly string[]; reviewer: Reviewer; limit: number },
): Promise<BlindItem[]> {
  const { decider } = ask.reviewer
  const values = [ask.siteIds, actorOf(decider), decider.moderatorId, decider.tokenId, ask.limit]
  for (let asked = 0; asked < mostAsked; asked++) {
    const { rows } = await db.pool.query<BlindItem & { isClaimed: boolean }>({
      ...claimStatement,
      values,
    })
    const claimed = rows.filter(({ isClaimed }) => isClaimed)
    if (claimed.length > 0 || rows.length === 0)
      return claimed.map(({ isClaimed: _, ...item }) => item)
  }
  return []
}

export type SecondReview = { decisionId: string; action: Action; reason: Reason }

/**
 * The answer, its audit event and, where it differs from the decision, the way to the lead, in one
 * statement. The comment is locked first, as by a decision.
 */
const saveStatement = {
  name: 'save-second-review',
  text: `WITH target AS (
      SELECT d.id, d.comment_id, d.site_id, d.action <> $3 AS differs
      FROM decisions d JOIN sites s ON s.id = d.site_id JOIN comments c ON c.id = d.comment_id
      WHERE d.id = $1 AND ($2::uuid IS NULL OR d.site_id = $2) AND ${isDrawn} AND ${stillStands}
        AND ${notDecidedBy('$5', '$6')} AND ${notHeldByOthers('$7')}
      FOR NO KEY UPDATE OF c),
    kept AS (
      INSERT INTO second_reviews (id, decision_id, comment_id, site_id, moderator_id, token_id, action, reason)
      SELECT $8, id, comment_id, site_id, $5, $6, $3, $4 FROM target
      ON CONFLICT DO NOTHING RETURNING decision_id),
    known AS (SELECT target.* FROM target JOIN kept ON kept.decision_id = target.id),
    released AS (
      DELETE FROM second_review_claims
      WHERE decision_id = $1 AND claimed_by = $7 OR claim_until < now() - interval '1 day'),
    opened AS (
      INSERT INTO review_items (id, comment_id, site_id, queue)
      SELECT $8, comment_id, site_id, 'lead' FROM known WHERE differs
      ON CONFLICT (comment_id) DO UPDATE SET closed_at = NULL, opened_at = now(), claimed_by = NULL,
        claim_until = NULL, queue = excluded.queue, came_from = NULL),
    audited AS (
      INSERT INTO audit_events (chain, type, comment_id, actor, data)
      SELECT site_id, 'decision.reviewed', comment_id, $7, jsonb_strip_nulls(jsonb_build_object(
        'decision', id, 'action', $3::text, 'reason', $4::text, 'agrees', NOT differs,
        'queue', CASE WHEN differs THEN 'lead' END))
      FROM known)
    SELECT count(*) FROM known`,
}

/** @returns false when nothing was asked there, of this reviewer, or any more */
export async function saveSecondReview(
  db: Database,
  { decisionId, action, reason }: SecondReview,
  { decider, siteId }: Reviewer,
): Promise<boolean> {
  const { moderatorId, tokenId } = decider
  const { rows } = await laneOf(db, siteId).pool.query<{ count: number }>({
    ...saveStatement,
    values: [
      ...[decisionId, siteId, action, reason],
      ...[moderatorId, tokenId, actorOf(decider), uuidv7()],
    ],
  })
  return rows[0]?.count === 1
}
