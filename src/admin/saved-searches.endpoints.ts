import { z } from 'zod'
import { filledText } from '../comments/comment-form'
import {
  deleteSearch,
  type Keeper,
  listSavedSearches,
  longestQuery,
  longestSearchName,
  renameSearch,
  type SavedSearch,
  saveSearch,
} from '../moderation/saved-search.store'
import { readSearchForm, searchQuery } from '../moderation/search-form'
import { problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import { type AdminDoor, actorNameOf, define, notFound, siteOf } from './door'
import { time } from './schemas'

const tag = 'Saved searches'
const path = '/saved-searches'

const name = filledText(longestSearchName)

const savedSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.string().describe('Parameters of GET /comments as a query string'),
  shared: z.boolean(),
  site: z.string().nullable().describe('Whom a shared one is for; null: every site'),
  is_mine: z.boolean(),
  created_at: time,
})

const keeperOf = ({ caller }: AdminDoor): Keeper => ({ ...caller, actor: actorNameOf(caller) })

const bodyOf = ({ isMine, createdAt, ...search }: SavedSearch) => ({
  ...search,
  is_mine: isMine,
  created_at: createdAt,
})

const taken = () =>
  problem(422, 'You have a search of this name.', {
    errors: [{ field: 'name', message: 'Use another name.' }],
  })

const readSaved = define({
  method: 'get',
  path,
  summary: 'Searches that the caller keeps, and those that owners share',
  tag,
  access: 'moderator',
  answers: {
    200: {
      description: 'Saved searches by name',
      schema: z.object({ items: z.array(savedSchema) }),
    },
  },
  handle: async (door) => {
    const items = await listSavedSearches(door.services.db, keeperOf(door))
    return { status: 200, body: { items: items.map(bodyOf) } }
  },
})

const postSaved = define({
  method: 'post',
  path,
  summary: 'Keep a search under a name, at most 50; an owner may share it',
  tag,
  access: 'moderator',
  body: z.strictObject({
    name,
    query: z
      .string()
      .max(longestQuery)
      .describe('"q=harbour&min_toxicity=0.5"; what cannot be searched for is left out'),
    shared: z.boolean().default(false),
  }),
  answers: {
    201: { description: 'Kept', schema: z.object({ id: z.uuid(), query: z.string() }) },
    403: { description: 'Only owners share' },
    404: { description: 'No such site' },
    422: { description: 'Not valid, the name is taken, or there are 50 already' },
  },
  handle: async ({ body, ...door }) => {
    const { services, caller } = door
    if (body.shared && caller.role !== 'owner') return problem(403, 'Only owners share searches.')
    const form = readSearchForm(Object.fromEntries(new URLSearchParams(body.query)))
    const site = form.site === '' ? null : await siteOf(door, form.site)
    const search = { ...body, query: searchQuery(form), siteId: caller.siteId ?? site?.id ?? null }
    const result = await saveSearch(services.db, keeperOf(door), search)
    if (result.outcome === 'saved')
      return { status: 201, body: { id: result.id, query: search.query } }
    return result.outcome === 'taken' ? taken() : problem(422, 'You keep 50 searches already.')
  },
})

const patchSaved = define({
  method: 'patch',
  path: `${path}/{id}`,
  summary: 'Rename a search of your own, or as an owner a shared one',
  tag,
  access: 'moderator',
  body: z.strictObject({ name }),
  answers: {
    204: { description: 'Renamed' },
    404: { description: 'No such search' },
    422: { description: 'Not valid, or the name is taken' },
  },
  handle: async ({ params, body, ...door }) => {
    const id = params.id ?? ''
    if (!isUuid(id)) throw notFound('search')
    const outcome = await renameSearch(door.services.db, keeperOf(door), { id, ...body })
    if (outcome === 'unknown') throw notFound('search')
    return outcome === 'taken' ? taken() : { status: 204 }
  },
})

const deleteSaved = define({
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Delete a search of your own, or as an owner a shared one',
  tag,
  access: 'moderator',
  answers: { 204: { description: 'Deleted' }, 404: { description: 'No such search' } },
  handle: async ({ params, ...door }) => {
    const id = params.id ?? ''
    if (!isUuid(id) || !(await deleteSearch(door.services.db, keeperOf(door), id)))
      throw notFound('search')
    return { status: 204 }
  },
})

export const savedSearchEndpoints = [readSaved, postSaved, patchSaved, deleteSaved]
