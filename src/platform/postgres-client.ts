import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig, types } from 'pg'
import { TimeoutError, withTimeout } from './with-timeout'

// int8: counts and sequence numbers stay far below 2^53
types.setTypeParser(types.builtins.INT8, Number)

/** So long a statement may take unless somebody is in a hurry; PostgreSQL's own limit comes before it. */
const defaultLimitMs = 12_000
/** For a new connection: on a busy machine it takes a second or two. A caller in a hurry waits no longer than its own limit. */
const connectMs = 4000

/** What the statements of every connection have in common. */
const defaults = {
  query_timeout: defaultLimitMs,
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}

/** How pg says that an answer did not come in time. */
const lateAnswer = 'Query read timeout'

/**
 * Every connection to PostgreSQL is one of these.
 *
 * One that is lost between two statements can tell nobody but its listeners, and Node ends a process
 * in which nobody listens. Here that is no more than a lost connection: the next statement on it
 * fails, and whoever sent that statement hears of it.
 *
 * One that did not answer in time is closed, so that no pool gives it to anybody else.
 */
class PostgresClient extends Client {
  /** For each statement from now on. */
  limitMs: number
  /** When it was last known to be alive. */
  heardAt = 0
  /** When the statement was sent that was not answered. */
  silentSince: number | undefined

  constructor(options: ClientConfig = {}) {
    super(options)
    this.limitMs = options.query_timeout ?? defaultLimitMs
  }

  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false
    return super.emit(event, ...values)
  }

  // `never` stands for each of the answers that pg's overloads name
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
      if ((error as Error).message !== lateAnswer) throw error
      this.silentSince = sentAt
      void this.end()
      throw new TimeoutError('The database did not answer in time.')
    }
  }
}

/** @returns a connection that is not open yet and belongs to no pool */
export const createClient = (options: ClientConfig): Client =>
  new PostgresClient({ ...defaults, ...options })

/** What work asks a pool for. */
export type Queries = Pick<Pool, 'query' | 'connect'>

type TakenClient = PoolClient & PostgresClient

/**
 * A pool of such connections. Where one has not answered, those that have been silent for as long
 * are not trusted either: after a failover all of them lead nowhere.
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

  /** The same connections for work that may take so long: each statement, and the wait for a connection. */
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

  /** A connection that comes too late for its caller stays for the next. */
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
