import { Router } from 'express'
import type { Services } from '../services'
import { type HouseRules, houseRulesSchema, readVersionNumber } from '../sites/house-rules'
import { findHouseRules, listHouseRules, publishHouseRules } from '../sites/house-rules.store'
import type { Site } from '../sites/site'
import { nameOf } from './card-model'
import { namesFor } from './cards.routes'
import {
  actorOfVisitor,
  type ConsoleDoor,
  chosenSite,
  fieldOf,
  frameOf,
  notFound,
  ownersOnly,
  sendHtml,
} from './door.routes'
import {
  type Changes,
  type HouseRulesPageModel,
  houseRulesHref,
  renderHouseRulesPage,
} from './house-rules.view'
import { renderVersionPage } from './house-rules-version.view'
import { textDiff } from './text-diff'
import { nameInWords } from './why.view'

/** What readers may write: versions of it, for a site's owners. */
export function houseRulesPages(services: Services): Router {
  const router = Router()
  router.get('/house-rules', ownersOnly(services, sendAsked))
  router.post('/house-rules/:site', ownersOnly(services, postVersion))
  router.post('/house-rules/:site/preview', ownersOnly(services, previewVersion))
  router.get('/house-rules/:site/:version', ownersOnly(services, sendVersion))
  return router
}

type Shown = Partial<Pick<HouseRulesPageModel, 'typed' | 'problems' | 'notice'>> & {
  /** The typed text is shown as it would be. */
  isPreview?: boolean
}

async function sendPage(
  door: ConsoleDoor,
  status: number,
  { site, all, isPreview, ...shown }: Shown & { site: Site; all: Site[] },
): Promise<void> {
  const { services, response, now } = door
  const [current, versions] = await Promise.all([
    findHouseRules(services.db, site.id),
    listHouseRules(services.db, site.id),
  ])
  const typed = shown.typed ?? { text: current?.text ?? '', comment: '' }
  const page = {
    frame: frameOf(door, 'houseRules'),
    ...{ site, sites: all, current, versions, now, problems: {} },
    who: await whoOf(
      door,
      versions.map(({ author }) => author),
    ),
    ...shown,
    typed,
    preview: isPreview
      ? { text: typed.text, changes: changesOf(current?.text ?? '', typed.text) }
      : undefined,
  }
  sendHtml(response, status, renderHouseRulesPage(page))
}

const changesOf = (before: string, after: string): Changes => textDiff(before, after) ?? null

async function whoOf(door: ConsoleDoor, actors: string[]): Promise<(actor: string) => string> {
  const names = await namesFor(door, { actors, rules: [] })
  return (actor) => nameInWords(nameOf(actor, names), door.words.who)
}

async function sendAsked(door: ConsoleDoor): Promise<void> {
  const { services, request, words } = door
  const chosen = await chosenSite(door, request.query.site)
  const from = readVersionNumber(request.query.from)
  const old = from && (await findHouseRules(services.db, chosen.site.id, from))
  const isPublished = request.query.said === 'published'
  await sendPage(door, 200, {
    ...chosen,
    notice: isPublished ? words.houseRules.published : undefined,
    ...(old ? { typed: { text: old.text, comment: '' } } : {}),
  })
}

/** What was typed, and the version that it makes, or what is wrong with it. */
function readVersion({ request, words }: ConsoleDoor) {
  const typed = {
    text: (fieldOf(request, 'text') ?? '').replace(/\r\n?/g, '\n'),
    comment: fieldOf(request, 'comment') ?? '',
  }
  const read = houseRulesSchema.safeParse(typed)
  if (read.success) return { typed, rules: read.data }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  const problems = {
    text: wrong.has('text') ? words.houseRules.wrongText : undefined,
    comment: wrong.has('comment') ? words.houseRules.wrongComment : undefined,
  }
  return { typed, problems }
}

async function postVersion(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, words } = door
  const chosen = await chosenSite(door, request.params.site)
  const { site } = chosen
  const { typed, rules, problems } = readVersion(door)
  if (!rules) {
    await sendPage(door, 422, { ...chosen, typed, problems })
    return
  }
  const current = await findHouseRules(services.db, site.id)
  if (current?.text === rules.text) {
    await sendPage(door, 422, { ...chosen, typed, problems: { text: words.houseRules.same } })
    return
  }
  const author = actorOfVisitor(visitor)
  const after = readVersionNumber(fieldOf(request, 'after')) ?? 0
  if (await publishHouseRules(services.db, site.id, { ...rules, author, after })) {
    services.articles.forget()
    response.redirect(303, `${houseRulesHref(site.slug)}&said=published`)
    return
  }
  const page = words.houseRules.overtaken(await currentVersion(door, site))
  await sendPage(door, 409, { ...chosen, typed, problems: { page }, isPreview: true })
}

const currentVersion = async ({ services }: ConsoleDoor, site: Site): Promise<number> =>
  (await findHouseRules(services.db, site.id))?.version ?? 0

async function previewVersion(door: ConsoleDoor): Promise<void> {
  const chosen = await chosenSite(door, door.request.params.site)
  const { typed, problems } = readVersion(door)
  if (problems) await sendPage(door, 422, { ...chosen, typed, problems })
  else await sendPage(door, 200, { ...chosen, typed, isPreview: true })
}

async function sendVersion(door: ConsoleDoor): Promise<void> {
  const { services, request, response } = door
  const { site } = await chosenSite(door, request.params.site)
  const rules = await versionOf(door, site, readVersionNumber(request.params.version))
  if (!rules) throw notFound()
  const before =
    rules.version > 1 ? await findHouseRules(services.db, site.id, rules.version - 1) : undefined
  const page = {
    ...{ frame: frameOf(door, 'houseRules'), site, rules },
    who: await whoOf(door, [rules.author]),
    ...(before && { changes: changesOf(before.text, rules.text) }),
  }
  sendHtml(response, 200, renderVersionPage(page))
}

const versionOf = async (
  { services }: ConsoleDoor,
  site: Site,
  version: number | undefined,
): Promise<HouseRules | undefined> =>
  version === undefined ? undefined : findHouseRules(services.db, site.id, version)
