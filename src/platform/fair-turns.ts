import type { Place } from './turn-place'

export type Turn<T> = { outcome: 'done'; value: T } | { outcome: 'busy' }

export type TurnLimits = {
  /** Of all lanes together. */
  mostWaiting: number
  mostOfLane: number
  mostOfSharedLane: number
  longestWaitMs: number
}

export type FairTurns = {
  /** @returns "busy", with nothing done, for whom no turn came in time */
  take<T>(place: Place, work: () => Promise<T>): Promise<Turn<T>>
}

type Waiting = {
  place: Place
  /** How often its lane, and its region, had asked before. */
  asked: { lane: number; region: number }
  start(): Promise<void>
  giveUp(): void
}

/**
 * One piece of work at a time, and a queue that stays short: it is full soon, and nobody waits long.
 *
 * Of two lanes the one that asked less often lately is next, then the one whose region did, then the one
 * that came last: where more ask than can be served, most of those who came first will have waited in vain
 * ("adaptive LIFO"). So whoever comes from elsewhere is in front of a flood from one network, and of
 * one from many networks of one region, and of any as soon as these ask again. When the queue is full, the
 * last in it goes.
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
    if (isTaken && ahead >= (isShared ? limits.mostOfSharedLane : limits.mostOfLane)) {
      one.giveUp()
      return
    }
    waiting.push(one)
    if (waiting.length > limits.mostWaiting) inOrder(waiting).at(-1)?.giveUp()
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
        const timer = setTimeout(giveUp, limits.longestWaitMs).unref()
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
  Number(b.place.isFirst ?? false) - Number(a.place.isFirst ?? false) ||
  a.asked.lane - b.asked.lane ||
  a.asked.region - b.asked.region

/** The next one first; of equal ones the newest. @param waiting as they came */
const inOrder = (waiting: readonly Waiting[]): Waiting[] => waiting.toReversed().sort(compare)

const periodMs = 10 * 60_000
/** A flood from more lanes than this is forgotten early rather than kept. */
const mostLanes = 10_000

/** Counts how often each lane asked in this period and the one before. */
function countRecent(): (lane: string) => number {
  let [now, before] = [new Map<string, number>(), new Map<string, number>()]
  let endsAt = performance.now() + periodMs
  return (lane) => {
    if (performance.now() > endsAt || now.size >= mostLanes) {
      before = now
      now = new Map()
      endsAt = performance.now() + periodMs
    }
    const times = now.get(lane) ?? 0
    now.set(lane, times + 1)
    return times + (before.get(lane) ?? 0)
  }
}
