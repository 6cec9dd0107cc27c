import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { countByStatus, oldestPendingSeconds } from '../comments/comment-figures.store'
import { checkDatabase } from '../platform/database'
import { withTimeout } from '../platform/with-timeout'
import type { Services } from '../services'
import { allowOnly } from './allow-only.routes'
import { violations } from './csp-reports.routes'

type Part = { ok: boolean; detail?: string }

const checkWithinMs = 2000

async function partOf(check: () => Promise<unknown>): Promise<Part> {
  try {
    await withTimeout(check(), checkWithinMs, 'no answer in time')
    return { ok: true }
  } catch (error) {
    return { ok: false, detail: (error as Error).message }
  }
}

/** For load balancers and Prometheus. Posting needs the database only; the queue may catch up. */
export function health({ db, queues }: Services): Router {
  const router = Router()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registry.registerMetric(violations)
  new Gauge({
    name: 'postbag_comments',
    help: 'Comments by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const counts = await countByStatus(db)
      this.reset()
      for (const { status, count } of counts) this.set({ status }, count)
    },
  })
  new Gauge({
    name: 'postbag_oldest_pending_seconds',
    help: 'Age of the oldest comment that is not judged yet',
    registers: [registry],
    async collect() {
      this.set(await oldestPendingSeconds(db))
    },
  })
  router.get('/healthz', (_request, response) => void response.json({ ok: true }))
  router.get('/readyz', async (_request, response) => {
    const [database, queue] = await Promise.all([
      partOf(() => checkDatabase(db)),
      partOf(() => queues.check()),
    ])
    response.status(database.ok ? 200 : 503).json({ ok: database.ok && queue.ok, database, queue })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  router.all(['/healthz', '/readyz', '/metrics'], allowOnly('GET'))
  return router
}
