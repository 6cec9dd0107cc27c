import type { Action } from '../comments/comment'
import { type Reason, usualReason } from '../comments/reason'
import type { Database } from '../platform/database'
import { uuidv7 } from '../platform/uuid'
import type { Decision, DecisionDraft, Reviewer } from './decision'
import { saveDecisions } from './decision.store'
import { leadQueue } from './lead'
import {
  type Decided,
  findDecided,
  findStandings,
  type Standing,
  type StandingDecision,
} from './standing.store'

/**
 * What a moderator says of one comment. Without a version it counts whatever happened before. To hold
 * for the reason `escalated` is to hand it to the lead.
 */
export type Review = {
  commentId: string
  action: Action
  reason?: Reason | undefined
  note?: string | undefined
  version?: number | undefined
}

export type ReviewOutcome =
  | { outcome: 'decided'; decision: Decision }
  /** A person has decided just that already; nothing was added. */
  | { outcome: 'standing'; decision: StandingDecision; commentId: string }
  | { outcome: 'overtaken'; current: Standing }
  /** Its author appeals against the reviewer's own decision: somebody else answers. */
  | { outcome: 'own-appeal'; commentId: string }
  | { outcome: 'unknown'; commentId: string }

/** Who reads without a version and is overtaken reads again this often. */
const mostReadings = 3

/**
 * A moderator's decisions: read where the comments stand, decide what each review comes to, write
 * the rest in one statement. The answers are in the order of the reviews; of several reviews of one
 * comment the last counts.
 */
export async function reviewComments(
  db: Database,
  reviews: readonly Review[],
  reviewer: Reviewer,
  batchId?: string,
): Promise<ReviewOutcome[]> {
  const outcomes = new Map<string, ReviewOutcome>()
  let open = [...new Map(reviews.map((review) => [review.commentId, review])).values()]
  for (let reading = 0; open.length > 0 && reading < mostReadings; reading++) {
    const ids = open.map(({ commentId }) => commentId)
    const standings = await findStandings(db, ids, reviewer.siteId)
    const drafts: DecisionDraft[] = []
    for (const review of open) {
      const seen = draftOrOutcome(review, standings.get(review.commentId), { reviewer, batchId })
      if ('outcome' in seen) outcomes.set(review.commentId, seen)
      else drafts.push(seen)
    }
    for (const decision of (await saveDecisions(db, drafts)).values())
      outcomes.set(decision.commentId, { outcome: 'decided', decision })
    open = open.filter(({ commentId }) => !outcomes.has(commentId))
  }
  for (const review of open) outcomes.set(review.commentId, await overtaken(db, review, reviewer))
  return reviews.map(
    ({ commentId }) => outcomes.get(commentId) ?? { outcome: 'unknown', commentId },
  )
}

async function overtaken(db: Database, review: Review, reviewer: Reviewer): Promise<ReviewOutcome> {
  const current = (await findStandings(db, [review.commentId], reviewer.siteId)).get(
    review.commentId,
  )
  return current
    ? { outcome: 'overtaken', current }
    : { outcome: 'unknown', commentId: review.commentId }
}

const isOwnAppeal = ({ appealNotFor }: Standing, { decider }: Reviewer): boolean =>
  appealNotFor !== null && appealNotFor === decider.moderatorId

/** What is known without writing anything; undefined where there is something to write. */
function outcomeOf(
  review: Review,
  standing: Standing,
  reviewer: Reviewer,
): ReviewOutcome | undefined {
  const { commentId } = review
  if (review.action !== 'hold' && isOwnAppeal(standing, reviewer))
    return { outcome: 'own-appeal', commentId }
  const { decision } = standing
  const stands = decision?.actorKind === 'moderator' && standing.status === decision.status
  const isEscalated = review.reason === 'escalated'
  const isSame = decision?.action === review.action && isEscalated === standing.isForLead
  // saying the same again answers a report or an appeal, and settles what waits for the lead
  if (decision && stands && isSame && !standing.isObjected)
    return { outcome: 'standing', decision, commentId }
  return review.version !== undefined && review.version !== standing.version
    ? { outcome: 'overtaken', current: standing }
    : undefined
}

function draftOrOutcome(
  review: Review,
  standing: Standing | undefined,
  { reviewer, batchId }: { reviewer: Reviewer; batchId: string | undefined },
): DecisionDraft | ReviewOutcome {
  if (!standing || standing.status === 'deleted')
    return { outcome: 'unknown', commentId: review.commentId }
  const outcome = outcomeOf(review, standing, reviewer)
  if (outcome) return outcome
  return {
    id: uuidv7(),
    commentId: standing.commentId,
    siteId: standing.siteId,
    expectedVersion: standing.version,
    fromStatus: standing.status,
    action: review.action,
    reason: review.reason ?? usualReason[review.action],
    note: review.note ?? '',
    decider: reviewer.decider,
    priority: standing.priority,
    ...(review.reason === 'escalated' ? { queue: leadQueue } : {}),
    ...(batchId ? { batchId } : {}),
  }
}

export type UndoOutcome =
  | { outcome: 'undone'; decision: Decision }
  | { outcome: 'overtaken'; current: Standing }
  | { outcome: 'already-undone'; undoneBy: string; commentId: string }
  /** As of a decision: to publish what was appealed is an answer. */
  | { outcome: 'own-appeal'; commentId: string }

/** The action that leads back to where a comment was. Nothing goes back to pending: a person looks. */
const actionBackTo = {
  approved: 'approve',
  rejected: 'reject',
  spam: 'spam',
  held: 'hold',
  pending: 'hold',
  deleted: 'hold',
} as const

/**
 * Takes a decision, or a whole batch, back by adding the opposite one; a comment waits again where it
 * waited. What was decided again since is left as it is.
 * @returns an outcome for each decision; none when nothing is known by that id
 */
export async function undoDecisions(
  db: Database,
  by: { decisionId: string } | { batchId: string },
  reviewer: Reviewer,
): Promise<UndoOutcome[]> {
  const found = await findDecided(db, by, reviewer.siteId)
  const isRefused = ({ decision, standing }: Decided) =>
    actionBackTo[decision.fromStatus] !== 'hold' && isOwnAppeal(standing, reviewer)
  const drafts = found
    .filter(
      ({ decision, standing, undoneBy }) => !undoneBy && decision.version === standing.version,
    )
    .filter((decided) => !isRefused(decided))
    .map((decided) => undoing(decided, reviewer))
  const saved = await saveDecisions(db, drafts)
  return found.map((decided): UndoOutcome => {
    const { standing, undoneBy } = decided
    const { commentId } = standing
    const decision = saved.get(commentId)
    if (decision) return { outcome: 'undone', decision }
    if (undoneBy) return { outcome: 'already-undone', undoneBy, commentId }
    return isRefused(decided)
      ? { outcome: 'own-appeal', commentId }
      : { outcome: 'overtaken', current: standing }
  })
}

function undoing({ decision, standing, decidedIn }: Decided, reviewer: Reviewer): DecisionDraft {
  const action = actionBackTo[decision.fromStatus]
  const isHeld = action === 'hold'
  return {
    id: uuidv7(),
    commentId: standing.commentId,
    siteId: standing.siteId,
    expectedVersion: standing.version,
    fromStatus: standing.status,
    action,
    reason: isHeld && decidedIn === leadQueue ? 'escalated' : 'undone',
    note: '',
    decider: reviewer.decider,
    priority: standing.priority,
    queue: isHeld || decidedIn === leadQueue ? (decidedIn ?? undefined) : undefined,
    isSample: !isHeld && decidedIn === 'sample',
    undoesId: decision.id,
  }
}
