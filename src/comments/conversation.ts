/** The order of a conversation follows from nothing else; the status says who sees it. */
export type Link = { id: string; parent_id: string | null; status: string }

/**
 * Comments by what they answer, in their order.
 * @returns below null those whose parent is not among them
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
 * A conversation in the order in which it is read: each comment, then what answers it.
 * Needs no recursion, so the length of a chain does not matter.
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

/** Ids of what readers see: approved comments, and those with an approved one somewhere below them. */
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

/** A stretch of a conversation that is too long for one page. */
export type Part<T> = { shown: T[]; isStart: boolean; isEnd: boolean }

/** Where a part begins or ends: beside a comment that was on another page, or with one that has to be on it. */
export type PartAt = { after: string } | { before: string } | { with: string } | 'start' | 'end'

/**
 * The part of a conversation that a page shows. The comment that it is beside need not be shown any
 * more: its place stays.
 * @returns undefined when that comment is not in the conversation, or the one to be shown is not shown
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

/** How many are shown before the comment that a part is beside; undefined where that is none of them. */
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

/** Parts follow one another from the start, but where a reader comes from the middle of one. */
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
