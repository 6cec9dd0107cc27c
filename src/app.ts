import express, { type Express } from 'express'
import { adminApi } from './admin/admin-api.routes'
import { apiDescription } from './admin/api-description.routes'
import { consolePages } from './console/console.routes'
import { largeForms } from './console/large-forms.routes'
import { readBodies } from './platform/http/bodies'
import type { Services } from './services'
import { articlePages } from './web/article-pages.routes'
import { assets } from './web/assets.routes'
import { cspReports, reportingEndpoints } from './web/csp-reports.routes'
import { answerErrors, unknownPath } from './web/errors.routes'
import { health } from './web/health.routes'
import { houseRulesPages } from './web/house-rules-pages.routes'
import { limitPosts } from './web/rate-limit.routes'
import { allowNamedOrigins, readerApi } from './web/reader-api.routes'
import { receiptPages } from './web/receipt-pages.routes'
import { reportPages } from './web/report-pages.routes'
import { secureHeaders } from './web/request.routes'

/** The doors of the web process, in the order in which a request passes them. */
export function createApp(services: Services): Express {
  // readers get an answer or a 503 within seconds
  const forReaders = { ...services, db: services.db.quick }
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', services.config.trustProxy ?? false)
  app.set('etag', false)
  app.use(secureHeaders(services.config))
  app.use(reportingEndpoints(services.config))
  app.use(health(services))
  app.use(assets())
  app.use(cspReports())
  app.use('/api/v1', allowNamedOrigins(forReaders))
  // these read larger bodies, of those that they know
  app.use('/api/admin/v1', adminApi(services))
  app.use('/console', largeForms(services))
  app.use(readBodies())
  // behind the bodies: who is refused gets back what was typed
  app.use(limitPosts())
  app.use('/api/v1', readerApi(forReaders))
  app.use('/api', apiDescription())
  app.use(articlePages(forReaders))
  app.use(reportPages(forReaders))
  app.use(receiptPages(forReaders))
  app.use(houseRulesPages(forReaders))
  app.use(consolePages(services))
  app.use(unknownPath)
  app.use(answerErrors)
  return app
}
