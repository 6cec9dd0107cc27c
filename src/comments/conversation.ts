/** The fields that determine the order of a conversation, and the status, which determines visibility. */
export type Link = { id: string; parent_id: string | null; status: string }

/**
 * Groups comments by parent id, keeping their order.
 * @returns the groups; comments whose parent is not in the list are under null
 */
export function groupByParent<T extends { id: string }>(
  comments: readonly T[],
  parentIdOf: (comment: T) => string | null,
): Map<string | null, T[]> {
  const known = new Set<string | null>(comments.map(({ id }) => id))
  const groups = new Map<string | null, T[]>()
  for (const comment of comments) {
    const answered = parentIdOf(comment)
    const parentId = known.has(answered) ? answered : null
    const siblings = groups.get(parentId)
    if (siblings) siblings.push(comment)
    else groups.set(parentId, [comment])
  }
  return groups
}

/**
 * Sorts a conversation depth first: each comment, then its replies. Works without recursion, so
 * that a long chain cannot overflow the stack.
 * @param links oldest first
 */
export function inReadingOrder<T extends Link>(links: readonly T[]): T[] {
  const answers = groupByParent(links, ({ parent_id }) => parent_id)
  const ordered: T[] = []
  const waiting = (answers.get(null) ?? []).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next)
    for (const answer of (answers.get(next.id) ?? []).toReversed()) waiting.push(answer)
  }
  return ordered
}

/** @returns the ids that readers see: approved comments, and all comments with an approved one below them */
export function shownAmong(links: readonly Link[]): Set<string> {
  const byId = new Map(links.map((link) => [link.id, link]))
  const shown = new Set<string>()
  for (const link of links) {
    let next = link.status === 'approved' ? link : undefined
    while (next && !shown.has(next.id)) {
      shown.add(next.id)
      next = next.parent_id === null ? undefined : byId.get(next.parent_id)
    }
  }
  return shown
}

/** One page of a conversation that is too long for one page. */
export type Part<T> = { shown: T[]; isStart: boolean; isEnd: boolean }

/** The position of a part: next to a comment of another page, or the part that contains a comment. */
export type PartAt = { after: string } | { before: string } | { with: string } | 'start' | 'end'

/**
 * Returns the part of a conversation that a page shows. With `after` and `before` the named comment may no
 * longer be visible; its position still counts.
 * @param links oldest first
 * @param length maximum number of comments in the part
 * @returns undefined when the named comment is not in the conversation, or `with` names one that is not visible
 */
export function partOf<T extends Link>(
  links: readonly T[],
  at: PartAt,
  length: number,
): Part<T> | undefined {
  const ids = shownAmong(links)
  const ordered = inReadingOrder(links)
  const shown = ordered.filter(({ id }) => ids.has(id))
  const isShown = typeof at !== 'string' && ids.has(idOf(at))
  const bounds = boundsOf(at, {
    place: placeOf(ordered, ids, at),
    isShown,
    count: shown.length,
    length,
  })
  if (!bounds) return undefined
  const [from, to] = bounds
  return { shown: shown.slice(from, to), isStart: from === 0, isEnd: to >= shown.length }
}

type Beside = Exclude<PartAt, string>
const idOf = (at: Beside): string => Object.values(at)[0] ?? ''

/** Number of visible comments before the named one; undefined when it is not in the conversation. */
function placeOf(
  ordered: readonly Link[],
  shown: ReadonlySet<string>,
  at: PartAt,
): number | undefined {
  if (typeof at === 'string') return undefined
  const before = ordered.findIndex(({ id }) => id === idOf(at))
  return before < 0 ? undefined : ordered.slice(0, before).filter(({ id }) => shown.has(id)).length
}

type Measures = { place: number | undefined; isShown: boolean; count: number; length: number }

/** Parts start at multiples of `length`, except those next to a comment in the middle of a part. */
function boundsOf(
  at: PartAt,
  { place, isShown, count, length }: Measures,
): [from: number, to: number] | undefined {
  const partWith = (shownBefore: number): [number, number] => {
    const from = Math.max(0, shownBefore - (shownBefore % length))
    return [from, from + length]
  }
  if (at === 'start') return partWith(0)
  if (at === 'end') return partWith(count - 1)
  if (place === undefined) return undefined
  if ('with' in at) return isShown ? partWith(place) : undefined
  if ('before' in at) return [Math.max(0, place - length), place]
  const from = isShown ? place + 1 : place
  return [from, from + length]
}
