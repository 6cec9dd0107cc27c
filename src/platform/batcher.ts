import { isUnavailable } from './database'
import { withTimeout } from './with-timeout'

export type Batcher<Item, Result> = (item: Item) => Promise<Result>

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

export type BatchLimits = {
  /** Maximum number of items in a batch. */
  size: number
  /** Time limit for an item, from its arrival, and for each write. A write that times out may still succeed. */
  ms: number
}

const late = 'The batch was not written in time.'

/**
 * Group commit: items that arrive while one batch is being written share the next. A lone item is
 * written at once. When a batch fails, its items are retried one by one, so that only the item at fault
 * is refused; when the database is unavailable, the whole batch is refused without retries.
 *
 * @param write returns results in the order of the items; must be all or nothing
 * @returns a function that resolves to the item's result. @throws TimeoutError after `ms`
 */
export function createBatcher<Item, Result>(
  { size, ms }: BatchLimits,
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): Batcher<Item, Result> {
  const waiting = new Set<Waiting<Item, Result>>()
  let busy = false

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await withTimeout(write(batch.map(({ item }) => item)), ms, late)
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result)
      })
    } catch (error) {
      await settleFailed(batch, error)
    }
  }

  async function settleFailed(batch: readonly Waiting<Item, Result>[], error: unknown) {
    const isOneAtFault = batch.length > 1 && !isUnavailable(error)
    for (const one of batch)
      if (isOneAtFault) await settle([one])
      else one.reject(error)
  }

  function nextBatch(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = []
    for (const one of waiting) {
      if (batch.length === size) break
      waiting.delete(one)
      batch.push(one)
    }
    return batch
  }

  async function drain(): Promise<void> {
    busy = true
    while (waiting.size > 0) await settle(nextBatch())
    busy = false
  }

  return async (item) => {
    let withdraw = () => {}
    const answer = new Promise<Result>((resolve, reject) => {
      const one = { item, resolve, reject }
      waiting.add(one)
      withdraw = () => waiting.delete(one)
    })
    if (!busy) void drain()
    try {
      return await withTimeout(answer, ms, late)
    } finally {
      withdraw()
    }
  }
}

/**
 * One batcher for each key, so that items of one key never wait for those of another. A batcher is
 * dropped when it has no items.
 */
export function createBatchers<Item, Result>(
  limits: BatchLimits,
  keyOf: (item: Item) => string,
  write: (items: readonly Item[], key: string) => Promise<readonly Result[]>,
): Batcher<Item, Result> {
  const lines = new Map<string, { batch: Batcher<Item, Result>; users: number }>()
  return async (item) => {
    const key = keyOf(item)
    const batch = () => createBatcher(limits, (items: readonly Item[]) => write(items, key))
    const line = lines.get(key) ?? { batch: batch(), users: 0 }
    lines.set(key, line)
    line.users++
    try {
      return await line.batch(item)
    } finally {
      if (--line.users === 0) lines.delete(key)
    }
  }
}
