import { Router } from 'express'
import { readLearningReport } from '../scoring/learning-report.flow'
import { forgetDeltas } from '../scoring/site-learning.store'
import type { Services } from '../services'
import { replaceSettings, settingsMark } from '../sites/change-settings.flow'
import { readSettings, type Site } from '../sites/site'
import { renameSite, storedSettings } from '../sites/site.store'
import { readSiteName } from '../sites/site-name'
import {
  actorOfVisitor,
  type ConsoleDoor,
  chosenSite,
  fieldOf,
  frameOf,
  ownersOnly,
  sendHtml,
} from './door.routes'
import { renderLearningPage } from './learning.view'
import {
  learningHref,
  renderSettingsPage,
  type SettingsPageModel,
  settingsHref,
} from './settings.view'
import { type SettingPath, settingPaths } from './settings-fields'
import {
  noKeyField,
  readTyped,
  settingsOf,
  type TypedSettings,
  typedOf,
  usualText,
} from './settings-form'
import { problemsInWords } from './settings-model'

/** A site's settings, its name, and what its scores have learnt, for its owners. */
export function settingsPages(services: Services): Router {
  const router = Router()
  router.get('/settings', ownersOnly(services, sendSettings))
  router.post('/settings/:site', ownersOnly(services, postSettings))
  router.post('/settings/:site/usual', ownersOnly(services, putBackOne))
  router.post('/settings/:site/name', ownersOnly(services, postName))
  router.get('/settings/:site/learning', ownersOnly(services, sendAskedLearning))
  router.post('/settings/:site/learning/forget', ownersOnly(services, postForget))
  return router
}

type Shown = Partial<
  Pick<SettingsPageModel, 'typed' | 'mark' | 'problems' | 'isOvertaken' | 'notice' | 'wrongName'>
>

async function sendForm(
  door: ConsoleDoor,
  status: number,
  { all, site, ...shown }: Shown & { site: Site; all: Site[] },
): Promise<void> {
  // together with its mark: the list of sites may be older
  const stored = await storedSettings(door.services.db, site.id)
  const settings = readSettings(stored)
  const page = {
    frame: frameOf(door, 'settings'),
    site: { ...site, settings },
    sites: all,
    typed: typedOf(settings),
    mark: settingsMark(stored),
    problems: new Map(),
    isOvertaken: false,
    ...shown,
  }
  sendHtml(door.response, status, renderSettingsPage(page))
}

const notices = ['saved', 'unchanged', 'renamed'] as const

async function sendSettings(door: ConsoleDoor): Promise<void> {
  const said = notices.find((one) => one === door.request.query.said)
  const chosen = await chosenSite(door, door.request.query.site)
  await sendForm(door, 200, { ...chosen, notice: said && door.words.settings[said] })
}

/** A key is kept when none was typed, and forgotten when that was ticked. */
function sentKeyOf({ request }: ConsoleDoor, typed: TypedSettings): string | undefined {
  if (typed['external_scorer.kind'] === '') return undefined
  if (fieldOf(request, noKeyField) !== undefined) return ''
  return typed['external_scorer.key'] || undefined
}

async function postSettings(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, words } = door
  const chosen = await chosenSite(door, request.params.site)
  const { site } = chosen
  const typed = readTyped(request.body)
  const mark = fieldOf(request, 'mark') ?? ''
  const read = settingsOf(typed)
  if (read.outcome === 'invalid') {
    await sendForm(door, 422, { ...chosen, typed, mark, problems: problemsInWords(read, words) })
    return
  }
  const result = await replaceSettings(services, site.id, {
    mark,
    settings: read.settings,
    sentKey: sentKeyOf(door, typed),
    actor: actorOfVisitor(visitor),
  })
  if (result.outcome === 'invalid') {
    const path: SettingPath = `external_scorer.${result.field}`
    const problems = new Map([[path, words.settings.scorerProblems[result.problem]]])
    await sendForm(door, 422, { ...chosen, typed, mark, problems })
    return
  }
  if (result.outcome === 'overtaken') {
    await sendForm(door, 409, { ...chosen, typed, isOvertaken: true })
    return
  }
  response.redirect(303, `${settingsHref(site.slug)}&said=${result.outcome}`)
}

/** Shows the form as it was typed, one field as usual; saving is another step. */
async function putBackOne(door: ConsoleDoor): Promise<void> {
  const { request, words } = door
  const chosen = await chosenSite(door, request.params.site)
  const typed = readTyped(request.body)
  const path = settingPaths.find((one) => one === fieldOf(request, 'usual'))
  if (path) typed[path] = usualText(path)
  const mark = fieldOf(request, 'mark') ?? ''
  await sendForm(door, 200, { ...chosen, typed, mark, notice: words.settings.notSavedYet })
}

async function postName(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const chosen = await chosenSite(door, request.params.site)
  const typed = fieldOf(request, 'name') ?? ''
  const name = readSiteName(typed)
  if (name === undefined) {
    await sendForm(door, 422, { ...chosen, wrongName: typed.slice(0, 300) })
    return
  }
  await renameSite(services.db, chosen.site, { name, actor: actorOfVisitor(visitor) })
  services.articles.forget()
  response.redirect(303, `${settingsHref(chosen.site.slug)}&said=renamed`)
}

type Learning = { notice?: string | undefined; isUnconfirmed?: boolean }

async function sendLearning(door: ConsoleDoor, status: number, shown: Learning): Promise<void> {
  const { services, request, response, now } = door
  const { site } = await chosenSite(door, request.params.site)
  const report = await readLearningReport(services, site)
  const page = { frame: frameOf(door, 'settings'), site, report, now, ...shown }
  sendHtml(response, status, renderLearningPage(page))
}

const sendAskedLearning = (door: ConsoleDoor): Promise<void> => {
  const isDone = door.request.query.said === 'forgotten'
  return sendLearning(door, 200, isDone ? { notice: door.words.learnt.forgotten } : {})
}

async function postForget(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  if (fieldOf(request, 'confirmed') === undefined) {
    await sendLearning(door, 422, { isUnconfirmed: true })
    return
  }
  const { site } = await chosenSite(door, request.params.site)
  await forgetDeltas(services.db, site.id, actorOfVisitor(visitor))
  services.articles.forget()
  response.redirect(303, `${learningHref(site.slug)}?said=forgotten`)
}
