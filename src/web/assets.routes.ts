import { Router } from 'express'
import { allowOnly } from './allow-only.routes'
import { siteAssets } from './site-assets.store'

/** Files whose address changes with their content: kept for good. */
export function assets(): Router {
  const router = Router()
  for (const { href, type, content } of Object.values(siteAssets)) {
    router.get(href, (_request, response) => {
      response.set('cache-control', 'public, max-age=31536000, immutable')
      response.type(type).send(content)
    })
    router.all(href, allowOnly('GET'))
  }
  router.get('/favicon.ico', (_request, response) => response.redirect(301, siteAssets.icon.href))
  return router
}
