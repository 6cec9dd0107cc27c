import { setTimeout as pause } from 'node:timers/promises'
import {
  createPostgresBackend,
  createRedisBackend,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import { logger } from './logger'
import { PostgresPool, type Queries } from './postgres-client'

/** A queue or worker that is replaced by a new one when its first connection fails. */
export type Restarted<T> = {
  /** The one in use now. Ask again for each use. */
  current(): T
  close(): Promise<void>
}

export type QueueConnection = {
  queue<Data>(name: string): Restarted<Queue<Data>>
  worker<Data>(
    name: string,
    process: Processor<Data>,
    options?: Partial<Omit<WorkerOptions, 'connection' | 'prefix'>>,
  ): Restarted<Worker<Data>>
  /** Answers "PONG"-like or throws; for readiness. */
  check(): Promise<void>
  close(): Promise<void>
}

export type QueueOptions = {
  databaseUrl: string
  redisUrl?: string | undefined
  prefix?: string | undefined
}

/** BullMQ's statements are small, and a worker must renew its lock within 10 s or it loses the job. */
const answerMs = 5000

/** BullMQ on Redis when there is an address of one, else on PostgreSQL: the same classes. */
export function connectQueues({
  databaseUrl,
  redisUrl,
  prefix = 'postbag',
}: QueueOptions): QueueConnection {
  const open: Redis[] = []
  const connectRedis = (url: string, waits: boolean) => {
    const redis = new Redis(
      url,
      // producers fail at once when Redis is away, workers wait for it
      waits
        ? { maxRetriesPerRequest: null }
        : { maxRetriesPerRequest: 1, enableOfflineQueue: false, connectTimeout: 2000 },
    )
    redis.on('error', quietly('redis'))
    open.push(redis)
    return redis
  }
  const pools: PostgresPool[] = []
  const connectPostgres = () => {
    const pool = new PostgresPool({
      connectionString: databaseUrl,
      // one of them is taken by LISTEN
      max: 4,
      // job rows can be rebuilt from the comments, so they need not wait for the disk
      options: '-c synchronous_commit=off -c search_path=bullmq',
      query_timeout: answerMs,
    })
    pools.push(pool)
    return pool
  }
  const connection = (waits: boolean) =>
    redisUrl ? connectRedis(redisUrl, waits) : (connectPostgres() as unknown as Redis)
  // the classes' types name one backend, nothing here calls what only one of them has
  const backend = redisUrl
    ? createRedisBackend
    : (createPostgresBackend as unknown as typeof createRedisBackend)
  const probe = redisUrl ? connectRedis(redisUrl, false) : undefined

  return {
    queue: <Data>(name: string) => {
      const options = { connection: connection(false), prefix }
      const make = () => new Queue<Data>(name, options, backend).on('error', quietly(name))
      return restarted(make, (queue) => queue.waitUntilReady())
    },
    worker: <Data>(name: string, process: Processor<Data>, options = {}) => {
      const all = { ...options, connection: connection(true), prefix, autorun: false }
      const make = () => new Worker<Data>(name, process, all, backend).on('error', quietly(name))
      return restarted(make, async (worker) => {
        await worker.waitUntilReady()
        await worker.run()
      })
    },
    check: async () => void (await probe?.ping()),
    close: async () => {
      for (const redis of open) redis.disconnect()
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

const restartMs = 500

/**
 * BullMQ caches the outcome of the first connection: after a failure, a queue or worker never works
 * again. This replaces it until one has started.
 * @param start rejects when the start has failed
 */
function restarted<T extends { close(): Promise<void> }>(
  make: () => T,
  start: (one: T) => Promise<unknown>,
): Restarted<T> {
  let current = make()
  let isClosed = false
  async function keepUp(): Promise<void> {
    while (!isClosed) {
      try {
        await start(current)
        return
      } catch {
        // the error event has been logged
        // it never worked, and nothing uses it any more
        await current.close().catch(() => undefined)
        await pause(restartMs)
        if (!isClosed) current = make()
      }
    }
  }
  void keepUp()
  return {
    current: () => current,
    close: () => {
      isClosed = true
      return current.close()
    },
  }
}

const lastSaid = new Map<string, number>()

/** One line in ten seconds for each part: a broker that is away repeats itself. */
const quietly = (part: string) => (error: Error) => {
  const now = Date.now()
  if (now - (lastSaid.get(part) ?? 0) < 10_000) return
  lastSaid.set(part, now)
  logger.warn({ part, reason: error.message }, 'queue connection trouble')
}

/** BullMQ's own tables, in the schema "bullmq". Safe to run at every start. */
export async function prepareQueueTables(pool: Queries): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}
