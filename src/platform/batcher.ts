import { isUnavailable } from './database'
import { withTimeout } from './with-timeout'

export type Batcher<Item, Result> = (item: Item) => Promise<Result>

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

export type BatchLimits = {
  /** Items in a batch. */
  size: number
  /** For an item from its arrival, and for a batch. Whoever was too late may have been saved all the same. */
  ms: number
}

const late = 'The batch was not written in time.'

/**
 * Group commit: what arrives while one batch is under way shares the next. A lone item goes at
 * once, so an idle service waits for nothing. When a batch fails its items are tried one by one,
 * so that only the item at fault is refused; but no item is at fault where the database is away.
 *
 * @param write answers in the order of the items; has to be all or nothing
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
 * A batcher for each key, so that those of one never wait for another's. It is forgotten while it has
 * nothing to do.
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
