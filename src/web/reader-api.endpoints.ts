import { z } from 'zod'
import type { ArticleOnSite } from '../articles/article'
import { captchaMessages } from '../captcha/challenge'
import { statuses } from '../comments/comment'
import { closedMessage, maxAuthorLength, maxBodyLength } from '../comments/comment-form'
import { newChallenge, type SubmitOutcome, submitComment } from '../comments/submit-comment.flow'
import { readThread } from '../comments/thread.store'
import { threadSorts } from '../comments/thread-order'
import { type Answer, problem } from '../platform/http/problem'
import type { Services } from '../services'
import { define, noStore, placeOf } from './door'
import { honeypotField, senderOf } from './request-fields'

const challengeSchema = z.object({
  token: z.string(),
  question: z.string().meta({ example: '4 + 5 =' }),
  words: z.string().meta({ example: 'four plus five' }),
  min_age_ms: z.number().int(),
  expires_at: z.iso.datetime(),
})

const publicComment = z.object({
  id: z.uuid(),
  parent_id: z.uuid().nullable(),
  author: z.string().nullable(),
  body: z.string().nullable(),
  created_at: z.iso.datetime(),
  edited_at: z.iso.datetime().nullable(),
  reply_count: z.number().int(),
  is_tombstone: z
    .boolean()
    .describe('Not public, but has public replies; author, body and edited_at are null'),
})

/**
 * Described here; checked field by field at the trust border, which answers for each field. What is
 * no object has no fields.
 */
const newComment = z
  .looseObject({
    author: z.any().optional().meta({ type: 'string', maxLength: maxAuthorLength }),
    body: z.any().optional().meta({ type: 'string', maxLength: maxBodyLength }),
    parent_id: z
      .any()
      .optional()
      .meta({ type: ['string', 'null'], format: 'uuid' }),
    captcha: z
      .any()
      .optional()
      .meta({
        type: 'object',
        properties: { token: { type: 'string' }, answer: { type: 'string' } },
      }),
  })
  .catch({})

const path = '/sites/{site}/articles/{slug}'
const tag = 'Reader'

const readChallenge = define({
  method: 'get',
  path: `${path}/challenge`,
  summary: 'A sum that one comment on this article needs',
  tag,
  access: 'public',
  answers: {
    200: { description: 'A fresh sum', schema: challengeSchema },
    404: { description: 'No such article' },
  },
  handle: async ({ services, params }) => ({
    status: 200,
    headers: noStore,
    body: challengeOf(services, await placeOf(services, params)),
  }),
})

const readComments = define({
  method: 'get',
  path: `${path}/comments`,
  summary: 'Approved comments and the tombstones above them, one page at a time',
  tag,
  access: 'public',
  query: z.object({
    sort: z.enum(threadSorts).default('newest'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(200).optional(),
    around: z
      .string()
      .max(200)
      .optional()
      .describe('Id of a comment: returns the page that contains it. Not together with cursor'),
  }),
  answers: {
    200: {
      description: 'A page of the thread',
      schema: z.object({
        comments: z.array(publicComment),
        next_cursor: z.string().nullable(),
        total: z.number().int().describe('Approved comments on all pages'),
      }),
    },
    400: { description: 'A parameter cannot be used' },
    404: { description: 'No such article, or no such public comment in it' },
  },
  handle: async ({ services, params, query }) => {
    const { article } = await placeOf(services, params)
    if (query.cursor !== undefined && query.around !== undefined)
      return problem(400, 'Use either cursor or around, not both.', {
        errors: [{ field: 'around', message: 'Omit it when a cursor is given.' }],
      })
    const page = await readThread(services.db, { articleId: article.id, ...query })
    if (page) return { status: 200, body: page, headers: { 'cache-control': 'public, max-age=5' } }
    if (query.around !== undefined)
      return problem(404, 'There is no such public comment on this article.')
    return problem(400, 'The cursor is none of this list.', {
      errors: [{ field: 'cursor', message: 'Use next_cursor of the page before.' }],
    })
  },
})

const sendComment = define({
  method: 'post',
  path: `${path}/comments`,
  summary: 'Send a comment; it is judged afterwards',
  tag,
  access: 'public',
  body: newComment,
  answers: {
    202: {
      description: 'Saved; the receipt proves authorship',
      schema: z.object({ id: z.uuid(), status: z.enum(statuses), receipt: z.string() }),
    },
    403: { description: 'Comments are closed' },
    404: { description: 'No such article' },
    409: { description: 'The sum was used for another comment' },
    413: { description: 'Too large' },
    422: { description: 'Something is missing or wrong; holds a fresh challenge' },
    429: { description: 'Too many requests; see Retry-After' },
  },
  handle: async ({ services, params, body, request }) => {
    const place = await placeOf(services, params)
    const outcome = await submitComment(
      services,
      place,
      rawForm(body),
      senderOf(request, new Date()),
    )
    return answerTo(services, place, outcome)
  },
})

/** Comments of an article and the sum that lets a reader add one. */
export const readerEndpoints = [readChallenge, readComments, sendComment]

function rawForm(body: z.infer<typeof newComment>) {
  const captcha: unknown = body.captcha
  const { token, answer } = (
    typeof captcha === 'object' && captcha !== null ? captcha : {}
  ) as Record<string, unknown>
  return {
    author: body.author,
    body: body.body,
    parentId: body.parent_id,
    token,
    answer: typeof answer === 'number' ? String(answer) : answer,
    honeypot: body[honeypotField],
  }
}

function challengeOf(services: Services, place: ArticleOnSite) {
  const { token, question, words, minAgeMs, expiresAt } = newChallenge(
    services.keys.challenge,
    place,
    new Date(),
  )
  return { token, question, words, min_age_ms: minAgeMs, expires_at: expiresAt }
}

function answerTo(services: Services, place: ArticleOnSite, result: SubmitOutcome): Answer {
  if (result.outcome === 'accepted')
    return {
      status: 202,
      headers: noStore,
      body: { id: result.id, status: 'pending', receipt: result.receipt },
    }
  if (result.outcome === 'closed') return problem(403, closedMessage)
  const challenge = challengeOf(services, place)
  if (result.outcome === 'conflict') {
    const errors = [{ field: 'captcha', message: captchaMessages.used }]
    return problem(409, 'This sum was already used for another comment.', { errors, challenge })
  }
  return problem(422, 'Please check the comment.', { errors: result.errors, challenge })
}
