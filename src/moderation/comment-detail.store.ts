import type { Database } from '../platform/database'
import { authorRole } from './author-role.store'
import { decidedBy } from './decision'
import { cardColumns, cardJoins, type QueueItem } from './queue.store'

const list = (row: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(${row} ORDER BY ${order}), '[]') FROM ${from})`

const brief = (
  alias: string,
) => `json_build_object('id', ${alias}.id, 'parent_id', ${alias}.parent_id,
  'author', ${alias}.author_name, 'body', ${alias}.body, 'status', ${alias}.status, 'created_at', ${alias}.created_at)`

/** The version that was in force, and where readers find it. */
const houseRulesOf = (site: string, decision: string) =>
  `CASE WHEN ${decision}.house_rules_version IS NOT NULL THEN json_build_object(
    'version', ${decision}.house_rules_version,
    'url', '/sites/' || ${site}.slug || '/house-rules?version=' || ${decision}.house_rules_version) END`

/** Everything that is known of a comment, in one round trip. */
const statement = {
  name: 'comment-detail',
  text: `SELECT ${cardColumns},
    c.captcha_seconds, c.honeypot,
    (SELECT to_json(x) FROM (SELECT v.id, v.comment_version, v.rule_set_version, v.model, v.language, v.features,
      v.scores, v.score_spans, v.findings, v.created_at FROM evaluations v
      WHERE v.comment_id = c.id ORDER BY v.created_at DESC LIMIT 1) x) AS evaluation,
    (SELECT coalesce(json_agg(x ORDER BY x.created_at DESC), '[]') FROM (
      SELECT v.id, v.comment_version, v.rule_set_version, v.model, v.language, v.scores, v.findings, v.created_at
      FROM evaluations v WHERE v.comment_id = c.id ORDER BY v.created_at DESC OFFSET 1 LIMIT 50) x) AS earlier_evaluations,
    ${list(
      `json_build_object('id', d.id, 'action', d.action, 'from_status', d.from_status, 'status', d.status,
        'reason', d.reason, 'note', d.note, 'version', d.version, 'decided_by', ${decidedBy},
        'decided_at', d.created_at, 'batch_id', d.batch_id, 'undoes_id', d.undoes_id,
        'house_rules', ${houseRulesOf('s', 'd')})`,
      'decisions d WHERE d.comment_id = c.id',
      'd.version',
    )} AS decisions,
    ${list(
      `json_build_object('id', r.id, 'reason', r.reason, 'detail', r.detail, 'created_at', r.created_at, 'resolved_at', r.resolved_at)`,
      'reports r WHERE r.comment_id = c.id',
      'r.created_at',
    )} AS report_list,
    ${list(
      `json_build_object('id', p.id, 'text', p.text, 'created_at', p.created_at, 'resolved_at', p.resolved_at)`,
      'appeals p WHERE p.comment_id = c.id',
      'p.created_at',
    )} AS appeals,
    ${list(
      `json_build_object('id', n.id, 'text', n.text, 'by', n.actor, 'created_at', n.created_at)`,
      'comment_notes n WHERE n.comment_id = c.id',
      'n.created_at',
    )} AS notes,
    ${list(
      `json_build_object('version', v.version, 'body', v.body, 'created_at', v.created_at)`,
      'revisions v WHERE v.comment_id = c.id',
      'v.version',
    )} AS revisions,
    (SELECT json_build_object(
        'role', ${authorRole},
        'approved', count(*) FILTER (WHERE h.status = 'approved'),
        'rejected', count(*) FILTER (WHERE h.status = 'rejected'),
        'spam', count(*) FILTER (WHERE h.status = 'spam'),
        'held', count(*) FILTER (WHERE h.status = 'held'),
        'first_seen', min(h.created_at),
        'recent', (SELECT coalesce(json_agg(${brief('x')} ORDER BY x.created_at DESC), '[]') FROM (
          SELECT * FROM comments o WHERE o.site_id = c.site_id AND o.author_key = c.author_key AND c.author_key <> '' AND o.id <> c.id
          ORDER BY o.created_at DESC LIMIT 10) x))
      FROM comments h WHERE h.site_id = c.site_id AND h.author_key = c.author_key AND c.author_key <> '' AND h.id <> c.id) AS author_history,
    json_build_object(
      'parent', (SELECT ${brief('u')} FROM comments u WHERE u.id = c.parent_id),
      'replies', (SELECT coalesce(json_agg(${brief('x')} ORDER BY x.created_at), '[]') FROM (
        SELECT * FROM comments o WHERE o.parent_id = c.id ORDER BY o.created_at LIMIT 20) x)) AS thread
  FROM comments c ${cardJoins} WHERE c.id = $1 AND ($2::uuid IS NULL OR c.site_id = $2)`,
}

export type CommentDetail = QueueItem & {
  captcha_seconds: number
  honeypot: boolean
  evaluation: { features: object; scores: object; findings: object[] } | null
  /** Of earlier texts and rules, newest first, without what the rules could read. */
  earlier_evaluations: object[]
  decisions: object[]
  report_list: object[]
  appeals: object[]
  notes: object[]
  revisions: { version: number; body: string; created_at: string }[]
  author_history: object
  thread: object
}

/** @param siteId limits what is found; null finds a comment of every site */
export async function readCommentDetail(
  db: Database,
  id: string,
  siteId: string | null,
): Promise<CommentDetail | undefined> {
  const { rows } = await db.pool.query<CommentDetail>({ ...statement, values: [id, siteId] })
  return rows[0]
}
