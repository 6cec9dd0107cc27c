import type { Database } from '../platform/database'
import type { ScoreName } from '../scoring/score'
import { partInSql, type QueuePart, type QueueState } from './queue.store'
import { binCount, type ScoreRange } from './score-range'
import { lastScore } from './score-range.store'

/** A part of the queue by one score; of a large part only the first `mostCounted` comments. */
export type Histogram = {
  /** `binCount` steps of equal width over 0..1; the last one takes in 1. */
  bins: number[]
  notScored: number
  /** Whether there may be more comments than were counted. */
  isCut: boolean
}

/** The histogram, and from it the comments of one range: at most `limit` of `inRange`. */
export type RangePage = { histogram: Histogram; commentIds: string[]; inRange: number }

type HistogramPart = Omit<QueuePart, 'scores'>

/** Every one of them costs a look at its last evaluation. */
export const mostCounted = 10_000

/** What waits is counted and listed from the oldest on, what was decided from the newest on. */
export const isNewestFirst = (state: QueueState) => ['approved', 'rejected', 'spam'].includes(state)

export async function readHistogram(
  db: Database,
  part: HistogramPart,
  score: ScoreName,
): Promise<Histogram> {
  return (await readRange(db, part, { range: { score, from: 0, to: 0 }, limit: 0 })).histogram
}

type Row = { bins: Record<string, number>; commentIds: string[]; inRange: number }

export async function readRange(
  db: Database,
  part: HistogramPart,
  { range, limit }: { range: ScoreRange; limit: number },
): Promise<RangePage> {
  const values: unknown[] = [part.siteIds]
  const keep = (value: unknown) => `$${values.push(value)}`
  const { from, where } = partInSql(part, keep)
  const order = isNewestFirst(part.state) ? 'created_at DESC, id DESC' : 'created_at, id'
  const [low, high] = [`${keep(range.from)}::numeric`, `${keep(range.to)}::numeric`]
  const { rows } = await db.pool.query<Row>(
    `WITH part AS (
        SELECT page.* FROM ${from} CROSS JOIN LATERAL (
          SELECT c.id, c.created_at FROM comments c WHERE ${where} ORDER BY ${order} LIMIT ${mostCounted}) page
        ORDER BY ${order} LIMIT ${mostCounted}),
      scored AS MATERIALIZED (SELECT part.*, ${lastScore('part.id', keep(range.score))} AS score FROM part),
      chosen AS (SELECT id, created_at FROM scored WHERE score >= ${low} AND (score < ${high} OR ${high} = 1))
    SELECT
      (SELECT json_object_agg(x.bin, x.count) FROM (
        SELECT CASE WHEN score >= 0 THEN least(floor(score * ${binCount}), ${binCount - 1}) ELSE -1 END AS bin, count(*)
        FROM scored GROUP BY 1) x) AS bins,
      (SELECT count(*) FROM chosen) AS "inRange",
      ARRAY(SELECT id FROM chosen ORDER BY ${order} LIMIT ${keep(limit)}) AS "commentIds"`,
    values,
  )
  const { bins, commentIds, inRange } = rows[0] ?? { bins: null, commentIds: [], inRange: 0 }
  return { histogram: histogramOf(bins ?? {}), commentIds, inRange }
}

function histogramOf(counts: Record<string, number>): Histogram {
  const bins = Array.from({ length: binCount }, (_, bin) => counts[bin] ?? 0)
  const notScored = counts[-1] ?? 0
  const counted = bins.reduce((sum, count) => sum + count, notScored)
  return { bins, notScored, isCut: counted >= mostCounted }
}
