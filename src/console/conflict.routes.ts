import type { ClaimOfOther } from '../moderation/claim-card.store'
import { type CommentDetail, readCommentDetail } from '../moderation/comment-detail.store'
import type { Review } from '../moderation/review-comments.flow'
import type { Standing } from '../moderation/standing.store'
import { ownPath } from './addresses'
import { nameOf } from './card-model'
import { namesFor } from './cards.routes'
import { bodyThen } from './comment-model'
import { renderConflictPage } from './conflict.view'
import { type ConsoleDoor, fieldOf, frameOf, notFound, sendHtml } from './door.routes'
import { textDiff } from './text-diff'
import { nameInWords } from './why.view'

type Conflict = { review: Review; current: Standing; claim?: ClaimOfOther }

/** Says who was first or is on it, shows what changed, and offers to decide anyway. */
export async function sendConflict(
  door: ConsoleDoor,
  { review, current, claim }: Conflict,
): Promise<void> {
  const { services, visitor, words, now, request, response } = door
  const detail = await readCommentDetail(services.db, review.commentId, visitor.siteId)
  if (!detail) throw notFound()
  const isOvertaken = review.version !== undefined && review.version !== current.version
  const decision = claim && !isOvertaken ? null : current.decision
  const actors = [decision?.decidedBy ?? null, claim?.claimedBy ?? null]
  const names = await namesFor(door, { actors, rules: [] })
  const html = renderConflictPage({
    frame: frameOf(door, 'queue'),
    commentId: review.commentId,
    author: detail.author,
    version: current.version,
    status: current.status,
    ...textsOf(detail, review),
    decision: decision && {
      who: nameInWords(nameOf(decision.decidedBy, names), words.who),
      action: decision.action,
      reason: decision.reason,
      at: decision.decidedAt,
    },
    claim: claim && {
      who: nameInWords(names.actors.get(claim.claimedBy) ?? claim.claimedBy, words.who),
      by: claim.claimedBy,
      since: claim.since,
    },
    wanted: { action: review.action, reason: review.reason, note: review.note ?? '' },
    back: ownPath(fieldOf(request, 'back')),
    now,
  })
  sendHtml(response, 409, html)
}

/** The text as it is, and as it was when the moderator saw it, where that was another one. */
function textsOf(detail: CommentDetail, { version = 0 }: Review) {
  const [textNow, seen] = [detail.body, bodyThen(detail, version)]
  if (seen === textNow) return { textNow, textThen: null, changes: undefined }
  return { textNow, textThen: seen, changes: textDiff(seen, textNow) }
}
