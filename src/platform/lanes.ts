import { TimeoutError, withTimeout } from './with-timeout'

/** Runs work for a key, now or in its turn. @throws TimeoutError when its turn does not come in time */
export type Lanes = <T>(key: string, work: () => Promise<T>) => Promise<T>

export type LaneLimits = {
  /** Under way at once for one key. */
  each: number
  /** Under way at once for all keys in trouble together. */
  troubled: number
  waitMs: number
}

type Waiter = { go(): void; refuse(): void }
type Lane = { running: number; waiting: Set<Waiter>; failures: number; closedUntil: number }

const firstPauseMs = 250
const longestPauseMs = 2000

const refused = () => new TimeoutError('What it needs is locked, or stands still.')

/** In its order, as soon as somebody leaves. */
async function wait({ waiting }: Lane, waitMs: number): Promise<void> {
  let withdraw = () => {}
  const turn = new Promise<void>((go, reject) => {
    const waiter = { go, refuse: () => reject(refused()) }
    waiting.add(waiter)
    withdraw = () => waiting.delete(waiter)
  })
  await withTimeout(turn, waitMs, 'Its turn did not come in time.').finally(() => withdraw())
}

function close(lane: Lane): void {
  const now = performance.now()
  if (now < lane.closedUntil) return
  lane.closedUntil = now + Math.min(longestPauseMs, firstPauseMs * 2 ** lane.failures)
  lane.failures++
  for (const waiter of lane.waiting) waiter.refuse()
  lane.waiting.clear()
}

/** The next that waits takes the place of the one who leaves. */
function leave(lane: Lane): void {
  for (const next of lane.waiting) {
    lane.waiting.delete(next)
    next.go()
    return
  }
  lane.running--
}

/**
 * Keeps those who wait for one locked thing from holding every connection that others need. Each key
 * has a lane for a few. One in which work stood still is closed for a moment, and what waits in it is
 * refused; then one at a time may try whether it goes on, as far as all such lanes together leave room.
 * @param stoodStill whether an error says that work has waited in vain
 */
export function createLanes(
  { each, troubled, waitMs }: LaneLimits,
  stoodStill: (error: unknown) => boolean,
): Lanes {
  const lanes = new Map<string, Lane>()
  let trying = 0

  async function enter(lane: Lane): Promise<void> {
    const isTroubled = lane.failures > 0
    if (
      isTroubled &&
      (lane.running > 0 || trying >= troubled || performance.now() < lane.closedUntil)
    )
      throw refused()
    if (lane.running >= each) await wait(lane, waitMs)
    else lane.running++
  }

  async function run<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    const isTry = lane.failures > 0
    if (isTry) trying++
    try {
      const result = await work()
      lane.failures = 0
      return result
    } catch (error) {
      if (stoodStill(error)) close(lane)
      else lane.failures = 0
      throw error
    } finally {
      if (isTry) trying--
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
