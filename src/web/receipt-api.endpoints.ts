import { z } from 'zod'
import { statuses } from '../comments/comment'
import { maxAppealLength } from '../comments/comment-form'
import {
  appealOwnComment,
  deleteOwnComment,
  editableUntil,
  editOwnComment,
  mayAppeal,
} from '../comments/own-comment.flow'
import type { OwnComment } from '../comments/own-comment.store'
import { reasonCodes, reasons } from '../comments/reason'
import { reportComment } from '../comments/report-comment.flow'
import { reportSchema } from '../comments/report-form'
import { problem } from '../platform/http/problem'
import { define, noStore, ownCommentOf } from './door'
import { houseRulesPath } from './paths'

const tag = 'Receipt'
const unknown = { description: 'No comment with this receipt' }

const ownStatus = z.object({
  id: z.uuid(),
  status: z.enum(statuses),
  reason: z.enum(reasonCodes).optional(),
  statement: z
    .string()
    .optional()
    .describe('The reason in a sentence, and whether a person decided'),
  house_rules: z
    .object({ version: z.number().int(), url: z.string() })
    .optional()
    .describe('What it was decided under'),
  editable_until: z.iso.datetime().optional(),
  may_appeal: z.boolean(),
})

/** What the bearer of a receipt is told. */
export function ownStatusOf(comment: OwnComment, now: Date) {
  const told = comment.status !== 'approved' && comment.reason !== null
  const { siteSlug, houseRulesVersion: version } = comment
  return {
    id: comment.id,
    status: comment.status,
    ...(told && comment.reason ? { reason: comment.reason, statement: statementOf(comment) } : {}),
    ...(told && version !== null
      ? { house_rules: { version, url: houseRulesPath(siteSlug, version) } }
      : {}),
    ...(editableUntil(comment, now) ? { editable_until: editableUntil(comment, now) } : {}),
    may_appeal: mayAppeal(comment),
  }
}

function statementOf({ reason, decidedBy }: OwnComment): string {
  const who =
    decidedBy === 'moderator' ? 'A moderator decided this.' : 'This was decided automatically.'
  return reason ? `${reasons[reason].statement} ${who}` : who
}

const readOwnComment = define({
  method: 'get',
  path: '/receipts/{receipt}',
  summary: 'What became of a comment',
  tag,
  access: 'public',
  answers: { 200: { description: 'Its status', schema: ownStatus }, 404: unknown },
  handle: async ({ services, params }) => ({
    status: 200,
    headers: noStore,
    body: ownStatusOf(await ownCommentOf(services, params), new Date()),
  }),
})

const editOwn = define({
  method: 'patch',
  path: '/receipts/{receipt}',
  summary: 'Change the text within the edit window; it is judged again',
  tag,
  access: 'public',
  body: z.looseObject({ body: z.any().optional().meta({ type: 'string' }) }),
  answers: {
    202: { description: 'Saved', schema: z.object({ id: z.uuid(), status: z.enum(statuses) }) },
    403: { description: 'The edit window is over' },
    404: unknown,
    409: { description: 'It was decided at this very moment' },
    422: { description: 'The text cannot be used' },
  },
  handle: async ({ services, params, body }) => {
    const comment = await ownCommentOf(services, params)
    const result = await editOwnComment(services, comment, body.body, new Date())
    if (result.outcome === 'invalid')
      return problem(422, 'Please check the text.', { errors: result.errors })
    if (result.outcome === 'too-late') return problem(403, 'The time for editing is over.')
    if (result.outcome === 'overtaken')
      return problem(409, 'The comment was decided at this very moment.')
    return { status: 202, headers: noStore, body: { id: comment.id, status: 'pending' } }
  },
})

const deleteOwn = define({
  method: 'delete',
  path: '/receipts/{receipt}',
  summary: 'Erase name and text for good',
  tag,
  access: 'public',
  answers: { 204: { description: 'Erased' }, 404: unknown },
  handle: async ({ services, params }) => {
    await deleteOwnComment(services.db, await ownCommentOf(services, params))
    return { status: 204 }
  },
})

const appealOwn = define({
  method: 'post',
  path: '/receipts/{receipt}/appeals',
  summary: 'Ask a person to look again',
  tag,
  access: 'public',
  body: z.looseObject({
    text: z.any().optional().meta({ type: 'string', maxLength: maxAppealLength }),
  }),
  answers: {
    201: { description: 'Sent', schema: z.object({ id: z.uuid() }) },
    404: unknown,
    409: { description: 'Nothing to appeal against, or appealed already' },
    422: { description: 'The text cannot be used' },
  },
  handle: async ({ services, params, body }) => {
    const result = await appealOwnComment(
      services.db,
      await ownCommentOf(services, params),
      body.text,
    )
    if (result.outcome === 'invalid')
      return problem(422, 'Please check the text.', { errors: result.errors })
    if (result.outcome === 'not-possible')
      return problem(409, 'There is nothing to appeal against, or an appeal was sent already.')
    return { status: 201, headers: noStore, body: { id: result.id } }
  },
})

const reportOfComment = define({
  method: 'post',
  path: '/comments/{id}/reports',
  summary: 'Tell the moderators of a public comment',
  tag: 'Reader',
  access: 'public',
  body: reportSchema,
  answers: {
    202: { description: 'Received', schema: z.object({ status: z.literal('received') }) },
    404: { description: 'No such public comment' },
    422: { description: 'Not valid' },
  },
  handle: async ({ services, params, body, request }) => {
    const report = { reason: body.reason, detail: body.detail ?? '' }
    return (await reportComment(services, params.id ?? '', report, request.ip ?? ''))
      ? { status: 202, body: { status: 'received' } }
      : problem(404, 'There is no such comment.')
  },
})

/** What authors do with their own comments, and what readers say of others'. */
export const receiptEndpoints = [readOwnComment, editOwn, deleteOwn, appealOwn, reportOfComment]
