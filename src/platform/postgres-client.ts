import { Client, Pool, type PoolConfig, types } from 'pg'

// int8: counts and sequence numbers stay far below 2^53
types.setTypeParser(types.builtins.INT8, Number)

/**
 * Every connection to PostgreSQL is one of these. One that is lost between two statements can tell
 * nobody but its listeners, and Node ends a process in which nobody listens. Here that is no more
 * than a lost connection: the next statement on it fails, and whoever sent that statement hears of it.
 */
export class PostgresClient extends Client {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false
    return super.emit(event, ...values)
  }
}

/** A pool of such connections. */
export const createPool = (options: PoolConfig): Pool =>
  new Pool({ ...options, Client: PostgresClient })
