import { Router } from 'express'
import type { SignedIn } from '../accounts/session'
import { storable } from '../comments/comment-form'
import {
  deleteSearch,
  type Keeper,
  longestSearchName,
  renameSearch,
  saveSearch,
} from '../moderation/saved-search.store'
import { readSearchForm, searchQuery } from '../moderation/search-form'
import { ProblemError, problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { searchHref, withNotice } from './addresses'
import {
  actorOfVisitor,
  type ConsoleDoor,
  fieldOf,
  notFound,
  signedIn,
  sitesOf,
} from './door.routes'
import type { SaveProblem } from './saved-searches.view'

type SendAgain = (door: ConsoleDoor, query: string, problem: SaveProblem) => Promise<void>

export const keeperOf = (visitor: SignedIn): Keeper => ({
  actor: actorOfVisitor(visitor),
  role: visitor.role,
  siteId: visitor.siteId,
})

/** Keeping, renaming and deleting searches. @param sendAgain shows the page with what was wrong */
export function savedSearchActions(services: Services, sendAgain: SendAgain): Router {
  const router = Router()
  router.post(
    '/saved-searches',
    signedIn(services, (door) => save(door, sendAgain)),
  )
  router.post(
    '/saved-searches/:id/rename',
    signedIn(services, (door) => rename(door, sendAgain)),
  )
  router.post('/saved-searches/:id/delete', signedIn(services, drop))
  return router
}

const nameIn = ({ request }: ConsoleDoor): string => storable(fieldOf(request, 'name') ?? '').trim()
const isName = (name: string): boolean => name !== '' && name.length <= longestSearchName

/** The page that the form stood on; an empty one was the search page before any search. */
const queryIn = ({ request }: ConsoleDoor): string => fieldOf(request, 'query') ?? ''
const formIn = (door: ConsoleDoor) =>
  readSearchForm(Object.fromEntries(new URLSearchParams(queryIn(door))))

function leadBack(door: ConsoleDoor, said: string): void {
  const path = queryIn(door) === '' ? '/console/search' : searchHref(formIn(door))
  door.response.redirect(303, withNotice(path, { said }))
}

async function save(door: ConsoleDoor, sendAgain: SendAgain): Promise<void> {
  const { services, visitor, request, words } = door
  const name = nameIn(door)
  const shared = fieldOf(request, 'shared') === 'on'
  if (shared && visitor.role !== 'owner')
    throw new ProblemError(problem(403, words.errors[403].text))
  const form = formIn(door)
  const { chosen } = await sitesOf(door, form.site === '' ? undefined : form.site)
  const siteId = visitor.siteId ?? (form.site === '' ? null : (chosen[0]?.id ?? null))
  const search = { name, shared, siteId, query: searchQuery(form) }
  const result = isName(name)
    ? await saveSearch(services.db, keeperOf(visitor), search)
    : ({ outcome: 'unnamed' } as const)
  if (result.outcome === 'saved') leadBack(door, 'saved')
  else await sendAgain(door, searchQuery(form) || 'q=', { fault: result.outcome, name })
}

async function rename(door: ConsoleDoor, sendAgain: SendAgain): Promise<void> {
  const { services, visitor, request } = door
  const id = String(request.params.id)
  if (!isUuid(id)) throw notFound()
  const name = nameIn(door)
  const outcome = isName(name)
    ? await renameSearch(services.db, keeperOf(visitor), { id, name })
    : 'unnamed'
  if (outcome === 'unknown') throw notFound()
  if (outcome === 'renamed') leadBack(door, 'renamed')
  else await sendAgain(door, queryIn(door), { fault: outcome, name, id })
}

async function drop(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request } = door
  const id = String(request.params.id)
  if (!isUuid(id) || !(await deleteSearch(services.db, keeperOf(visitor), id))) throw notFound()
  leadBack(door, 'deleted')
}
