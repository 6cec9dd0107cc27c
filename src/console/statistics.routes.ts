import { Router } from 'express'
import { readQuality } from '../moderation/read-quality.flow'
import { readStats } from '../moderation/stats.store'
import type { Services } from '../services'
import { namesFor } from './cards.routes'
import { readDay } from './days'
import { type ConsoleDoor, frameOf, sendHtml, signedIn, siteIdsOf, sitesOf } from './door.routes'
import { qualityModel } from './quality-model'
import { renderStatisticsPage } from './statistics.view'

const dayMs = 86_400_000
const usualDays = 30

/** Volumes, decisions and how long they took. */
export function statisticsPages(services: Services): Router {
  const router = Router()
  router.get('/statistics', signedIn(services, sendStatistics))
  return router
}

async function sendStatistics(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const tomorrow = new Date(Math.ceil(now.getTime() / dayMs) * dayMs)
  const to = readDay(request.query.to) ?? tomorrow
  const from = readDay(request.query.from) ?? new Date(to.getTime() - usualDays * dayMs)
  const slug = typeof request.query.site === 'string' ? request.query.site : ''
  const { all, chosen } = await sitesOf(door, slug === '' ? undefined : slug)
  const range = { siteIds: siteIdsOf(chosen), from, to }
  const [stats, quality] =
    from < to
      ? await Promise.all([
          readStats(services.db, range),
          readQuality(services.db, range, { isOwner: door.visitor.role === 'owner' }),
        ])
      : []
  const names = await namesFor(door, {
    actors: [],
    rules: (quality?.rules ?? []).map(({ rule }) => rule),
  })
  const html = renderStatisticsPage({
    frame: frameOf(door, 'statistics'),
    ...{ sites: all, site: slug, from, to, stats },
    quality: quality && qualityModel(quality, names),
  })
  sendHtml(response, stats ? 200 : 400, html)
}
