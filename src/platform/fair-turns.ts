import type { Place } from './turn-place'

export type Turn<T> = { outcome: 'done'; value: T } | { outcome: 'busy' }

export type TurnLimits = {
  /** Queue length of all lanes together. */
  maxWaiting: number
  maxPerLane: number
  maxPerSharedLane: number
  maxWaitMs: number
}

export type FairTurns = {
  /** @returns "busy", with `work` not started, when the queue is full, the wait too long or the caller gone */
  take<T>(place: Place, work: () => Promise<T>): Promise<Turn<T>>
}

type Waiting = {
  place: Place
  /** Recent requests of its lane and of its region, before this one. */
  asked: { lane: number; region: number }
  start(): Promise<void>
  giveUp(): void
}

/**
 * Runs one task at a time and keeps a short queue with bounded waits.
 *
 * Callers with priority come first. Then the lane with the fewest recent requests is served, then the
 * region with the fewest, then the newest request: under overload the oldest ones have mostly
 * timed out already ("adaptive LIFO"). A new caller therefore comes before a flood from one network, before
 * one from many networks of one region, and before any flood that repeats its requests. When the queue is
 * full, the request with the lowest rank is refused.
 */
export function createFairTurns(limits: TurnLimits): FairTurns {
  const [ofLane, ofRegion] = [countRecent(), countRecent()]
  let waiting: Waiting[] = []
  let isTaken = false

  const leave = (one: Waiting): boolean => {
    const before = waiting.length
    waiting = waiting.filter((other) => other !== one)
    return waiting.length < before
  }

  async function serve(): Promise<void> {
    if (isTaken) return
    isTaken = true
    for (;;) {
      const [next] = inOrder(waiting)
      if (!next) break
      leave(next)
      await next.start()
    }
    isTaken = false
  }

  function enter(one: Waiting): void {
    const { lane, isShared } = one.place
    const ahead = waiting.filter(({ place }) => place.lane === lane).length
    if (isTaken && ahead >= (isShared ? limits.maxPerSharedLane : limits.maxPerLane)) {
      one.giveUp()
      return
    }
    waiting.push(one)
    if (waiting.length > limits.maxWaiting) inOrder(waiting).at(-1)?.giveUp()
    void serve()
  }

  return {
    take: (place, work) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          leave(one)
          end()
          resolve({ outcome: 'busy' })
        }
        const timer = setTimeout(giveUp, limits.maxWaitMs).unref()
        const end = () => {
          clearTimeout(timer)
          place.signal?.removeEventListener('abort', giveUp)
        }
        const start = () => {
          end()
          return work().then((value) => resolve({ outcome: 'done', value }), reject)
        }
        const asked = { lane: ofLane(place.lane), region: ofRegion(place.region ?? place.lane) }
        const one: Waiting = { place, asked, start, giveUp }
        place.signal?.addEventListener('abort', giveUp)
        if (place.signal?.aborted) giveUp()
        else enter(one)
      }),
  }
}

const compare = (a: Waiting, b: Waiting): number =>
  Number(b.place.hasPriority ?? false) - Number(a.place.hasPriority ?? false) ||
  a.asked.lane - b.asked.lane ||
  a.asked.region - b.asked.region

/** Sorts by rank, the next first; the newest of equal ones first. @param waiting in order of arrival */
const inOrder = (waiting: readonly Waiting[]): Waiting[] => waiting.toReversed().sort(compare)

const periodMs = 10 * 60_000
/** Bounds the memory for counts: beyond this number of lanes a new period starts early. */
const maxLanes = 10_000

/** @returns a counter: the requests of a lane in this period and the one before, excluding the current one */
function countRecent(): (lane: string) => number {
  let [now, before] = [new Map<string, number>(), new Map<string, number>()]
  let endsAt = performance.now() + periodMs
  return (lane) => {
    if (performance.now() > endsAt || now.size >= maxLanes) {
      before = now
      now = new Map()
      endsAt = performance.now() + periodMs
    }
    const times = now.get(lane) ?? 0
    now.set(lane, times + 1)
    return times + (before.get(lane) ?? 0)
  }
}
