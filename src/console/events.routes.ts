import { type Response, Router } from 'express'
import { LRUCache } from 'lru-cache'
import { actorNames } from '../accounts/actor-names.store'
import { standingSessions } from '../accounts/session.store'
import { newsForOne } from '../moderation/news-for-one.flow'
import { type NewsPlace, placeText, readPlace } from '../moderation/news-place'
import { ofSection, type QueueChange } from '../moderation/queue-change.store'
import { readQueueCounts } from '../moderation/queue-counts.store'
import { type NewsReader, readerOf } from '../moderation/read-news.flow'
import { openTo } from '../moderation/second-review'
import { createQueueWatch, type QueueNews, type QueueWatch } from '../moderation/watch-queue.flow'
import type { Services } from '../services'
import { readQueueView } from './addresses'
import { sumOfCounts } from './counts'
import { actorOfVisitor, type ConsoleDoor, siteIdsOf, sitesOf, unattended } from './door.routes'
import { nameInWords } from './why.view'
import type { Words } from './words/words'

type Line = {
  siteIds: ReadonlySet<string>
  /** Where one is chosen only its news count. */
  section: SectionNews | undefined
  /** Where one is chosen only what comes to wait there is new; what became of its cards is told. */
  queue: string | undefined
  reader: NewsReader
  me: string
  who: Words['who']
}

const aliveEveryMs = 2000

/** Counts, claims and other people's decisions, as they happen (server-sent events). */
export function liveEvents(services: Services): Router {
  const router = Router()
  const watch = createQueueWatch(services.db.quick)
  const names = createNames(services)
  services.leaving.signal.addEventListener('abort', () => void watch.stop())
  router.get(
    '/events',
    unattended(services, async (door) => {
      const { site, section, queue } = readQueueView(door.request.query)
      const { chosen } = await sitesOf(door, site)
      const siteIds = siteIdsOf(chosen)
      const line = {
        siteIds: new Set(siteIds),
        reader: readerOf(services.db, new Set(siteIds), sinceOf(door)),
        section: section === undefined ? undefined : newsOfSection(services, siteIds, section),
        queue,
        me: actorOfVisitor(door.visitor),
        who: door.words.who,
      }
      follow(door, watch, (news) => messageOf(services, news, { line, names }))
    }),
  )
  return router
}

/** Where the page has read to: a browser that lost the line says so by itself. */
function sinceOf({ request }: ConsoleDoor): NewsPlace | undefined | null {
  const text = request.get('last-event-id') || request.query.since
  if (typeof text !== 'string' || text === '') return undefined
  return readPlace(text) ?? null
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

type Message = { place: NewsPlace; hasChanges: boolean; body: object }

async function messageOf(
  { db }: Services,
  news: QueueNews,
  { line, names }: { line: Line; names: Names },
): Promise<Message> {
  const { changes: all, place } = await line.reader.read(news)
  const told = line.section ? await line.section.changes(all ?? []) : (all ?? [])
  const changes = await newsForOne(db, told, line)
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
  const nameOf = (actor: string) => nameInWords(named.get(actor) || actor, line.who)
  return {
    place,
    hasChanges: changes.length > 0,
    body: {
      counts,
      isTooMuch: all === undefined,
      changes: changes.map(({ commentId, type, status, version, into, actor }) => ({
        ...{ id: commentId, type, status, version, into },
        by: actor === line.me ? line.who.you : nameOf(actor),
        isMine: actor === line.me,
      })),
      claims: claims.map(({ commentId, claimedBy }) => ({ id: commentId, by: nameOf(claimedBy) })),
    },
  }
}

/** Keeps the answer open until the browser, the session or the service ends. */
function follow(
  { services, visitor, response }: ConsoleDoor,
  watch: QueueWatch,
  message: (news: QueueNews) => Promise<Message>,
): void {
  response.set({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
  response.flushHeaders()
  const send = sender(response)
  const end = () => void response.end()
  let sent = Promise.resolve()
  // one after the other: what a page has missed takes longer to find than what comes next
  const unfollow = watch.follow((news) => {
    sent = sent.then(() => message(news)).then(send, end)
  })
  const alive = setInterval(() => void stillSignedIn(), aliveEveryMs)
  async function stillSignedIn(): Promise<void> {
    const standing = await standingSessions(services.db.quick, [visitor.sessionId]).catch(
      () => undefined,
    )
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

/** Sends what differs from what was sent before, with the place to go on from. */
function sender(response: Response): (message: Message) => void {
  let before = ''
  return ({ place, hasChanges, body }) => {
    const text = JSON.stringify(body)
    const isNew = hasChanges || text !== before
    if (isNew && !response.writableEnded)
      response.write(`id: ${placeText(place)}\ndata: ${text}\n\n`)
    before = text
  }
}
