import { z } from 'zod'
import { actions } from '../comments/comment'
import { storable } from '../comments/comment-form'
import { reasonCodes } from '../comments/reason'
import type { Decision } from '../moderation/decision'
import { longestNote } from '../moderation/note.store'
import {
  type ReviewOutcome,
  reviewComments,
  type UndoOutcome,
  undoDecisions,
} from '../moderation/review-comments.flow'
import type { Standing, StandingDecision } from '../moderation/standing.store'
import { type Answer, problem } from '../platform/http/problem'
import { isUuid, uuidv7 } from '../platform/uuid'
import { define, notFound, reviewerOf } from './door'
import { decisionSchema } from './schemas'

const tag = 'Decisions'

const reviewFields = {
  action: z.enum(actions),
  reason: z
    .enum(reasonCodes)
    .optional()
    .describe(
      '`escalated`, with the action hold alone, hands the comment to the owner: state=lead',
    ),
  note: z.string().max(longestNote).transform(storable).optional(),
  version: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('The version that was looked at; a stale one is refused'),
}

const escalationHolds = ({ action, reason }: { action: string; reason?: string | undefined }) =>
  reason !== 'escalated' || action === 'hold'
const escalationProblem = { path: ['reason'], message: 'Only what is held can be escalated.' }

const review = z.strictObject(reviewFields).refine(escalationHolds, escalationProblem)
const reviewInList = z
  .strictObject({ ...reviewFields, comment_id: z.string().max(100).toLowerCase() })
  .refine(escalationHolds, escalationProblem)

const result = z.object({ comment_id: z.string(), status: z.number().int() }).loose()

const decisionBody = (decision: Decision | StandingDecision, commentId: string) => ({
  id: decision.id,
  comment_id: commentId,
  action: decision.action,
  status: decision.status,
  reason: decision.reason,
  version: decision.version,
  decided_by: decision.decidedBy,
  decided_at: decision.decidedAt,
})

const currentBody = ({ commentId, status, version, decision }: Standing) => ({
  comment_id: commentId,
  status,
  version,
  ...(decision ? { decision: decisionBody(decision, commentId) } : {}),
})

const overtaken = (current: Standing): Answer =>
  problem(409, `Somebody else was first: the comment is ${current.status} now.`, {
    current: currentBody(current),
  })

const ownAppeal = (): Answer =>
  problem(403, 'The appeal is against a decision of yours: somebody else answers it.')

function answerTo(outcome: ReviewOutcome): Answer {
  switch (outcome.outcome) {
    case 'decided':
      return { status: 201, body: decisionBody(outcome.decision, outcome.decision.commentId) }
    case 'standing':
      return { status: 200, body: decisionBody(outcome.decision, outcome.commentId) }
    case 'overtaken':
      return overtaken(outcome.current)
    case 'own-appeal':
      return ownAppeal()
    case 'unknown':
      return problem(404, 'There is no such comment.')
  }
}

const decideOne = define({
  method: 'post',
  path: '/comments/{id}/decisions',
  summary: 'Decide on a comment',
  tag,
  access: 'moderator',
  body: review,
  answers: {
    200: { description: 'A person has decided just that already', schema: decisionSchema },
    201: { description: 'Decided', schema: decisionSchema },
    403: { description: 'An appeal against a decision of the token’s own moderator' },
    404: { description: 'No such comment' },
    409: { description: 'Overtaken; `current` says by what' },
    422: { description: 'Not valid' },
  },
  handle: async ({ services, caller, params, body }) => {
    const commentId = (params.id ?? '').toLowerCase()
    if (!isUuid(commentId)) throw notFound('comment')
    const [outcome] = await reviewComments(
      services.db,
      [{ commentId, ...body }],
      reviewerOf(caller),
    )
    return answerTo(outcome ?? { outcome: 'unknown', commentId })
  },
})

const maxBatch = 200
/** Room for a note with each decision, each character written as \uXXXX. */
const batchBytes = maxBatch * (6 * longestNote + 1024)

const decideMany = define({
  method: 'post',
  path: '/decisions',
  summary:
    'Decide on up to 200 comments at once; each is answered by itself, one undo takes all back',
  tag,
  access: 'moderator',
  bodyBytes: batchBytes,
  body: z.strictObject({
    decisions: z.array(reviewInList).min(1).max(maxBatch),
  }),
  answers: {
    200: {
      description: 'An outcome for each, in order',
      schema: z.object({ results: z.array(result), batch_id: z.uuid() }),
    },
    422: { description: 'Not valid' },
  },
  handle: async ({ services, caller, body }) => {
    const batchId = uuidv7()
    const reviews = body.decisions.map(({ comment_id, ...rest }) => ({
      commentId: comment_id,
      ...rest,
    }))
    const known = reviews.filter(({ commentId }) => isUuid(commentId))
    const outcomes = await reviewComments(services.db, known, reviewerOf(caller), batchId)
    const byComment = new Map(known.map(({ commentId }, index) => [commentId, outcomes[index]]))
    const results = reviews.map(({ commentId }) => {
      const answer = answerTo(byComment.get(commentId) ?? { outcome: 'unknown', commentId })
      const { status: commentStatus, ...body } = answer.body as Record<string, unknown>
      return {
        ...body,
        comment_id: commentId,
        status: answer.status,
        comment_status: answer.status < 300 ? commentStatus : undefined,
      }
    })
    return { status: 200, body: { results, batch_id: batchId } }
  },
})

function undoAnswer(outcome: UndoOutcome): Answer {
  if (outcome.outcome === 'undone')
    return { status: 201, body: decisionBody(outcome.decision, outcome.decision.commentId) }
  if (outcome.outcome === 'own-appeal') return ownAppeal()
  return outcome.outcome === 'overtaken'
    ? overtaken(outcome.current)
    : problem(409, 'This decision was taken back already.', { undone_by: outcome.undoneBy })
}

const undoOne = define({
  method: 'post',
  path: '/decisions/{id}/undo',
  summary: 'Take a decision back',
  tag,
  access: 'moderator',
  answers: {
    201: { description: 'The decision that took it back', schema: decisionSchema },
    403: { description: 'An appeal against a decision of the token’s own moderator' },
    404: { description: 'No such decision' },
    409: { description: 'Taken back already, or decided again since' },
  },
  handle: async ({ services, caller, params }) => {
    const decisionId = params.id ?? ''
    const outcomes = isUuid(decisionId)
      ? await undoDecisions(services.db, { decisionId }, reviewerOf(caller))
      : []
    const [outcome] = outcomes
    if (!outcome) throw notFound('decision')
    return undoAnswer(outcome)
  },
})

const undoBatch = define({
  method: 'post',
  path: '/batches/{id}/undo',
  summary: 'Take a whole batch back; what was decided again since is left',
  tag,
  access: 'moderator',
  answers: {
    201: { description: 'An outcome for each', schema: z.object({ results: z.array(result) }) },
    404: { description: 'No such batch' },
  },
  handle: async ({ services, caller, params }) => {
    const batchId = params.id ?? ''
    const outcomes = isUuid(batchId)
      ? await undoDecisions(services.db, { batchId }, reviewerOf(caller))
      : []
    if (outcomes.length === 0) throw notFound('batch')
    const results = outcomes.map((outcome) => {
      const { status, body } = undoAnswer(outcome)
      return { comment_id: commentOf(outcome), ...(body as object), status }
    })
    return { status: 201, body: { results } }
  },
})

function commentOf(outcome: UndoOutcome): string {
  if (outcome.outcome === 'undone') return outcome.decision.commentId
  return outcome.outcome === 'overtaken' ? outcome.current.commentId : outcome.commentId
}

export const decisionEndpoints = [decideOne, decideMany, undoOne, undoBatch]
