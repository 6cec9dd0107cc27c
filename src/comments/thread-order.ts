/** The orders of a thread, and the SQL that both lists of it share. Places in a list are keys, never counts of rows. */

export const threadSorts = ['newest', 'oldest', 'top'] as const
export type ThreadSort = (typeof threadSorts)[number]

/**
 * Public replies, in a conversation or to one of its comments, however many were refused. The inner query
 * stands by itself: else the planner may look for all that is approved, once for each comment.
 * @param condition on the reply `r`, which says in which conversation it is
 */
export const repliesWhere = (condition: string): string => `
  FROM (SELECT r.status FROM comments r WHERE ${condition} AND ${seen('r')} OFFSET 0) r WHERE r.status = 'approved'`

/** Replies that readers see, or saw once: those of the index by conversation. */
export const seen = (alias: string): string => `${alias}.root_id IS NOT NULL
  AND (${alias}.status = 'approved' OR ${alias}.public_until IS NOT NULL)`

/** Where a comment stands in an order. */
export type ThreadKey = {
  createdAt: Date
  id: string
  /** In the order `top`: its public answers at `asOf`, so that no answer of later moves it while somebody reads on. */
  answers: number
  /** null: now. */
  asOf: Date | null
}

export type Direction = 'after' | 'from' | 'before'

const ascending = { after: '>', from: '>=', before: '<' } as const
const descending = { after: '<', from: '<=', before: '>' } as const

/** @param before the order read from its end, for what comes before a place */
export function orderOf(sort: ThreadSort, before = false): string {
  const way = (sort === 'oldest') === before ? ' DESC' : ''
  const byTime = `created_at${way}, id${way}`
  return sort === 'top' ? `answers${way}, ${byTime}` : byTime
}

/** Of keys beside the place `$2` (when), `$3` (id) and, in the order `top`, `$4` (answers). */
export function besideOf(sort: ThreadSort, direction: Direction): string {
  const operator = (sort === 'oldest' ? ascending : descending)[direction]
  return sort === 'top'
    ? `(answers, created_at, id) ${operator} ($4::int, $2::timestamptz, $3::uuid)`
    : `(created_at, id) ${operator} ($2::timestamptz, $3::uuid)`
}

const firstKey = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 2 ** 31 - 1]
const lastKey = ['-infinity', '00000000-0000-0000-0000-000000000000', 0]

/** Values of `$2` to `$5`. @param key absent: the edge where the list begins */
export const valuesOf = (sort: ThreadSort, key: ThreadKey | undefined): unknown[] =>
  key
    ? [key.createdAt, key.id, key.answers, key.asOf]
    : [...(sort === 'oldest' ? lastKey : firstKey), null]

/** Every statement begins with it; it gives the parameters their types. */
export const place = `place AS (SELECT $2::timestamptz AS created_at, $3::uuid AS id, $4::int AS answers,
  coalesce($5::timestamptz, date_trunc('milliseconds', now())) AS as_of)`

/** The moment that the order `top` is of. */
const asOf = '(SELECT as_of FROM place)'
/** A comment that became public before that was noted counts as public from the first. */
const wasPublic = `coalesce(c.public_since, c.created_at) <= ${asOf}`

/**
 * One row for each public answer, at the moment, to a comment of the article `$1`.
 * @param condition on the answer `c`
 */
export const answersOf = (condition: string): string => `
  SELECT c.parent_id, NULL::timestamptz, 1 FROM comments c
  WHERE c.article_id = $1 AND c.status = 'approved' AND ${condition} AND ${wasPublic}
  UNION ALL
  SELECT c.parent_id, NULL::timestamptz, 1 FROM comments c
  WHERE c.article_id = $1 AND c.status <> 'approved' AND c.public_until > ${asOf} AND ${condition} AND ${wasPublic}`
/**
 * Keys in the order `top`. The counts are not joined: by wrong estimates a join would be quadratic.
 * @param comments selects id, created_at and 0
 * @param answers as `answersOf`
 */
export const topKeys = (comments: string, answers: string): string => `
  SELECT id, max(created_at) AS created_at, sum(answers)::int AS answers
  FROM (${comments} UNION ALL ${answers}) c (id, created_at, answers)
  GROUP BY id HAVING max(created_at) IS NOT NULL`
