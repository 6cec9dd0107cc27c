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

export type QueueConnection = {
  queue<Data>(name: string): Queue<Data>
  worker<Data>(
    name: string,
    process: Processor<Data>,
    options?: Partial<Omit<WorkerOptions, 'connection' | 'prefix'>>,
  ): Worker<Data>
  /** Answers "PONG"-like or throws; for readiness. */
  check(): Promise<void>
  close(): Promise<void>
}

export type QueueOptions = {
  databaseUrl: string
  redisUrl?: string | undefined
  prefix?: string | undefined
}

/** BullMQ's statements are small; a worker whose lock could not be renewed for 10 s has lost its job. */
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
      // one of them waits for news of jobs
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
      const queue = new Queue<Data>(name, { connection: connection(false), prefix }, backend)
      queue.on('error', quietly(name))
      return queue
    },
    worker: (name, process, options = {}) => {
      const worker = new Worker(
        name,
        process,
        { ...options, connection: connection(true), prefix },
        backend,
      )
      worker.on('error', quietly(name))
      return worker
    },
    check: async () => void (await probe?.ping()),
    close: async () => {
      for (const redis of open) redis.disconnect()
      await Promise.all(pools.map((pool) => pool.end()))
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
