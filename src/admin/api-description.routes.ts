import { Router } from 'express'
import { send } from '../platform/http/endpoint'
import { describeApi } from '../platform/http/openapi'
import { problem } from '../platform/http/problem'
import { allowOnly } from '../web/allow-only.routes'
import { readerEndpoints } from '../web/reader-api.endpoints'
import { receiptEndpoints } from '../web/receipt-api.endpoints'
import { pageAssets } from '../web/site-assets.store'
import { adminEndpoints } from './admin-api.routes'
import { renderApiPage } from './api-page.view'

const info = {
  title: 'Postbag',
  version: '1',
  description:
    'Comments of readers and the desk that moderates them. Errors are application/problem+json, ids are UUIDs, times are ISO 8601 in UTC.',
}

/** Made from the schemas that validate the requests. */
const description = describeApi(info, [
  { prefix: '/api/v1', endpoints: [...readerEndpoints, ...receiptEndpoints] },
  { prefix: '/api/admin/v1', endpoints: adminEndpoints },
])

/** The description for programs, and a page of it for people. */
export function apiDescription(): Router {
  const router = Router()
  router.get('/openapi.json', (_request, response) => void response.json(description))
  const page = renderApiPage(description, pageAssets)
  router.get('/docs', (_request, response) => void response.type('html').send(page))
  router.all(['/openapi.json', '/docs'], allowOnly('GET'))
  router.use((_request, response) =>
    send(response, problem(404, 'There is nothing at this address.')),
  )
  return router
}
