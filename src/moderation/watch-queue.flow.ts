import type { Database } from '../platform/database'
import { createDoorbell, type Doorbell } from '../platform/doorbell'
import { type HeldCard, listClaims } from './claim-card.store'
import type { NewsPlace } from './news-place'
import { chainEnds, changesBetween, type QueueChange } from './queue-change.store'
import { readQueueCounts, type SiteCounts } from './queue-counts.store'

/** What the queue looks like now and what has happened since the news before. */
export type QueueNews = {
  /** Where the changes begin and where they end, of every site. */
  from: NewsPlace
  to: NewsPlace
  /** By site. */
  counts: ReadonlyMap<string, SiteCounts>
  changes: readonly QueueChange[]
  claims: readonly HeldCard[]
}

export type QueueWatch = {
  /** Calls back every other second, at once the first time. @returns what ends it */
  follow(listener: (news: QueueNews) => void): () => void
  stop(): Promise<void>
}

const everyMs = 2000

/**
 * Looks at the database for everybody who has the console open in this process. What is asked is
 * small: the ends of the audit chains, which every change to a comment moves, and the claims; counts
 * are taken only of sites where something happened. So it works on every queue backend and for any
 * number of web processes.
 */
export function createQueueWatch(db: Database): QueueWatch {
  const listeners = new Set<(news: QueueNews) => void>()
  let doorbell: Doorbell | undefined
  let seen = new Map<string, number>()
  let counts = new Map<string, SiteCounts>()

  async function look(): Promise<boolean> {
    const ends = await chainEnds(db)
    const moved = Array.from(ends.keys()).filter((site) => ends.get(site) !== seen.get(site))
    const changes: QueueChange[] = []
    for (const site of moved) {
      const before = seen.get(site)
      const until = ends.get(site) ?? 0
      if (before !== undefined)
        changes.push(...(await changesBetween(db, site, { after: before, until })))
    }
    if (moved.length > 0) counts = new Map([...counts, ...(await readQueueCounts(db, moved))])
    const news = { from: seen, to: ends, counts, changes, claims: await listClaims(db) }
    seen = ends
    for (const listener of listeners) listener(news)
    return false
  }

  async function stop(): Promise<void> {
    const stopping = doorbell
    doorbell = undefined
    seen = new Map()
    await stopping?.stop()
  }

  return {
    follow(listener) {
      listeners.add(listener)
      doorbell ??= createDoorbell('queue watch', everyMs, look)
      doorbell.ring()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) void stop()
      }
    },
    stop: async () => {
      listeners.clear()
      await stop()
    },
  }
}
