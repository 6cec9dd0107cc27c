/** The sort orders of a thread, and the SQL that its two lists share. Pages are found by key, never by row number. */

export const threadSorts = ['newest', 'oldest', 'top'] as const
export type ThreadSort = (typeof threadSorts)[number]

/**
 * In SQL: FROM clause for public replies, in a conversation or to one of its comments. OFFSET 0 keeps the
 * inner query separate; otherwise the planner may scan all approved comments once for each comment.
 * @param condition on the reply `r`; must name its conversation
 */
export const repliesWhere = (condition: string): string => `
  FROM (SELECT r.status FROM comments r WHERE ${condition} AND ${seen('r')} OFFSET 0) r WHERE r.status = 'approved'`

/** In SQL: whether a reply is or was public, as the index by conversation requires. */
export const seen = (alias: string): string => `${alias}.root_id IS NOT NULL
  AND (${alias}.status = 'approved' OR ${alias}.public_until IS NOT NULL)`

/** The position of a comment in a sort order. */
export type ThreadKey = {
  createdAt: Date
  id: string
  /** For the order `top`: public replies at `asOf`, so that later replies do not move it between two pages. */
  answers: number
  /** null: now. */
  asOf: Date | null
}

export type Direction = 'after' | 'from' | 'before'

const ascending = { after: '>', from: '>=', before: '<' } as const
const descending = { after: '<', from: '<=', before: '>' } as const

/** @param before reverses the order, to read backwards from a place. @returns an ORDER BY list */
export function orderOf(sort: ThreadSort, before = false): string {
  const way = (sort === 'oldest') === before ? ' DESC' : ''
  const byTime = `created_at${way}, id${way}`
  return sort === 'top' ? `answers${way}, ${byTime}` : byTime
}

/** In SQL: condition on keys next to the place `$2` (time), `$3` (id) and, in the order `top`, `$4` (answers). */
export function besideOf(sort: ThreadSort, direction: Direction): string {
  const operator = (sort === 'oldest' ? ascending : descending)[direction]
  return sort === 'top'
    ? `(answers, created_at, id) ${operator} ($4::int, $2::timestamptz, $3::uuid)`
    : `(created_at, id) ${operator} ($2::timestamptz, $3::uuid)`
}

const firstKey = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 2 ** 31 - 1]
const lastKey = ['-infinity', '00000000-0000-0000-0000-000000000000', 0]

/** @param key undefined: the start of the list. @returns the values of `$2` to `$5` */
export const valuesOf = (sort: ThreadSort, key: ThreadKey | undefined): unknown[] =>
  key
    ? [key.createdAt, key.id, key.answers, key.asOf]
    : [...(sort === 'oldest' ? lastKey : firstKey), null]

/** The first CTE of every statement; it gives the parameters their types. */
export const place = `place AS (SELECT $2::timestamptz AS created_at, $3::uuid AS id, $4::int AS answers,
  coalesce($5::timestamptz, date_trunc('milliseconds', now())) AS as_of)`

/** The time at which the order `top` counts answers. */
const asOf = '(SELECT as_of FROM place)'
/** A comment without `public_since`, from before that column existed, counts as public since its creation. */
const wasPublic = `coalesce(c.public_since, c.created_at) <= ${asOf}`

/**
 * In SQL: one row for each reply to a comment of the article `$1` that was public at `as_of`.
 * @param condition on the reply `c`
 */
export const answersOf = (condition: string): string => `
  SELECT c.parent_id, NULL::timestamptz, 1 FROM comments c
  WHERE c.article_id = $1 AND c.status = 'approved' AND ${condition} AND ${wasPublic}
  UNION ALL
  SELECT c.parent_id, NULL::timestamptz, 1 FROM comments c
  WHERE c.article_id = $1 AND c.status <> 'approved' AND c.public_until > ${asOf} AND ${condition} AND ${wasPublic}`
/**
 * In SQL: keys in the order `top`. Counts with UNION ALL and GROUP BY, because a join could become quadratic
 * with wrong row estimates.
 * @param comments selects id, created_at and 0
 * @param answers from `answersOf`
 */
export const topKeys = (comments: string, answers: string): string => `
  SELECT id, max(created_at) AS created_at, sum(answers)::int AS answers
  FROM (${comments} UNION ALL ${answers}) c (id, created_at, answers)
  GROUP BY id HAVING max(created_at) IS NOT NULL`
