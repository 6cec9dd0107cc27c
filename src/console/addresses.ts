import { type QueueSort, type QueueState, queueSorts, queueStates } from '../moderation/queue.store'
import { type SearchForm, searchQuery } from '../moderation/search-form'

/** What a page of the queue shows. */
export type QueueView = {
  state: QueueState
  sort: QueueSort
  /** Slug; undefined shows every site. */
  site?: string | undefined
  /** Of the articles; undefined shows every section. */
  section?: string | undefined
  /** Of what is held, as rules name it; undefined shows every queue. */
  queue?: string | undefined
  cursor?: string | undefined
}

const firstSort: Record<QueueState, QueueSort> = {
  held: 'priority',
  reported: 'priority',
  appealed: 'oldest',
  sampled: 'newest',
  lead: 'oldest',
  pending: 'oldest',
  approved: 'newest',
  rejected: 'newest',
  spam: 'newest',
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 300 && !value.includes('\0')
    ? value
    : undefined

/** Whatever an address says: what is unknown falls back to what is shown first. */
export function readQueueView(query: Record<string, unknown>): QueueView {
  const state = queueStates.find((one) => one === query.state) ?? 'held'
  return {
    state,
    sort: queueSorts.find((one) => one === query.sort) ?? firstSort[state],
    site: textOf(query.site),
    section: textOf(query.section),
    queue: state === 'held' ? textOf(query.queue) : undefined,
    cursor: textOf(query.cursor),
  }
}

/** The address of a part of the queue; what is usual is left out. */
export function queueHref({ state, sort, site, section, queue, cursor }: QueueView): string {
  const query = new URLSearchParams()
  if (state !== 'held') query.set('state', state)
  if (sort !== firstSort[state]) query.set('sort', sort)
  if (site) query.set('site', site)
  if (section) query.set('section', section)
  if (queue) query.set('queue', queue)
  if (cursor) query.set('cursor', cursor)
  return query.size > 0 ? `/console/queue?${query}` : '/console/queue'
}

/** Another part of the queue, of the same site and section, in its usual order. */
export const tabHref = (
  state: QueueState,
  { site, section }: Pick<QueueView, 'site' | 'section'>,
): string => queueHref({ state, sort: firstSort[state], site, section })

/** @param from the page to go back to from there */
export const commentHref = (id: string, from?: string): string =>
  `/console/comments/${id}${from ? `?${new URLSearchParams({ from })}` : ''}`

export const signInHref = '/console/sign-in'

const pages = [
  'queue',
  'search',
  'comments',
  'reviews',
  'rules',
  'banks',
  'settings',
  'house-rules',
  'people',
  'statistics',
  'audit',
  'account',
]
const ownPage = new RegExp(`^/console/(${pages.join('|')})\\b[!-~]*$`)
/** A search for 200 signs of any script, within the address of a comment's page, is shorter. */
const longestPath = 5000

/**
 * A way back that a form or an address carries. Only pages of the console: anything else, also in
 * disguise ("//host", "/\host", control characters), leads to the queue.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestPath) return '/console/queue'
  const [address = ''] = value.split('?')
  const isPlain = ownPage.test(value) && !value.includes('\\')
  return isPlain && !address.includes('//') && !address.includes('..') ? value : '/console/queue'
}

/** The way back with something to say about what was done; earlier things said are left out. */
export function withNotice(path: string, notice: Record<string, string>): string {
  const [address = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  for (const name of noticeNames) parameters.delete(name)
  for (const [name, value] of Object.entries(notice)) parameters.set(name, value)
  return parameters.size > 0 ? `${address}?${parameters}` : address
}

/** Each carries an id, but `said`, which names a fixed text, and the numbers `left`, `taken` and `own`. */
const noticeNames = [
  'done',
  'stood',
  'undone',
  'batch',
  'left',
  'taken',
  'own',
  'unbatch',
  'said',
] as const

/** The address of a search, and of its next page. */
export function searchHref(form: SearchForm, cursor = ''): string {
  // asked for with nothing filled in: every comment
  const query = searchQuery(form) || 'q='
  return `/console/search?${query}${cursor ? `&${new URLSearchParams({ cursor })}` : ''}`
}
