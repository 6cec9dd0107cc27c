import { type Request, Router } from 'express'
import type { FieldError } from '../comments/comment-form'
import {
  appealOwnComment,
  deleteOwnComment,
  editableUntil,
  editOwnComment,
  mayAppeal,
} from '../comments/own-comment.flow'
import type { OwnComment } from '../comments/own-comment.store'
import { reasons } from '../comments/reason'
import type { Services } from '../services'
import { allowOnly } from './allow-only.routes'
import { ownCommentOf, sendPage } from './door'
import type { ReceiptPageModel, StatementView } from './page-models'
import { houseRulesPath, receiptPath } from './paths'
import { renderReceiptPage } from './receipt-page.view'
import { pageAssets } from './site-assets.store'

/** What became of a comment, for whoever holds its receipt. */
export function receiptPages(services: Services): Router {
  const router = Router()
  const receiptOf = (request: Request) => String(request.params.receipt)
  const commentOf = (request: Request) => ownCommentOf(services, request.params)
  const fieldOf = (request: Request, name: string): unknown =>
    (request.body as Record<string, unknown> | undefined)?.[name]

  const page = router.route('/receipts/:receipt')
  page.get(async (request, response) => {
    const comment = await commentOf(request)
    const model = receiptModel(comment, receiptOf(request), new Date())
    sendPage(response, 200, renderReceiptPage({ ...model, ...noticeOf(request.query.done) }))
  })

  page.all(allowOnly('GET'))

  router.post('/receipts/:receipt/edit', async (request, response) => {
    const comment = await commentOf(request)
    const typed = fieldOf(request, 'body')
    const now = new Date()
    const result = await editOwnComment(services, comment, typed, now)
    if (result.outcome === 'edited') {
      response.redirect(303, `${receiptPath(receiptOf(request))}?done=edited`)
      return
    }
    const errors =
      result.outcome === 'invalid'
        ? { body: messageOf(result.errors) }
        : { form: refusals[result.outcome] }
    const model = receiptModel(comment, receiptOf(request), now)
    const values = { body: typeof typed === 'string' ? typed : '' }
    sendPage(response, 422, renderReceiptPage({ ...model, errors, values }))
  })

  router.post('/receipts/:receipt/delete', async (request, response) => {
    await deleteOwnComment(services.db, await commentOf(request))
    response.redirect(303, `${receiptPath(receiptOf(request))}?done=deleted`)
  })

  router.post('/receipts/:receipt/appeal', async (request, response) => {
    const comment = await commentOf(request)
    const typed = fieldOf(request, 'text')
    const result = await appealOwnComment(services.db, comment, typed)
    if (result.outcome === 'appealed') {
      response.redirect(303, `${receiptPath(receiptOf(request))}?done=appealed`)
      return
    }
    const errors =
      result.outcome === 'invalid'
        ? { appeal: messageOf(result.errors) }
        : { form: refusals[result.outcome] }
    const model = receiptModel(comment, receiptOf(request), new Date())
    const values = { appeal: typeof typed === 'string' ? typed : '' }
    sendPage(response, 422, renderReceiptPage({ ...model, errors, values }))
  })

  for (const form of ['edit', 'delete', 'appeal']) {
    const route = router.route(`/receipts/:receipt/${form}`)
    // a form with errors is shown under this address, and readers load pages again
    route.get((request, response) => response.redirect(302, receiptPath(receiptOf(request))))
    route.all(allowOnly('GET', 'POST'))
  }
  return router
}

const refusals = {
  'too-late': 'The time for editing is over. You can still delete your comment.',
  overtaken: 'Your comment was just being judged. Please try again.',
  'not-possible': 'There is nothing to appeal against, or you have appealed already.',
} as const

const notices: Record<string, string> = {
  edited: 'Your changes are saved and will be checked again.',
  deleted: 'Your comment and your name have been erased.',
  appealed: 'Your appeal has been sent. A person will read it.',
}

const noticeOf = (done: unknown) => {
  const notice = typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done] : ''
  return notice ? { notice } : {}
}

const messageOf = (errors: readonly FieldError[]): string => errors[0]?.message ?? ''

function receiptModel(comment: OwnComment, receipt: string, now: Date): ReceiptPageModel {
  return {
    ...pageAssets,
    site: { slug: comment.siteSlug, name: comment.siteName, language: comment.language ?? 'en' },
    article: { slug: comment.articleSlug, title: comment.articleTitle },
    receipt,
    comment,
    statement: statementOf(comment),
    editableUntil: editableUntil(comment, now) ?? null,
    appeal: appealOf(comment),
    now,
  }
}

/** The statement of reasons that a restriction owes its author (Regulation (EU) 2022/2065, art. 17). */
export function statementOf({
  status,
  reason,
  decidedBy,
  decidedAt,
  siteSlug,
  houseRulesVersion: version,
}: OwnComment): StatementView | null {
  if (status === 'approved' || !reason || !decidedBy || !decidedAt) return null
  const statement = { text: reasons[reason].statement, decidedBy, decidedAt }
  return version === null
    ? statement
    : { ...statement, houseRules: { version, href: houseRulesPath(siteSlug, version) } }
}

function appealOf(comment: OwnComment): ReceiptPageModel['appeal'] {
  if (comment.appealedAt)
    return { sentAt: comment.appealedAt, answeredAt: comment.appealAnsweredAt }
  return mayAppeal(comment) ? 'open' : null
}
