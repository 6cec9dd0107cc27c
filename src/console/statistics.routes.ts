import { Router } from 'express'
import { readStats } from '../moderation/stats.store'
import type { Services } from '../services'
import { type ConsoleDoor, frameOf, sendHtml, signedIn, siteIdsOf, sitesOf } from './door.routes'
import { renderStatisticsPage } from './statistics.view'

const dayMs = 86_400_000
const usualDays = 30

/** Volumes, decisions and how long they took. */
export function statisticsPages(services: Services): Router {
  const router = Router()
  router.get('/statistics', signedIn(services, sendStatistics))
  return router
}

/** Midnight (UTC) of a day such as 2026-11-22. */
export function readDay(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(value)
  return Number.isNaN(day.getTime()) ? undefined : day
}

async function sendStatistics(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const tomorrow = new Date(Math.ceil(now.getTime() / dayMs) * dayMs)
  const to = readDay(request.query.to) ?? tomorrow
  const from = readDay(request.query.from) ?? new Date(to.getTime() - usualDays * dayMs)
  const slug = typeof request.query.site === 'string' ? request.query.site : ''
  const { all, chosen } = await sitesOf(door, slug === '' ? undefined : slug)
  const stats =
    from < to ? await readStats(services.db, { siteIds: siteIdsOf(chosen), from, to }) : undefined
  const frame = frameOf(door, 'statistics')
  const html = renderStatisticsPage({ frame, sites: all, site: slug, from, to, stats })
  sendHtml(response, stats ? 200 : 400, html)
}
