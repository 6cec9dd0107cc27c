import { z } from 'zod'
import { statuses } from '../comments/comment'
import { reasonCodes } from '../comments/reason'
import { markAuthor } from '../moderation/author-role.store'
import { readCommentDetail } from '../moderation/comment-detail.store'
import { searchComments } from '../moderation/comment-search.store'
import { boundFields, scoreBounds } from '../moderation/search-form'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { authorRoles } from '../rules/features'
import { actorNameOf, define, notFound, siteIdsOf } from './door'
import { cardSchema, cursorQuery, limitQuery, moment, siteQuery, text } from './schemas'

const tag = 'Comments'
const share = z.coerce.number().min(0).max(1).optional()

const searchAll = define({
  method: 'get',
  path: '/comments',
  summary: 'Search comments, newest first',
  tag,
  access: 'moderator',
  query: z.object({
    site: siteQuery,
    q: text(200).optional().describe('Words or a part of the text of judged comments'),
    author: text(200).optional().describe('A part of the name'),
    article: text(200).optional().describe('Slug of an article'),
    section: text(200).optional().describe('Section of the articles'),
    status: z.enum(statuses).optional(),
    reason: z.enum(reasonCodes).optional().describe('Why it stands where it stands'),
    rule: text(200).optional().describe('A rule that has hit it: an id, or a built-in name'),
    moderator: z.uuid().optional().describe('Who has decided on it, at any time'),
    from: moment.optional(),
    to: moment.optional(),
    ...boundFields(share),
    limit: limitQuery(100, 25),
    cursor: cursorQuery,
  }),
  answers: {
    200: {
      description:
        'A page of comments; next_cursor is null at the end. A search for one or two letters, or for signs, looks through 20,000 comments a page, so a page with few or no items may have a next one',
      schema: z.object({ items: z.array(cardSchema), next_cursor: z.string().nullable() }),
    },
    400: { description: 'A parameter cannot be used' },
  },
  handle: async ({ query, ...door }) => {
    const { site, moderator, ...search } = query
    const found = await searchComments(door.services.db, {
      ...search,
      siteIds: await siteIdsOf(door, site),
      moderatorId: moderator,
      minScores: scoreBounds(query, 'min'),
      maxScores: scoreBounds(query, 'max'),
    })
    if (found) return { status: 200, body: found }
    const errors = [{ field: 'cursor', message: 'Use next_cursor of the page before.' }]
    return problem(400, 'The cursor is none of this list.', { errors })
  },
})

const readDetail = define({
  method: 'get',
  path: '/comments/{id}',
  summary: 'Everything about a comment: text, scores, findings, decisions, author, thread',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'The comment',
      schema: cardSchema.extend({
        captcha_seconds: z.number().describe('From the sum to the comment; -1: not known'),
        honeypot: z.boolean().describe('The field that people do not see was filled in'),
        features: z.record(z.string(), z.unknown()).nullable(),
        evaluation: z.record(z.string(), z.unknown()).nullable(),
        earlier_evaluations: z
          .array(z.record(z.string(), z.unknown()))
          .describe('Newest first, at most 50, without features'),
        decisions: z.array(z.record(z.string(), z.unknown())),
        report_list: z.array(z.record(z.string(), z.unknown())),
        appeals: z.array(z.record(z.string(), z.unknown())),
        notes: z.array(z.record(z.string(), z.unknown())),
        revisions: z.array(z.record(z.string(), z.unknown())),
        author_history: z.record(z.string(), z.unknown()),
        thread: z.record(z.string(), z.unknown()),
      }),
    },
    404: { description: 'No such comment' },
  },
  handle: async ({ services, caller, params }) => {
    const id = params.id ?? ''
    const detail = isUuid(id) ? await readCommentDetail(services.db, id, caller.siteId) : undefined
    if (!detail) throw notFound('comment')
    return { status: 200, body: { ...detail, features: detail.evaluation?.features ?? null } }
  },
})

const putAuthorRole = define({
  method: 'put',
  path: '/comments/{id}/author-role',
  summary:
    'Say what the author of a comment is to the site: rules may pass over trusted ones and staff',
  tag,
  access: 'owner',
  body: z.strictObject({ role: z.enum(authorRoles) }),
  answers: {
    204: { description: 'Marked; it counts from the next comment on' },
    404: { description: 'No such comment, or its author was erased' },
  },
  handle: async ({ services, caller, params, body }) => {
    const comment = { id: params.id ?? '', siteId: caller.siteId }
    const isMarked =
      isUuid(comment.id) && (await markAuthor(services.db, comment, body.role, actorNameOf(caller)))
    if (!isMarked) throw notFound('comment')
    return { status: 204 }
  },
})

export const commentEndpoints = [searchAll, readDetail, putAuthorRole]
