import { z } from 'zod'
import { claimNext, releaseClaim } from '../moderation/claim.store'
import { queueSorts, queueStates, readQueue } from '../moderation/queue.store'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { actorNameOf, define, notFound, siteIdsOf } from './door'
import { cardSchema, cursorQuery, limitQuery, siteQuery } from './schemas'

const tag = 'Queue'

const readReviewQueue = define({
  method: 'get',
  path: '/queue',
  summary: 'What waits for moderators, or what was decided, a page at a time',
  tag,
  access: 'moderator',
  query: z.object({
    site: siteQuery,
    state: z
      .enum(queueStates)
      .default('held')
      .describe('`lead`: what was escalated, or what two moderators saw differently; for owners'),
    sort: z.enum(queueSorts).default('priority'),
    limit: limitQuery(100, 25),
    cursor: cursorQuery,
  }),
  answers: {
    200: {
      description: 'A page of cards',
      schema: z.object({
        items: z.array(cardSchema),
        next_cursor: z.string().nullable(),
        total: z.number().int(),
      }),
    },
    400: { description: 'A parameter cannot be used' },
    403: { description: 'The state `lead` is for owners' },
    404: { description: 'No such site' },
  },
  handle: async ({ query: { site, ...query }, ...door }) => {
    if (query.state === 'lead' && door.caller.role !== 'owner')
      return problem(403, 'What waits for the lead needs the role owner.')
    const page = await readQueue(door.services.db, {
      siteIds: await siteIdsOf(door, site),
      ...query,
    })
    if (page) return { status: 200, body: page }
    const errors = [{ field: 'cursor', message: 'Use next_cursor of the page before.' }]
    return problem(400, 'The cursor is none of this list.', { errors })
  },
})

const claimCards = define({
  method: 'post',
  path: '/queue/claims',
  summary: 'Claim the next held comments; nobody else gets them for five minutes',
  tag,
  access: 'moderator',
  body: z.strictObject({
    site: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(100).default(10),
  }),
  answers: {
    200: { description: 'The claimed cards', schema: z.object({ items: z.array(cardSchema) }) },
    404: { description: 'No such site' },
    422: { description: 'Not valid' },
  },
  handle: async ({ body, ...door }) => {
    const claim = {
      siteIds: await siteIdsOf(door, body.site),
      claimedBy: actorNameOf(door.caller),
      limit: body.limit,
    }
    return { status: 200, body: { items: await claimNext(door.services.db, claim) } }
  },
})

const dropClaim = define({
  method: 'delete',
  path: '/queue/claims/{comment_id}',
  summary: 'Give a claimed card back',
  tag,
  access: 'moderator',
  answers: { 204: { description: 'Given back' }, 404: { description: 'No claim of yours' } },
  handle: async ({ params, ...door }) => {
    const commentId = params.comment_id ?? ''
    const claim = {
      siteIds: await siteIdsOf(door, undefined),
      claimedBy: actorNameOf(door.caller),
      commentId,
    }
    if (!isUuid(commentId) || !(await releaseClaim(door.services.db, claim)))
      throw notFound('claim')
    return { status: 204 }
  },
})

export const queueEndpoints = [readReviewQueue, claimCards, dropClaim]
