import type { Database } from '../platform/database'
import { eventsBetween, type NewsPlace } from './news-place'
import { changesBetween, mostChanges, type QueueChange } from './queue-change.store'
import type { QueueNews } from './watch-queue.flow'

export type NewsReader = {
  /**
   * What has happened since the last reading. `changes` is undefined when that is too much to tell,
   * or when nobody knows what was read last: then only looking anew helps.
   */
  read(news: QueueNews): Promise<{ changes: QueueChange[] | undefined; place: NewsPlace }>
}

/**
 * Reads the news of some sites for one open page, from where it has read last.
 * @param since a place; undefined begins now; null is a place that cannot be read
 */
export function readerOf(
  db: Database,
  siteIds: ReadonlySet<string>,
  since: NewsPlace | undefined | null,
): NewsReader {
  let place = since

  /** Who reads every piece of news finds all in it; only who comes back has to be told more. */
  async function changesOf(siteId: string, after: number, news: QueueNews): Promise<QueueChange[]> {
    const until = news.to.get(siteId) ?? after
    if (after === until) return []
    if (after < (news.from.get(siteId) ?? Number.POSITIVE_INFINITY))
      return changesBetween(db, siteId, { after, until })
    return news.changes.filter((one) => one.siteId === siteId && one.seq > after)
  }

  async function changesUpTo(news: QueueNews, to: NewsPlace): Promise<QueueChange[] | undefined> {
    if (place === undefined) return []
    if (place === null || eventsBetween(place, to) > mostChanges) return undefined
    const changes: QueueChange[] = []
    for (const [siteId, after] of place)
      if (to.has(siteId)) changes.push(...(await changesOf(siteId, after, news)))
    return changes
  }

  return {
    read: async (news) => {
      const to = new Map(Array.from(news.to).filter(([siteId]) => siteIds.has(siteId)))
      const changes = await changesUpTo(news, to)
      place = to
      return { changes, place: to }
    },
  }
}
