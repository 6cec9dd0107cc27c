import { statusAfter } from '../comments/comment'
import { type Database, laneOf } from '../platform/database'
import { forEachKey } from '../platform/for-each-key'
import { uuidv7 } from '../platform/uuid'
import { actorOf, type Decision, type DecisionDraft } from './decision'

const columns = `id uuid, comment_id uuid, site_id uuid, expected_version int, action text, from_status text,
  status text, reason text, note text, actor_kind text, actor text, moderator_id uuid, token_id uuid,
  batch_id uuid, undoes_id uuid, priority smallint, risk real, review_item_id uuid, queue text, is_sample boolean, evaluation jsonb`

/**
 * Status, evaluation, decision, review item, reports, appeals and audit in one statement. Only
 * drafts whose expected version still stands take part; whoever comes second changes nothing.
 */
const statement = {
  name: 'save-decisions',
  text: `WITH input AS (SELECT * FROM jsonb_to_recordset($1) AS i(${columns})),
    changed AS (
      UPDATE comments c SET status = i.status, version = c.version + 1, judging_until = NULL, attempts = 0,
        priority = i.priority, risk = coalesce(i.risk, c.risk)
      FROM (SELECT * FROM input ORDER BY comment_id) i
      WHERE c.id = i.comment_id AND c.version = i.expected_version AND c.status <> 'deleted'
      RETURNING c.id, c.version, c.author_key, c.body, i.id AS decision_id),
    act AS (SELECT i.*, changed.version, changed.author_key, changed.body FROM input i JOIN changed ON changed.decision_id = i.id),
    evaluated AS (
      INSERT INTO evaluations (id, comment_id, site_id, comment_version, rule_set_version, model, language,
        features, scores, score_spans, findings, bank_hits)
      SELECT (evaluation->>'id')::uuid, comment_id, site_id, expected_version,
        (evaluation->>'ruleSetVersion')::int, evaluation->>'model', evaluation->>'language',
        evaluation->'features', evaluation->'scores', evaluation->'scoreSpans', evaluation->'findings',
        ARRAY(SELECT jsonb_array_elements_text(evaluation->'bankHits'))
      FROM act WHERE evaluation IS NOT NULL),
    decided AS (
      INSERT INTO decisions (id, comment_id, site_id, version, action, from_status, status, reason, note,
        actor_kind, moderator_id, token_id, evaluation_id, batch_id, undoes_id, house_rules_version)
      SELECT id, comment_id, site_id, version, action, from_status, status, reason, note, actor_kind,
        moderator_id, token_id, (evaluation->>'id')::uuid, batch_id, undoes_id,
        (SELECT s.house_rules_version FROM sites s WHERE s.id = act.site_id)
      FROM act RETURNING id, created_at),
    texts AS (
      INSERT INTO comment_texts (comment_id, body) SELECT comment_id, body FROM act
      ON CONFLICT (comment_id) DO UPDATE SET body = excluded.body WHERE comment_texts.body <> excluded.body),
    hits AS (
      INSERT INTO rule_hits (comment_id, rule, rule_version, mode, site_id, action, author_key)
      SELECT act.comment_id, f->>'rule', (f->>'version')::int, f->>'mode', act.site_id, f->>'action', act.author_key
      FROM act, jsonb_array_elements(act.evaluation->'findings') f
      ON CONFLICT DO NOTHING),
    opened AS (
      INSERT INTO review_items (id, comment_id, site_id, queue)
      SELECT review_item_id, comment_id, site_id, CASE WHEN is_sample THEN 'sample' ELSE coalesce(queue, CASE
          WHEN actor_kind = 'moderator' THEN (SELECT r.waited FROM (
            SELECT CASE WHEN i.queue = 'lead' THEN i.came_from ELSE i.queue END AS waited FROM review_items i
            WHERE i.comment_id = act.comment_id AND i.closed_at IS NULL) r
            WHERE r.waited NOT IN ('lead', 'sample')) END, 'default') END
      FROM act WHERE status = 'held' OR is_sample OR (queue = 'lead' AND actor_kind = 'moderator')
      ON CONFLICT (comment_id) DO UPDATE
        SET closed_at = NULL, opened_at = now(), claimed_by = NULL, claim_until = NULL, queue = excluded.queue,
          came_from = CASE WHEN review_items.closed_at IS NULL THEN review_items.queue END),
    closed AS (
      UPDATE review_items r SET closed_at = now(), claimed_by = NULL, claim_until = NULL
      FROM act WHERE r.comment_id = act.comment_id AND act.status <> 'held' AND NOT act.is_sample
        AND (act.queue IS DISTINCT FROM 'lead' OR act.actor_kind <> 'moderator') AND r.closed_at IS NULL),
    reports_resolved AS (
      UPDATE reports r SET resolved_at = now() FROM act
      WHERE r.comment_id = act.comment_id AND r.resolved_at IS NULL AND act.actor_kind = 'moderator'),
    appeals_resolved AS (
      UPDATE appeals a SET resolved_at = now() FROM act
      WHERE a.comment_id = act.comment_id AND a.resolved_at IS NULL AND act.actor_kind = 'moderator'
        AND act.status <> 'held'),
    audited AS (
      INSERT INTO audit_events (chain, type, comment_id, actor, data)
      SELECT site_id, CASE WHEN undoes_id IS NULL THEN 'comment.decided' ELSE 'decision.undone' END,
        comment_id, actor, jsonb_strip_nulls(jsonb_build_object('decision', id, 'action', action,
          'from', from_status, 'to', status, 'reason', reason, 'version', version, 'batch', batch_id,
          'undoes', undoes_id, 'queue',
          CASE WHEN queue = 'lead' AND (status = 'held' OR actor_kind = 'moderator') THEN queue END))
      FROM act ORDER BY site_id, comment_id)
    SELECT act.id, act.version, decided.created_at FROM act JOIN decided ON decided.id = act.id`,
}

const asRecord = (draft: DecisionDraft) => ({
  id: draft.id,
  comment_id: draft.commentId,
  site_id: draft.siteId,
  expected_version: draft.expectedVersion,
  action: draft.action,
  from_status: draft.fromStatus,
  status: statusAfter[draft.action],
  reason: draft.reason,
  note: draft.note,
  actor_kind: draft.decider.kind,
  actor: actorOf(draft.decider),
  moderator_id: draft.decider.kind === 'moderator' ? draft.decider.moderatorId : null,
  token_id: draft.decider.kind === 'moderator' ? draft.decider.tokenId : null,
  batch_id: draft.batchId ?? null,
  undoes_id: draft.undoesId ?? null,
  priority: draft.priority,
  risk: draft.risk ?? null,
  review_item_id: uuidv7(),
  queue: draft.queue ?? null,
  is_sample: draft.isSample ?? false,
  evaluation: draft.evaluation ?? null,
})

/**
 * The only place where a decision is written, for rules and people alike. Writes one statement per site, so
 * that a locked site does not block the others.
 * @returns the decisions that took effect, by comment; the others were overtaken
 * @throws the first site's error, after the decisions of the other sites have been saved
 */
export async function saveDecisions(
  db: Database,
  drafts: readonly DecisionDraft[],
): Promise<Map<string, Decision>> {
  const saved = new Map<string, Decision>()
  const siteOf = ({ siteId }: DecisionDraft) => siteId
  await forEachKey(drafts, siteOf, async (own, siteId) => {
    for (const [id, decision] of await saveForSite(laneOf(db, siteId), own)) saved.set(id, decision)
  })
  return saved
}

async function saveForSite(
  db: Database,
  drafts: readonly DecisionDraft[],
): Promise<Map<string, Decision>> {
  type Row = { id: string; version: number; created_at: Date }
  const { rows } = await db.pool.query<Row>({
    ...statement,
    values: [JSON.stringify(drafts.map(asRecord))],
  })
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const saved = new Map<string, Decision>()
  for (const row of rows) {
    const draft = byId.get(row.id)
    if (draft) saved.set(draft.commentId, decisionOf(draft, row))
  }
  return saved
}

const decisionOf = (
  draft: DecisionDraft,
  row: { version: number; created_at: Date },
): Decision => ({
  id: draft.id,
  commentId: draft.commentId,
  action: draft.action,
  status: statusAfter[draft.action],
  reason: draft.reason,
  note: draft.note,
  version: row.version,
  decidedBy: actorOf(draft.decider),
  decidedAt: row.created_at,
})
