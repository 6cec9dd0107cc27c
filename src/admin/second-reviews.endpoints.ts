import { z } from 'zod'
import { actions } from '../comments/comment'
import { reasonCodes, usualReason } from '../comments/reason'
import type { BlindItem } from '../moderation/second-review.store'
import { claimSecondReviews, saveSecondReview } from '../moderation/second-review.store'
import { isUuid } from '../platform/uuid'
import { define, notFound, reviewerOf, siteIdsOf } from './door'
import { findingSchema, limitQuery, scoresSchema, siteQuery, time } from './schemas'

const tag = 'Second reviews'

/** A finding without what it led to. */
const blindFinding = findingSchema.pick({ rule: true, version: true, detail: true, spans: true })

const blindItem = z.object({
  decision_id: z.uuid(),
  site: z.string(),
  article: z.object({ slug: z.string(), title: z.string() }),
  author: z.string(),
  body: z.string(),
  created_at: time,
  scores: scoresSchema,
  findings: z.array(blindFinding),
})

const blindBody = ({ decisionId, commentId: _, createdAt, findings, ...item }: BlindItem) => ({
  decision_id: decisionId,
  ...item,
  created_at: createdAt,
  findings: findings.map(({ rule, version, detail, spans }) => ({ rule, version, detail, spans })),
})

const listSecondReviews = define({
  method: 'get',
  path: '/second-reviews',
  summary:
    'Comments that another moderator has decided on, without the decision; yours for a quarter of an hour',
  tag,
  access: 'moderator',
  query: z.object({ site: siteQuery, limit: limitQuery(50, 10) }),
  answers: {
    200: { description: 'Oldest first', schema: z.object({ items: z.array(blindItem) }) },
    404: { description: 'No such site' },
  },
  handle: async ({ query, ...door }) => {
    const items = await claimSecondReviews(door.services.db, {
      siteIds: await siteIdsOf(door, query.site),
      reviewer: reviewerOf(door.caller),
      limit: query.limit,
    })
    return { status: 200, body: { items: items.map(blindBody) } }
  },
})

const giveSecondReview = define({
  method: 'post',
  path: '/second-reviews/{decision_id}',
  summary:
    'Say what you would have decided: nothing changes, but another action than the first goes to the owner',
  tag,
  access: 'moderator',
  body: z.strictObject({
    action: z.enum(actions),
    reason: z.enum(reasonCodes).exclude(['escalated', 'undone']).optional(),
  }),
  answers: {
    201: {
      description: 'Kept',
      schema: z.object({
        decision_id: z.uuid(),
        action: z.enum(actions),
        reason: z.enum(reasonCodes),
      }),
    },
    404: { description: 'Nothing is asked there, of you, or any more' },
    422: { description: 'Not valid' },
  },
  handle: async ({ services, caller, params, body }) => {
    const decisionId = params.decision_id ?? ''
    const { action, reason = usualReason[action] } = body
    const review = { decisionId, action, reason }
    if (!isUuid(decisionId) || !(await saveSecondReview(services.db, review, reviewerOf(caller))))
      throw notFound('second review')
    return { status: 201, body: { decision_id: decisionId, action, reason } }
  },
})

export const secondReviewEndpoints = [listSecondReviews, giveSecondReview]
