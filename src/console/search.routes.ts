import { Router } from 'express'
import { searchComments } from '../moderation/comment-search.store'
import type { Services } from '../services'
import { cardsOf } from './cards.routes'
import { type ConsoleDoor, frameOf, sendHtml, signedIn, siteIdsOf, sitesOf } from './door.routes'
import { noticeOf } from './notices.routes'
import { renderSearchPage } from './search.view'
import { isSearch, minScoresOf, readSearchForm, searchHref } from './search-form'

const cardsPerPage = 20

/** Search over all comments of the sites of who is signed in. */
export function searchPages(services: Services): Router {
  const router = Router()
  router.get('/search', signedIn(services, sendSearch))
  return router
}

const given = (value: string): string | undefined => (value === '' ? undefined : value)
const dateOf = (value: string): Date | undefined => (value === '' ? undefined : new Date(value))

async function sendSearch(door: ConsoleDoor): Promise<void> {
  const { services, request, response, now } = door
  const form = readSearchForm(request.query)
  const { all, chosen } = await sitesOf(door, given(form.site))
  const base = { frame: frameOf(door, 'search'), form, sites: all, now }
  if (!isSearch(request.query)) {
    sendHtml(response, 200, renderSearchPage({ ...base, found: null }))
    return
  }
  const found = await searchComments(services.db, {
    siteIds: siteIdsOf(chosen),
    q: given(form.q),
    author: given(form.author),
    article: given(form.article),
    status: form.status === '' ? undefined : form.status,
    from: dateOf(form.from),
    to: dateOf(form.to),
    minScores: minScoresOf(form),
    limit: cardsPerPage,
    cursor: given(form.cursor),
  })
  if (!found) {
    response.redirect(303, searchHref(form))
    return
  }
  const back = searchHref(form, form.cursor)
  const cards = await cardsOf(door, found.items)
  const nextHref = found.next_cursor ? searchHref(form, found.next_cursor) : null
  const notice = await noticeOf(door, back)
  sendHtml(response, 200, renderSearchPage({ ...base, found: { cards, nextHref, back }, notice }))
}
