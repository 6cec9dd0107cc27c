import { type Request, Router } from 'express'
import { ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import { readVersionNumber } from '../sites/house-rules'
import { findHouseRules } from '../sites/house-rules.store'
import { findSite } from '../sites/site.store'
import { allowOnly } from './allow-only.routes'
import { sendPage } from './door'
import { renderHouseRulesPage } from './house-rules-page.view'
import { houseRulesPath } from './paths'
import { pageAssets } from './site-assets.store'

const unknown = () => new ProblemError(problem(404, 'There are no such house rules.'))

/** The house rules of a site, and the versions that decisions have named. */
export function houseRulesPages(services: Services): Router {
  const router = Router()
  const page = router.route('/sites/:site/house-rules')
  page.get(async (request: Request, response) => {
    const site = await findSite(services.db, String(request.params.site))
    const asked = request.query.version
    const version = readVersionNumber(asked)
    if (!site?.houseRulesVersion || (asked !== undefined && !version)) throw unknown()
    const rules = await findHouseRules(services.db, site.id, version ?? site.houseRulesVersion)
    if (!rules) throw unknown()
    const { slug, name, settings, houseRulesVersion } = site
    const html = renderHouseRulesPage({
      ...pageAssets,
      site: { slug, name, language: settings.language },
      version: rules.version,
      text: rules.text,
      since: rules.createdAt,
      ...(rules.version < houseRulesVersion && { currentHref: houseRulesPath(slug) }),
      ...(rules.version > 1 && { previousHref: houseRulesPath(slug, rules.version - 1) }),
    })
    sendPage(response, 200, html)
  })
  page.all(allowOnly('GET'))
  return router
}
