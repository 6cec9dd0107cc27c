import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig, types } from 'pg'
import { TimeoutError, withTimeout } from './with-timeout'

// int8: counts and sequence numbers stay far below 2^53
types.setTypeParser(types.builtins.INT8, Number)

/** Default time limit for a statement, in milliseconds. PostgreSQL's own statement_timeout (10 s) fires first. */
const defaultLimitMs = 12_000
/**
 * Time limit for opening a connection or waiting for a free one, in milliseconds: a busy machine needs a
 * second or two. A caller with a shorter limit of its own stops waiting earlier.
 */
const connectMs = 4000

/** Options of every connection. */
const defaults = {
  query_timeout: defaultLimitMs,
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}

/** Message of pg's error when `query_timeout` has passed. */
const readTimeout = 'Query read timeout'

/**
 * The class of every connection to PostgreSQL.
 *
 * A connection that is lost between two statements emits "error", and Node ends a process without a
 * listener for that event. Here the event is dropped when nobody listens; the next statement on the
 * connection fails instead, and its caller gets the error.
 *
 * A connection that does not answer in time is closed, so that the pool never reuses it.
 */
class PostgresClient extends Client {
  /** Time limit for each further statement. */
  limitMs: number
  /** Time of the last answer. */
  heardAt = 0
  /** Time at which the unanswered statement was sent. */
  silentSince: number | undefined

  constructor(options: ClientConfig = {}) {
    super(options)
    this.limitMs = options.query_timeout ?? defaultLimitMs
  }

  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false
    return super.emit(event, ...values)
  }

  // `never` fits the return type of each of pg's overloads
  override query(...asked: unknown[]): never {
    const [first, values] = asked
    const config =
      typeof first === 'string' ? { text: first, values } : { values, ...Object(first) }
    return this.#answer({ query_timeout: this.limitMs, ...config }) as never
  }

  async #answer(config: object): Promise<unknown> {
    const sentAt = performance.now()
    try {
      const result = await (super.query as (config: object) => Promise<unknown>).call(this, config)
      this.heardAt = performance.now()
      return result
    } catch (error) {
      if ((error as Error).message !== readTimeout) throw error
      this.silentSince = sentAt
      void this.end()
      throw new TimeoutError('The database did not answer in time.')
    }
  }
}

/** @returns a connection outside any pool, not yet opened */
export const createClient = (options: ClientConfig): Client =>
  new PostgresClient({ ...defaults, ...options })

/** The part of a pool that stores use. */
export type Queries = Pick<Pool, 'query' | 'connect'>

type TakenClient = PoolClient & PostgresClient

/**
 * A pool of such connections. When one does not answer, those that have been silent at least as long are
 * discarded as well: after a failover all of them are dead.
 */
export class PostgresPool extends Pool {
  #silentSince = 0
  readonly #limitMs: number

  constructor(options: PoolConfig) {
    super({ ...defaults, ...options, Client: PostgresClient })
    this.#limitMs = options.query_timeout ?? defaultLimitMs
    this.on('connect', (client) => {
      ;(client as TakenClient).heardAt = performance.now()
    })
    this.on('release', (_error, client) => {
      const { silentSince = 0 } = client as TakenClient
      this.#silentSince = Math.max(this.#silentSince, silentSince)
    })
  }

  override query(...asked: unknown[]): never {
    return this.#ask(this.#limitMs, asked) as never
  }

  override connect(): never {
    return this.#take(this.#limitMs) as never
  }

  /** The same connections with another time limit for each statement, including the wait for a connection. */
  within(limitMs: number): Queries {
    const query = (...asked: unknown[]) => this.#ask(limitMs, asked)
    return { query: query as Pool['query'], connect: () => this.#take(limitMs) as never }
  }

  async #ask(limitMs: number, asked: unknown[]): Promise<unknown> {
    const startedAt = performance.now()
    const client = await this.#take(limitMs)
    client.limitMs = Math.max(1, limitMs - (performance.now() - startedAt))
    try {
      return await client.query(...asked)
    } finally {
      client.release()
    }
  }

  async #take(limitMs: number): Promise<TakenClient> {
    const endsAt = performance.now() + limitMs
    for (;;) {
      const client = await this.#connect(endsAt - performance.now())
      client.limitMs = limitMs
      if (client.heardAt >= this.#silentSince) return client
      client.release(true)
    }
  }

  /** Waits at most `limitMs` for a connection. One that arrives later goes back into the pool. */
  async #connect(limitMs: number): Promise<TakenClient> {
    const connecting = super.connect() as Promise<TakenClient>
    try {
      return await withTimeout(connecting, limitMs, 'No connection to the database in time.')
    } catch (error) {
      connecting.then(
        (client) => client.release(),
        () => undefined,
      )
      throw error
    }
  }
}
