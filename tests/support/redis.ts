export type QueueBackend = {
  name: 'PostgreSQL' | 'Redis'
  /** undefined makes BullMQ run on PostgreSQL */
  redisUrl?: string
}

/**
 * @returns the Redis of this test run, with a database of its own for each Jest worker, or
 *   undefined where there is none: neither TEST_REDIS_URL nor a `redis-server` on the PATH
 */
export function redisUrl(): string | undefined {
  if (!process.env.TEST_REDIS_URL) return undefined
  const url = new URL(process.env.TEST_REDIS_URL)
  if (url.pathname.length <= 1) url.pathname = `/${process.env.JEST_WORKER_ID ?? '1'}`
  return url.href
}

/** Describes a suite once for each queue backend; the one on Redis is named as skipped without one. */
export function describeOnBackends(name: string, suite: (backend: QueueBackend) => void): void {
  describe(`${name} (queue on PostgreSQL)`, () => suite({ name: 'PostgreSQL' }))
  const url = redisUrl()
  if (url) describe(`${name} (queue on Redis)`, () => suite({ name: 'Redis', redisUrl: url }))
  else describe.skip(`${name} (queue on Redis: there is none here)`, () => suite({ name: 'Redis' }))
}
