import { Router } from 'express'
import { listModeratorNames } from '../accounts/actor-names.store'
import { listSections } from '../articles/section.store'
import { searchComments } from '../moderation/comment-search.store'
import { listSavedSearches } from '../moderation/saved-search.store'
import { readSearchForm, type SearchForm, searchOf, searchQuery } from '../moderation/search-form'
import { listRuleNames } from '../rules/rule-names.store'
import type { Services } from '../services'
import { searchHref } from './addresses'
import { cardsOf } from './cards.routes'
import { type ConsoleDoor, frameOf, sendHtml, signedIn, siteIdsOf, sitesOf } from './door.routes'
import type { NoticeModel } from './notice.view'
import { noticeOf } from './notices.routes'
import { keeperOf, savedSearchActions } from './saved-searches.routes'
import type { SaveProblem } from './saved-searches.view'
import { type FoundModel, renderSearchPage, type SearchPageModel } from './search.view'

const cardsPerPage = 20

/** Search over all comments of the sites of who is signed in, and the searches that are kept. */
export function searchPages(services: Services): Router {
  const router = Router()
  router.get('/search', signedIn(services, sendSearch))
  router.use(savedSearchActions(services, sendAgain))
  return router
}

type Shown = { status: number; query: Record<string, unknown>; problem?: SaveProblem }

const sendSearch = (door: ConsoleDoor) => sendPage(door, { status: 200, query: door.request.query })

/** The page that a form was sent from, with what was wrong with it. */
const sendAgain = (door: ConsoleDoor, query: string, problem: SaveProblem) =>
  sendPage(door, { status: 422, query: Object.fromEntries(new URLSearchParams(query)), problem })

async function sendPage(door: ConsoleDoor, { status, query, problem }: Shown): Promise<void> {
  const { services, visitor, response, now } = door
  const form = readSearchForm(query)
  const { all, chosen } = await sitesOf(door, form.site === '' ? undefined : form.site)
  const siteIds = siteIdsOf(chosen)
  const isAsked = Object.keys(query).some((name) => name !== 'said')
  const [saved, sections, rules, moderators, found] = await Promise.all([
    listSavedSearches(services.db, keeperOf(visitor)),
    listSections(services.db, siteIds),
    listRuleNames(services.db, siteIds),
    listModeratorNames(services.db, visitor.siteId),
    isAsked ? find(door, form, siteIds) : null,
  ])
  if (found === undefined) {
    response.redirect(303, searchHref(form))
    return
  }
  const model: SearchPageModel = {
    frame: frameOf(door, 'search'),
    form,
    choices: { sites: all, sections, rules, moderators },
    saved: { searches: saved, query: isAsked ? searchQuery(form) : null, problem },
    found,
    notice: await noticeAt(door, found?.back ?? '/console/search'),
    now,
  }
  sendHtml(response, status, renderSearchPage(model))
}

async function find(
  door: ConsoleDoor,
  form: SearchForm,
  siteIds: readonly string[],
): Promise<FoundModel | undefined> {
  const search = { ...searchOf(form), siteIds, limit: cardsPerPage }
  const found = await searchComments(door.services.db, search)
  if (!found) return undefined
  return {
    cards: await cardsOf(door, found.items),
    nextHref: found.next_cursor ? searchHref(form, found.next_cursor) : null,
    back: searchHref(form, form.cursor),
  }
}

const savedNotices = ['saved', 'renamed', 'deleted'] as const

async function noticeAt(door: ConsoleDoor, back: string): Promise<NoticeModel | undefined> {
  const said = savedNotices.find((one) => one === door.request.query.said)
  return said ? { text: door.words.saved[said], back } : noticeOf(door, back)
}
