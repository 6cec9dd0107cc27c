import { type Response, Router } from 'express'
import { LRUCache } from 'lru-cache'
import { actorNames } from '../accounts/actor-names.store'
import { standingSessions } from '../accounts/session.store'
import { ofSection, type QueueChange } from '../moderation/queue-change.store'
import { readQueueCounts } from '../moderation/queue-counts.store'
import { openTo } from '../moderation/second-review'
import { createQueueWatch, type QueueNews, type QueueWatch } from '../moderation/watch-queue.flow'
import type { Services } from '../services'
import { readQueueView } from './addresses'
import { sumOfCounts } from './counts'
import { actorOfVisitor, type ConsoleDoor, signedIn, siteIdsOf, sitesOf } from './door.routes'

type Line = {
  siteIds: ReadonlySet<string>
  /** Where one is chosen only its news count. */
  section: SectionNews | undefined
  me: string
  unknown: string
}

const aliveEveryMs = 2000

/** Counts, claims and other people's decisions, as they happen (server-sent events). */
export function liveEvents(services: Services): Router {
  const router = Router()
  const watch = createQueueWatch(services.db)
  const names = createNames(services)
  services.leaving.signal.addEventListener('abort', () => void watch.stop())
  router.get(
    '/events',
    signedIn(services, async (door) => {
      const { site, section } = readQueueView(door.request.query)
      const { chosen } = await sitesOf(door, site)
      const siteIds = siteIdsOf(chosen)
      const line = {
        siteIds: new Set(siteIds),
        section: section === undefined ? undefined : newsOfSection(services, siteIds, section),
        me: actorOfVisitor(door.visitor),
        unknown: door.words.who.unknown,
      }
      follow(door, watch, (news) => messageOf(news, line, names))
    }),
  )
  return router
}

type Names = { of(actors: Iterable<string | null>): Promise<ReadonlyMap<string, string>> }

const namesKept = 1000
const namesForMs = 60_000

/** Everybody's stream needs the same few names. */
function createNames({ db }: Services): Names {
  const kept = new LRUCache<string, string>({ max: namesKept, ttl: namesForMs })
  return {
    of: async (actors) => {
      const wanted = Array.from(actors, (actor) => actor ?? '')
      const missing = wanted.filter((actor) => !kept.has(actor))
      for (const [actor, name] of await actorNames(db, missing)) kept.set(actor, name)
      return new Map(wanted.map((actor) => [actor, kept.get(actor) ?? '']))
    },
  }
}

type SectionNews = {
  counts(news: QueueNews): Promise<QueueNews['counts']>
  changes(changes: readonly QueueChange[]): Promise<QueueChange[]>
}

/** Counts anew only when something has happened on a site. */
function newsOfSection({ db }: Services, siteIds: readonly string[], section: string): SectionNews {
  let seen: QueueNews['counts'] | undefined
  let counts: QueueNews['counts'] = new Map()
  return {
    counts: async (news) => {
      if (news.counts !== seen) counts = await readQueueCounts(db, siteIds, section)
      seen = news.counts
      return counts
    },
    changes: async (changes) => {
      if (changes.length === 0) return []
      const ids = changes.map(({ commentId }) => commentId)
      const inside = await ofSection(db, ids, section)
      return changes.filter(({ commentId }) => inside.has(commentId))
    },
  }
}

async function messageOf(news: QueueNews, line: Line, names: Names): Promise<object> {
  const ofSites = news.changes.filter(({ siteId }) => line.siteIds.has(siteId))
  const changes = line.section ? await line.section.changes(ofSites) : ofSites
  const byId = line.section ? await line.section.counts(news) : news.counts
  const { draws, ...sums } = sumOfCounts(
    Array.from(line.siteIds).flatMap((siteId) => byId.get(siteId) ?? []),
    line.me,
  )
  const counts = { ...sums, reviews: openTo(draws, line.me) }
  const claims = news.claims.filter(
    ({ siteId, claimedBy }) => line.siteIds.has(siteId) && claimedBy !== line.me,
  )
  const named = await names.of([
    ...changes.map(({ actor }) => actor),
    ...claims.map(({ claimedBy }) => claimedBy),
  ])
  return {
    counts,
    changes: changes.map(({ commentId, type, status, actor }) => ({
      id: commentId,
      type,
      status,
      by: named.get(actor) || actor,
      isMine: actor === line.me,
    })),
    claims: claims.map(({ commentId, claimedBy }) => ({
      id: commentId,
      by: named.get(claimedBy) || line.unknown,
    })),
  }
}

/** Keeps the answer open until the browser, the session or the service ends. */
function follow(
  { services, visitor, response }: ConsoleDoor,
  watch: QueueWatch,
  message: (news: QueueNews) => Promise<object>,
): void {
  response.set({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
  response.flushHeaders()
  const send = sender(response)
  const unfollow = watch.follow((news) => void message(news).then(send, () => response.end()))
  const alive = setInterval(() => void stillSignedIn(), aliveEveryMs)
  const end = () => response.end()
  async function stillSignedIn(): Promise<void> {
    const standing = await standingSessions(services.db, [visitor.sessionId]).catch(() => undefined)
    if (standing?.has(visitor.sessionId)) response.write(': here\n\n')
    else end()
  }
  services.leaving.signal.addEventListener('abort', end)
  response.on('close', () => {
    clearInterval(alive)
    unfollow()
    services.leaving.signal.removeEventListener('abort', end)
  })
}

/** Sends what differs from what was sent before; what happened before the start is left out. */
function sender(response: Response): (message: object) => void {
  let before = ''
  return (message) => {
    const isFirst = before === ''
    const text = JSON.stringify(isFirst ? { ...message, changes: [] } : message)
    if (text !== before && !response.writableEnded) response.write(`data: ${text}\n\n`)
    before = text
  }
}
