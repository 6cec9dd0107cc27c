import { z } from 'zod'
import { claimNext, releaseClaim } from '../moderation/claim.store'
import { type QueueState, queueSorts, queueStates, readQueue } from '../moderation/queue.store'
import { mostCounted, readHistogram } from '../moderation/score-histogram.store'
import { binCount } from '../moderation/score-range'
import { ProblemError, problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { scoreNames } from '../scoring/score'
import { type AdminDoor, actorNameOf, define, notFound, siteIdsOf } from './door'
import { cardSchema, cursorQuery, limitQuery, siteQuery, text } from './schemas'

const tag = 'Queue'

const share = z.coerce.number().min(0).max(1).optional()

const partQuery = {
  site: siteQuery,
  section: text(100).optional().describe('Only comments on articles of this section'),
  queue: text(40).optional().describe('Only what waits in this queue, as rules name it'),
  state: z
    .enum(queueStates)
    .default('held')
    .describe('`lead`: what was escalated, or what two moderators saw differently; for owners'),
  score: z.enum(scoreNames).default('toxicity').describe('The score that is asked about'),
}

function refuseLead({ caller }: AdminDoor, state: QueueState): void {
  if (state === 'lead' && caller.role !== 'owner')
    throw new ProblemError(problem(403, 'What waits for the lead needs the role owner.'))
}

/** Ends that are the wrong way round leave nothing between them. */
function rangeOf(least = 0, most = 1): { from: number; to: number } {
  return { from: least, to: Math.max(least, most) }
}

const readReviewQueue = define({
  method: 'get',
  path: '/queue',
  summary: 'What waits for moderators, or what was decided, a page at a time',
  tag,
  access: 'moderator',
  query: z.object({
    ...partQuery,
    sort: z.enum(queueSorts).default('priority'),
    min_score: share.describe('Only what is scored this or more'),
    max_score: share.describe('Only what is scored less than this; 1 takes in what is scored 1'),
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
  handle: async ({ query: { site, score, min_score, max_score, ...query }, ...door }) => {
    refuseLead(door, query.state)
    const isRange = min_score !== undefined || max_score !== undefined
    const page = await readQueue(door.services.db, {
      siteIds: await siteIdsOf(door, site),
      asker: door.caller.moderatorId,
      ...query,
      ...(isRange ? { scores: { score, ...rangeOf(min_score, max_score) } } : {}),
    })
    if (page) return { status: 200, body: page }
    const errors = [{ field: 'cursor', message: 'Use next_cursor of the page before.' }]
    return problem(400, 'The cursor is none of this list.', { errors })
  },
})

const readScoreHistogram = define({
  method: 'get',
  path: '/queue/histogram',
  summary: 'How the comments of a part of the queue are scored',
  tag,
  access: 'moderator',
  query: z.object(partQuery),
  answers: {
    200: {
      description: `Counts of at most ${mostCounted} comments: the oldest that wait, the newest that were decided`,
      schema: z.object({
        score: z.enum(scoreNames),
        bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })),
        not_scored: z.number().int(),
        is_cut: z.boolean().describe('There may be more comments than were counted'),
      }),
    },
    400: { description: 'A parameter cannot be used' },
    403: { description: 'The state `lead` is for owners' },
    404: { description: 'No such site' },
  },
  handle: async ({ query: { site, score, ...query }, ...door }) => {
    refuseLead(door, query.state)
    const asker = door.caller.moderatorId
    const part = { siteIds: await siteIdsOf(door, site), asker, ...query }
    const { bins, notScored, isCut } = await readHistogram(door.services.db, part, score)
    const body = {
      score,
      bins: bins.map((count, bin) => ({ from: bin / binCount, to: (bin + 1) / binCount, count })),
      not_scored: notScored,
      is_cut: isCut,
    }
    return { status: 200, body }
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
    queue: text(40).optional().describe('Only what waits in this queue'),
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
      queue: body.queue,
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

export const queueEndpoints = [readReviewQueue, readScoreHistogram, claimCards, dropClaim]
