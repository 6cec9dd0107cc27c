import type { Action, Status } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Database } from '../platform/database'
import { appealedDecider } from './appeal'
import { decidedBy } from './decision'
import { waitsForLead } from './lead'

/** Where a comment stands and which decision put it there. */
export type Standing = {
  commentId: string
  siteId: string
  status: Status
  version: number
  priority: number
  /** A report or an appeal waits for an answer. */
  isObjected: boolean
  /** Of an open appeal: the moderator whose decision it is against, and who leaves it to others. */
  appealNotFor: string | null
  /** It was escalated, or two moderators saw it differently. */
  isForLead: boolean
  decision: StandingDecision | null
}

export type StandingDecision = {
  id: string
  action: Action
  fromStatus: Status
  status: Status
  reason: Reason
  version: number
  actorKind: 'rules' | 'moderator' | 'system'
  decidedBy: string
  decidedAt: Date
}

const decisionJson = `json_build_object('id', d.id, 'action', d.action, 'fromStatus', d.from_status,
  'status', d.status, 'reason', d.reason, 'version', d.version, 'actorKind', d.actor_kind,
  'decidedBy', ${decidedBy}, 'decidedAt', d.created_at)`

const openObjection = (table: 'reports' | 'appeals') =>
  `EXISTS (SELECT 1 FROM ${table} o WHERE o.comment_id = c.id AND o.resolved_at IS NULL)`

const columns = `c.id AS "commentId", c.site_id AS "siteId", c.status, c.version, c.priority,
  ${openObjection('reports')} OR ${openObjection('appeals')} AS "isObjected",
  CASE WHEN ${openObjection('appeals')} THEN ${appealedDecider} END AS "appealNotFor",
  ${waitsForLead} AS "isForLead"`

type Row = Omit<Standing, 'decision'> & {
  decision: (StandingDecision & { decidedAt: string }) | null
}

const standingOf = ({ decision, ...row }: Row): Standing => ({
  ...row,
  decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
})

/** @param siteId limits what is found; null finds comments of every site */
export async function findStandings(
  db: Database,
  commentIds: readonly string[],
  siteId: string | null,
): Promise<Map<string, Standing>> {
  const { rows } = await db.pool.query<Row>({
    name: 'standings',
    text: `SELECT ${columns}, (SELECT ${decisionJson} FROM decisions d WHERE d.comment_id = c.id
        ORDER BY d.version DESC LIMIT 1) AS decision
      FROM comments c WHERE c.id = ANY($1) AND ($2::uuid IS NULL OR c.site_id = $2)`,
    values: [commentIds, siteId],
  })
  return new Map(rows.map((row) => [row.commentId, standingOf(row)]))
}

export type Decided = {
  decision: StandingDecision
  standing: Standing
  undoneBy: string | null
  /** The queue that it was decided in, where it was taken out of one that has a tab of its own. */
  decidedIn: string | null
}

/** Decisions with their comments as they stand now; by one decision's id or a batch's. */
export async function findDecided(
  db: Database,
  by: { decisionId: string } | { batchId: string },
  siteId: string | null,
): Promise<Decided[]> {
  const [column, id] = 'batchId' in by ? ['d.batch_id', by.batchId] : ['d.id', by.decisionId]
  const { rows } = await db.pool.query<Row & Pick<Decided, 'undoneBy' | 'decidedIn'>>(
    `SELECT ${columns}, ${decisionJson} AS decision,
       (SELECT u.id FROM decisions u WHERE u.undoes_id = d.id) AS "undoneBy",
       CASE WHEN (SELECT p.reason FROM decisions p WHERE p.comment_id = d.comment_id AND p.version < d.version
           ORDER BY p.version DESC LIMIT 1) = 'escalated' THEN 'lead'
         ELSE (SELECT i.queue FROM review_items i WHERE i.comment_id = d.comment_id AND i.closed_at = d.created_at)
       END AS "decidedIn"
     FROM decisions d JOIN comments c ON c.id = d.comment_id
     WHERE ${column} = $1 AND d.undoes_id IS NULL AND ($2::uuid IS NULL OR c.site_id = $2)`,
    [id, siteId],
  )
  return rows.flatMap(({ undoneBy, decidedIn, ...row }) => {
    const standing = standingOf(row)
    return standing.decision ? [{ decision: standing.decision, standing, undoneBy, decidedIn }] : []
  })
}
