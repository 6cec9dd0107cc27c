import type { Action, Status } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Database } from '../platform/database'
import type { ScoreSpan } from '../scoring/score'
import { appealedDecider } from './appeal'
import { decidedBy } from './decision'

/** What a moderator wants to know besides a comment itself. */
export type CardContext = {
  /** Other comments of the same author on this site. */
  author: { approved: number; rejected: number; spam: number; since: Date | null }
  parent: { id: string; author: string; body: string; status: Status } | null
  replies: number
  /** The first two that are not deleted. */
  firstReplies: { id: string; author: string; body: string; status: Status }[]
  /** What became of the author's last other comments that were decided on, newest first, at most five. */
  outcomes: { id: string; status: Status; createdAt: Date }[]
  /** Readers' reports that nobody has answered, newest first, at most ten. */
  reports: { reason: string; detail: string; createdAt: Date }[]
  /** What moderators told each other, newest first, at most five. */
  notes: { text: string; by: string; createdAt: Date }[]
  scoreSpans: ScoreSpan[]
  /** Who made the decision that the author appeals against, and leaves the answer to others. */
  appealNotFor: string | null
  /** The last decision, where there is one. */
  decision: {
    action: Action
    reason: Reason
    note: string
    decidedBy: string
    decidedAt: Date
  } | null
}

const statement = {
  name: 'card-contexts',
  text: `SELECT c.id, CASE WHEN EXISTS (SELECT 1 FROM appeals o WHERE o.comment_id = c.id AND o.resolved_at IS NULL)
      THEN 'moderator:' || ${appealedDecider} END AS "appealNotFor", a.author, p.parent, r.replies, f."firstReplies", l.outcomes, o.reports, n.notes, coalesce(e.score_spans, '[]') AS "scoreSpans", d.decision
    FROM comments c
    CROSS JOIN LATERAL (SELECT json_build_object(
        'approved', count(*) FILTER (WHERE h.status = 'approved'),
        'rejected', count(*) FILTER (WHERE h.status = 'rejected'),
        'spam', count(*) FILTER (WHERE h.status = 'spam'), 'since', min(h.created_at)) AS author
      FROM comments h WHERE h.site_id = c.site_id AND h.author_key = c.author_key AND h.id <> c.id) a
    LEFT JOIN LATERAL (SELECT json_build_object('id', u.id, 'author', u.author_name,
        'body', left(u.body, 400), 'status', u.status) AS parent
      FROM comments u WHERE u.id = c.parent_id) p ON true
    CROSS JOIN LATERAL (SELECT count(*) AS replies FROM comments u WHERE u.parent_id = c.id) r
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', x.id, 'author', x.author_name,
        'body', left(x.body, 400), 'status', x.status) ORDER BY x.created_at, x.id), '[]') AS "firstReplies"
      FROM (SELECT * FROM comments x WHERE x.parent_id = c.id AND x.status <> 'deleted'
        ORDER BY x.created_at, x.id LIMIT 2) x) f
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', x.id, 'status', x.status,
        'createdAt', x.created_at) ORDER BY x.created_at DESC), '[]') AS outcomes
      FROM (SELECT * FROM comments x WHERE x.site_id = c.site_id AND x.author_key = c.author_key
        AND c.author_key <> '' AND x.id <> c.id AND x.status IN ('approved', 'rejected', 'spam')
        ORDER BY x.created_at DESC LIMIT 5) x) l
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('reason', x.reason, 'detail', x.detail,
        'createdAt', x.created_at) ORDER BY x.created_at DESC), '[]') AS reports
      FROM (SELECT * FROM reports x WHERE x.comment_id = c.id AND x.resolved_at IS NULL
        ORDER BY x.created_at DESC LIMIT 10) x) o
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('text', x.text, 'by', x.actor,
        'createdAt', x.created_at) ORDER BY x.created_at DESC), '[]') AS notes
      FROM (SELECT * FROM comment_notes x WHERE x.comment_id = c.id ORDER BY x.created_at DESC LIMIT 5) x) n
    LEFT JOIN LATERAL (SELECT score_spans FROM evaluations
      WHERE comment_id = c.id ORDER BY created_at DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT json_build_object('action', d.action, 'reason', d.reason, 'note', d.note, 'decidedAt', d.created_at,
        'decidedBy', ${decidedBy}) AS decision
      FROM decisions d WHERE d.comment_id = c.id ORDER BY d.version DESC LIMIT 1) d ON true
    WHERE c.id = ANY($1)`,
}

type AsJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] }
type Row = Omit<CardContext, 'author' | 'outcomes' | 'reports' | 'notes' | 'decision'> & {
  id: string
  author: Omit<CardContext['author'], 'since'> & { since: string | null }
  outcomes: AsJson<CardContext['outcomes'][number]>[]
  reports: AsJson<CardContext['reports'][number]>[]
  notes: AsJson<CardContext['notes'][number]>[]
  decision: AsJson<NonNullable<CardContext['decision']>> | null
}

/** The surroundings of a page of cards, in one round trip. */
export async function readCardContexts(
  db: Database,
  commentIds: readonly string[],
): Promise<Map<string, CardContext>> {
  const { rows } = await db.pool.query<Row>({ ...statement, values: [commentIds] })
  return new Map(rows.map(({ id, ...row }) => [id, contextOf(row)]))
}

const contextOf = ({
  author,
  outcomes,
  reports,
  notes,
  decision,
  ...row
}: Omit<Row, 'id'>): CardContext => ({
  ...row,
  outcomes: outcomes.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
  author: { ...author, since: author.since === null ? null : new Date(author.since) },
  reports: reports.map((report) => ({ ...report, createdAt: new Date(report.createdAt) })),
  notes: notes.map((note) => ({ ...note, createdAt: new Date(note.createdAt) })),
  decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
})
