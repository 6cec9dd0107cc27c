import cors from 'cors'
import { Router } from 'express'
import { LRUCache } from 'lru-cache'
import { mountEndpoints } from '../platform/http/endpoint'
import type { Services } from '../services'
import { listSites } from '../sites/site.store'
import { readerEndpoints } from './reader-api.endpoints'
import { receiptEndpoints } from './receipt-api.endpoints'

/** The reader API: no cookies, no credentials, open to the pages that a site's owner has named. */
export function readerApi(services: Services): Router {
  const router = Router()
  mountEndpoints(router, [...readerEndpoints, ...receiptEndpoints], async () => ({ services }))
  return router
}

const options = {
  methods: ['GET', 'POST', 'PATCH', 'DELETE'],
  exposedHeaders: ['retry-after'],
  maxAge: 600,
}

type Origins = ReadonlyMap<string, readonly string[]>

/**
 * Exactly the origins of the site in the address; for receipts and reports those of any site. Comes
 * before whatever may refuse a request, or a page could not read why.
 */
export function allowNamedOrigins({ db }: Services): Router {
  const cache = new LRUCache<'all', Origins>({
    max: 1,
    ttl: 1000,
    fetchMethod: async () =>
      new Map((await listSites(db, null)).map(({ slug, settings }) => [slug, settings.origins])),
  })
  const router = Router()
  // also where there is no origin: a cache must not give that answer to a page that has one
  router.use((_request, response, next) => {
    response.vary('origin')
    next()
  })
  const allow = cors<import('express').Request>((request, done) => {
    const origin = request.get('origin')
    if (!origin) {
      done(null, { origin: false })
      return
    }
    const [, slug] = /^\/sites\/([^/]+)/.exec(request.path) ?? []
    cache.fetch('all').then((known) => {
      const origins = slug ? (known?.get(slug) ?? []) : [...(known?.values() ?? [])].flat()
      done(null, { ...options, origin: origins.includes(origin) ? origin : false })
    }, done)
  })
  return router.use(allow)
}
