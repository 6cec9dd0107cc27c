import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { ArticleOnSite } from '../articles/article'
import { reportComment } from '../comments/report-comment.flow'
import { readReport } from '../comments/report-form'
import { findPublicComment } from '../comments/thread.store'
import { ProblemError, problem } from '../platform/http/problem'
import { maySend, originOf } from '../platform/http/same-origin'
import type { Services } from '../services'
import { allowOnly } from './allow-only.routes'
import { placeOf, sendPage } from './door'
import type { ReportPageModel } from './page-models'
import { articlePath, houseRulesPath, reportPath } from './paths'
import { renderReportPage } from './report-page.view'
import { pageAssets } from './site-assets.store'

/** Where readers tell the moderators of a public comment. */
export function reportPages(services: Services): Router {
  const router = Router()
  const page = router.route('/sites/:site/articles/:slug/comments/:id/report')
  page.get(async (request, response) => {
    const model = await modelOf(services, request)
    sendPage(response, 200, renderReportPage({ ...model, isSent: request.query.done === 'sent' }))
  })
  page.post(fromOwnPages(services), (request, response) => postReport(services, request, response))
  page.all(allowOnly('GET', 'POST'))
  return router
}

/** A page elsewhere could report a comment from the network of each of its readers. */
const fromOwnPages =
  ({ config }: Services): RequestHandler =>
  (request, _response, next) => {
    if (!maySend(originOf(request), config.publicUrl))
      throw new ProblemError(problem(403, 'This form was sent from another site.'))
    next()
  }

async function postReport(services: Services, request: Request, response: Response) {
  const model = await modelOf(services, request)
  const { form, errors } = readReport((request.body ?? {}) as Record<string, unknown>)
  if (Object.keys(errors).length > 0) {
    sendPage(response, 422, renderReportPage({ ...model, values: form, errors }))
    return
  }
  if (!(await reportComment(services, model.comment.id, form, request.ip ?? ''))) throw unknown()
  const path = articlePath(model.site.slug, model.article.slug)
  response.redirect(303, `${reportPath(path, model.comment.id)}?done=sent`)
}

const unknown = () => new ProblemError(problem(404, 'There is no such comment.'))

async function modelOf(services: Services, request: Request): Promise<ReportPageModel> {
  const { site, article }: ArticleOnSite = await placeOf(services, request.params)
  const comment = await findPublicComment(services.db, article.id, String(request.params.id))
  if (!comment) throw unknown()
  return {
    ...pageAssets,
    site: { slug: site.slug, name: site.name, language: site.settings.language },
    article,
    comment,
    values: { reason: '', detail: '' },
    errors: {},
    ...(site.houseRulesVersion !== null && { houseRulesHref: houseRulesPath(site.slug) }),
    isSent: false,
    now: new Date(),
  }
}
