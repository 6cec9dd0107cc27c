import type { Database } from '../platform/database'
import { appealedDecider } from './appeal'
import type { QueueState } from './queue.store'
import { type Draws, newestDrawn, stillStands } from './second-review'

/** How much waits in each tab of the queue and for second reviews, and since when. */
export type QueueCounts = Record<QueueState, number> & {
  draws: readonly Draws[]
  oldestHeldAt: Date | null
}

/** Appeals that one person is not to answer: they are against that person's decisions. */
export type OwnAppeals = { decider: string; count: number }

/** `appealed` is what anybody may answer. */
export type SiteCounts = QueueCounts & { ownAppeals: readonly OwnAppeals[] }

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
  draws: [],
  oldestHeldAt: null,
}

const objected = (table: 'reports' | 'appeals', where = '') =>
  `(SELECT count(DISTINCT o.comment_id) FROM ${table} o JOIN comments c ON c.id = o.comment_id
    WHERE o.site_id = s.id AND o.resolved_at IS NULL AND c.status <> 'deleted' ${where}) AS ${table}`

const ownAppeals = (where = '') =>
  `(SELECT coalesce(json_agg(json_build_object('decider', 'moderator:' || g.decider, 'count', g.count)), '[]') FROM (
      SELECT x.decider, count(*) FROM (
        SELECT DISTINCT c.id, ${appealedDecider} AS decider FROM appeals o JOIN comments c ON c.id = o.comment_id
        WHERE o.site_id = s.id AND o.resolved_at IS NULL AND c.status <> 'deleted' ${where}) x
      WHERE x.decider IS NOT NULL GROUP BY 1) g) AS "ownAppeals"`

/** Whose comments they are on tells who may not be asked. */
const draws = `SELECT coalesce(json_agg(json_build_object('people', g.people, 'count', g.count)), '[]') FROM (
    SELECT p.people, count(*) FROM ${newestDrawn} d JOIN comments c ON c.id = d.comment_id
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT coalesce('moderator:' || x.moderator_id, 'token:' || x.token_id)) AS people
      FROM decisions x WHERE x.comment_id = d.comment_id AND x.actor_kind = 'moderator') p
    WHERE ${stillStands} GROUP BY 1) g`

const leads = (where = '') =>
  `CROSS JOIN LATERAL (SELECT count(*) AS leads, count(*) FILTER (WHERE c.status = 'held') AS held
    FROM review_items o JOIN comments c ON c.id = o.comment_id
    WHERE o.site_id = s.id AND o.queue = 'lead' AND o.closed_at IS NULL AND c.status <> 'deleted' ${where}) l`

const statement = {
  name: 'queue-counts',
  text: `SELECT s.id AS "siteId", coalesce(k.counts, '{}') AS counts, ${objected('reports')}, ${objected('appeals')},
      ${ownAppeals()},
      (SELECT count(*) FROM review_items o WHERE o.site_id = s.id AND o.queue = 'sample' AND o.closed_at IS NULL) AS samples,
      (${draws}) AS draws, l.leads, l.held AS "heldForLead",
      (SELECT min(c.created_at) FROM comments c WHERE c.site_id = s.id AND c.status = 'held') AS "oldestHeldAt"
    FROM sites s LEFT JOIN (
      SELECT site_id, jsonb_object_agg(status, count) AS counts
      FROM (SELECT site_id, status, count(*) FROM comments WHERE site_id = ANY($1) GROUP BY 1, 2) x
      GROUP BY 1) k ON k.site_id = s.id
    ${leads()}
    WHERE s.id = ANY($1)`,
}

const ofSection = 'a.site_id = s.id AND a.section = $2'
const inSection = `AND c.article_id IN (SELECT a.id FROM articles a WHERE ${ofSection})`

/** Article by article: the index of an article's comments holds all that is counted. */
const sectionStatement = {
  name: 'queue-counts-of-section',
  text: `SELECT s.id AS "siteId", coalesce(k.counts, '{}') AS counts,
      ${objected('reports', inSection)}, ${objected('appeals', inSection)}, ${ownAppeals(inSection)},
      (SELECT count(*) FROM review_items o JOIN comments c ON c.id = o.comment_id
        WHERE o.site_id = s.id AND o.queue = 'sample' AND o.closed_at IS NULL ${inSection}) AS samples,
      (${draws}) AS draws, l.leads, l.held AS "heldForLead",
      (SELECT min(h.at) FROM articles a CROSS JOIN LATERAL (
        SELECT min(c.created_at) AS at FROM comments c WHERE c.article_id = a.id AND c.status = 'held') h
        WHERE ${ofSection}) AS "oldestHeldAt"
    FROM sites s LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(x.status, x.count) AS counts FROM (
        SELECT y.status, sum(y.count) AS count FROM articles a CROSS JOIN LATERAL (
          SELECT c.status, count(*) FROM comments c WHERE c.article_id = a.id GROUP BY 1) y
        WHERE ${ofSection} GROUP BY 1) x) k ON true
    ${leads(inSection)}
    WHERE s.id = ANY($1)`,
}

type Row = {
  siteId: string
  counts: Partial<Record<string, number>>
  reports: number
  appeals: number
  samples: number
  leads: number
  draws: Draws[]
  ownAppeals: OwnAppeals[]
  heldForLead: number
  oldestHeldAt: Date | null
}

const countsOf = ({ counts, reports, appeals, samples, leads, ...row }: Row): SiteCounts => ({
  held: (counts.held ?? 0) - row.heldForLead,
  pending: counts.pending ?? 0,
  approved: counts.approved ?? 0,
  rejected: counts.rejected ?? 0,
  spam: counts.spam ?? 0,
  reported: reports,
  appealed: appeals,
  sampled: samples,
  lead: leads,
  draws: row.draws,
  ownAppeals: row.ownAppeals,
  oldestHeldAt: row.oldestHeldAt,
})

/** Counts by site; where a section is named of that alone, but for second reviews. */
export async function readQueueCounts(
  db: Database,
  siteIds: readonly string[],
  section?: string,
): Promise<Map<string, SiteCounts>> {
  const { rows } = await db.pool.query<Row>(
    section === undefined
      ? { ...statement, values: [siteIds] }
      : { ...sectionStatement, values: [siteIds, section] },
  )
  return new Map(rows.map((row) => [row.siteId, countsOf(row)]))
}
