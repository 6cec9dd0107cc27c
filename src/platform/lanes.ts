import { TimeoutError, withTimeout } from './with-timeout'

/** Runs work in the lane of a key. @throws TimeoutError when the lane is closed or has no free slot in time */
export type Lanes = <T>(key: string, work: () => Promise<T>) => Promise<T>

export type LaneLimits = {
  /** Concurrent tasks in one lane. */
  maxPerLane: number
  /** Concurrent tasks in all stalled lanes together. */
  maxProbes: number
  /** Maximum wait for a slot. */
  maxWaitMs: number
}

type Waiter = { go(): void; refuse(): void }
type Lane = { running: number; waiting: Set<Waiter>; failures: number; closedUntil: number }

const minPauseMs = 250
const maxPauseMs = 2000

const refused = () => new TimeoutError('The lane is closed: its rows are locked or do not respond.')

/** Waits for a slot, first come, first served. */
async function wait({ waiting }: Lane, maxWaitMs: number): Promise<void> {
  let withdraw = () => {}
  const turn = new Promise<void>((go, reject) => {
    const waiter = { go, refuse: () => reject(refused()) }
    waiting.add(waiter)
    withdraw = () => waiting.delete(waiter)
  })
  await withTimeout(turn, maxWaitMs, 'The lane had no free slot in time.').finally(() => withdraw())
}

function close(lane: Lane): void {
  const now = performance.now()
  if (now < lane.closedUntil) return
  lane.closedUntil = now + Math.min(maxPauseMs, minPauseMs * 2 ** lane.failures)
  lane.failures++
  for (const waiter of lane.waiting) waiter.refuse()
  lane.waiting.clear()
}

/** Passes the slot to the next in the queue, or frees it. */
function leave(lane: Lane): void {
  for (const next of lane.waiting) {
    lane.waiting.delete(next)
    next.go()
    return
  }
  lane.running--
}

/**
 * Keeps work that waits for one locked resource from using up all connections. Each key has a lane with a
 * few slots. When a task stalls, its lane closes for 0.25 to 2 s and its queue is refused. After that, one
 * task at a time probes whether the lane has recovered, up to `maxProbes` in all lanes.
 * @param isStalled whether an error means that a task waited too long
 */
export function createLanes(
  { maxPerLane, maxProbes, maxWaitMs }: LaneLimits,
  isStalled: (error: unknown) => boolean,
): Lanes {
  const lanes = new Map<string, Lane>()
  let probes = 0

  async function enter(lane: Lane): Promise<void> {
    const hasStalled = lane.failures > 0
    if (
      hasStalled &&
      (lane.running > 0 || probes >= maxProbes || performance.now() < lane.closedUntil)
    )
      throw refused()
    if (lane.running >= maxPerLane) await wait(lane, maxWaitMs)
    else lane.running++
  }

  async function run<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    const isProbe = lane.failures > 0
    if (isProbe) probes++
    try {
      const result = await work()
      lane.failures = 0
      return result
    } catch (error) {
      if (isStalled(error)) close(lane)
      else lane.failures = 0
      throw error
    } finally {
      if (isProbe) probes--
      leave(lane)
    }
  }

  return async (key, work) => {
    const lane = lanes.get(key) ?? { running: 0, waiting: new Set(), failures: 0, closedUntil: 0 }
    lanes.set(key, lane)
    await enter(lane)
    return run(lane, work)
  }
}
