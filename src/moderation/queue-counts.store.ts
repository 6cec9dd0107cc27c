import type { Database } from '../platform/database'
import type { QueueState } from './queue.store'

/** How much waits in each tab of the queue, and since when. */
export type QueueCounts = Record<QueueState, number> & { oldestHeldAt: Date | null }

export const noCounts: QueueCounts = {
  held: 0,
  pending: 0,
  approved: 0,
  rejected: 0,
  spam: 0,
  reported: 0,
  appealed: 0,
  sampled: 0,
  lead: 0,
  oldestHeldAt: null,
}

const objected = (table: 'reports' | 'appeals') =>
  `(SELECT count(DISTINCT o.comment_id) FROM ${table} o JOIN comments c ON c.id = o.comment_id
    WHERE o.site_id = s.id AND o.resolved_at IS NULL AND c.status <> 'deleted') AS ${table}`

const statement = {
  name: 'queue-counts',
  text: `SELECT s.id AS "siteId", coalesce(k.counts, '{}') AS counts, ${objected('reports')}, ${objected('appeals')},
      (SELECT count(*) FROM review_items o WHERE o.site_id = s.id AND o.queue = 'sample' AND o.closed_at IS NULL) AS samples,
      l.leads, l.held AS "heldForLead",
      (SELECT min(c.created_at) FROM comments c WHERE c.site_id = s.id AND c.status = 'held') AS "oldestHeldAt"
    FROM unnest($1::uuid[]) s (id) LEFT JOIN (
      SELECT site_id, jsonb_object_agg(status, count) AS counts
      FROM (SELECT site_id, status, count(*) FROM comments WHERE site_id = ANY($1) GROUP BY 1, 2) x
      GROUP BY 1) k ON k.site_id = s.id
    CROSS JOIN LATERAL (SELECT count(*) AS leads, count(*) FILTER (WHERE c.status = 'held') AS held
      FROM review_items o JOIN comments c ON c.id = o.comment_id
      WHERE o.site_id = s.id AND o.queue = 'lead' AND o.closed_at IS NULL AND c.status <> 'deleted') l`,
}

type Row = {
  siteId: string
  counts: Partial<Record<string, number>>
  reports: number
  appeals: number
  samples: number
  leads: number
  heldForLead: number
  oldestHeldAt: Date | null
}

const countsOf = ({ counts, reports, appeals, samples, leads, ...row }: Row): QueueCounts => ({
  held: (counts.held ?? 0) - row.heldForLead,
  pending: counts.pending ?? 0,
  approved: counts.approved ?? 0,
  rejected: counts.rejected ?? 0,
  spam: counts.spam ?? 0,
  reported: reports,
  appealed: appeals,
  sampled: samples,
  lead: leads,
  oldestHeldAt: row.oldestHeldAt,
})

/** Counts by site. */
export async function readQueueCounts(
  db: Database,
  siteIds: readonly string[],
): Promise<Map<string, QueueCounts>> {
  const { rows } = await db.pool.query<Row>({ ...statement, values: [siteIds] })
  return new Map(rows.map((row) => [row.siteId, countsOf(row)]))
}
