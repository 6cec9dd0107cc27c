import type { Database } from '../platform/database'
import type { Status } from './comment'
import type { Reason } from './reason'

/** A comment as the bearer of its receipt may see it. */
export type OwnComment = {
  id: string
  siteId: string
  siteSlug: string
  siteName: string
  language: string | null
  editWindowSeconds: number | null
  articleId: string
  articleSlug: string
  articleTitle: string
  parentId: string | null
  author: string
  body: string
  status: Status
  version: number
  receiptHash: Buffer
  createdAt: Date
  editedAt: Date | null
  /** The decision that stands, if any. */
  reason: Reason | null
  decidedBy: 'rules' | 'moderator' | 'system' | null
  decidedAt: Date | null
  /** Of the house rules that it was decided under. */
  houseRulesVersion: number | null
  appealedAt: Date | null
  appealAnsweredAt: Date | null
}

const byId = {
  name: 'own-comment',
  text: `SELECT c.id, c.site_id AS "siteId", s.slug AS "siteSlug", s.name AS "siteName",
      s.settings->>'language' AS language, (s.settings->>'edit_window_seconds')::int AS "editWindowSeconds",
      c.article_id AS "articleId", a.slug AS "articleSlug", a.title AS "articleTitle", c.parent_id AS "parentId",
      c.author_name AS author, c.body, c.status, c.version, c.receipt_hash AS "receiptHash",
      c.created_at AS "createdAt", c.edited_at AS "editedAt",
      d.reason, d.actor_kind AS "decidedBy", d.created_at AS "decidedAt",
      d.house_rules_version AS "houseRulesVersion",
      p.created_at AS "appealedAt", p.resolved_at AS "appealAnsweredAt"
    FROM comments c JOIN sites s ON s.id = c.site_id JOIN articles a ON a.id = c.article_id
    LEFT JOIN LATERAL (SELECT reason, actor_kind, created_at, house_rules_version FROM decisions
      WHERE comment_id = c.id ORDER BY version DESC LIMIT 1) d ON c.status NOT IN ('pending', 'deleted')
    LEFT JOIN LATERAL (SELECT created_at, resolved_at FROM appeals
      WHERE comment_id = c.id ORDER BY created_at DESC LIMIT 1) p ON true
    WHERE c.id = $1`,
}

export async function findOwnComment(db: Database, id: string): Promise<OwnComment | undefined> {
  const { rows } = await db.pool.query<OwnComment>({ ...byId, values: [id] })
  return rows[0]
}

export type NewText = { body: string; textHash: bigint; bands: number[]; linkDomains: string[] }

/**
 * Replaces the text, keeps the old one for moderators, and has the comment judged again.
 * @returns false when the comment changed since `version`
 */
export async function replaceText(
  db: Database,
  { id, version }: { id: string; version: number },
  text: NewText,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `WITH before AS (SELECT id, body FROM comments WHERE id = $1 AND version = $2 FOR NO KEY UPDATE),
      changed AS (
        UPDATE comments c SET body = $3, text_hash = $4, bands = $5, status = 'pending', version = version + 1,
          attempts = 0, judging_until = NULL, edited_at = now(), promised_at = now(), promises = 1
        FROM before WHERE c.id = before.id AND c.version = $2 AND c.status <> 'deleted'
        RETURNING c.id, c.site_id, c.version),
      kept AS (
        INSERT INTO revisions (id, comment_id, version, body)
        SELECT gen_random_uuid(), changed.id, $2, before.body FROM changed JOIN before ON before.id = changed.id),
      closed AS (
        UPDATE review_items r SET closed_at = now(), claimed_by = NULL, claim_until = NULL
        FROM changed WHERE r.comment_id = changed.id AND r.closed_at IS NULL),
      unsearched AS (DELETE FROM comment_texts t USING changed WHERE t.comment_id = changed.id),
      unlinked AS (
        DELETE FROM comment_links l USING changed
        WHERE l.comment_id = changed.id AND l.domain <> ALL ($6::text[])),
      linked AS (
        INSERT INTO comment_links (site_id, domain, comment_id)
        SELECT site_id, unnest($6::text[]), id FROM changed ON CONFLICT DO NOTHING),
      promised AS (INSERT INTO outbox (comment_id) SELECT id FROM changed)
    INSERT INTO audit_events (chain, type, comment_id, actor, data)
    SELECT site_id, 'comment.edited', id, 'author', jsonb_build_object('version', version) FROM changed`,
    [id, version, text.body, String(text.textHash), text.bands, text.linkDomains],
  )
  return rowCount === 1
}

/** Erases name, text and earlier texts; the empty row keeps thread and audit together. */
export async function eraseComment(db: Database, id: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `WITH erased AS (
        UPDATE comments SET status = 'deleted', body = '', author_name = '', author_key = ''::bytea,
          network_key = ''::bytea, on_blocklist = false, text_hash = 0, bands = '{}', version = version + 1
        WHERE id = $1 AND status <> 'deleted' RETURNING id, site_id, version),
      forgotten AS (DELETE FROM revisions r USING erased WHERE r.comment_id = erased.id),
      text_forgotten AS (DELETE FROM comment_texts t USING erased WHERE t.comment_id = erased.id),
      links_forgotten AS (DELETE FROM comment_links l USING erased WHERE l.comment_id = erased.id),
      notes_forgotten AS (DELETE FROM comment_notes n USING erased WHERE n.comment_id = erased.id),
      unappealed AS (DELETE FROM appeals a USING erased WHERE a.comment_id = erased.id),
      unscored AS (
        UPDATE evaluations e SET findings = '[]', score_spans = '[]',
          features = e.features #- '{author,name}' #- '{comment,links}' #- '{comment,linkDomains}'
            #- '{comment,suspiciousDomains}' #- '{comment,refusedDomains}' #- '{comment,citedDomains}'
        FROM erased WHERE e.comment_id = erased.id),
      unlinked AS (
        UPDATE rule_hits h SET author_key = '' FROM erased WHERE h.comment_id = erased.id),
      resolved AS (
        UPDATE reports r SET resolved_at = now(), detail = '' FROM erased WHERE r.comment_id = erased.id),
      closed AS (
        UPDATE review_items r SET closed_at = now(), claimed_by = NULL, claim_until = NULL
        FROM erased WHERE r.comment_id = erased.id AND r.closed_at IS NULL)
    INSERT INTO audit_events (chain, type, comment_id, actor, data)
    SELECT site_id, 'comment.deleted', id, 'author', jsonb_build_object('version', version) FROM erased`,
    [id],
  )
  return rowCount === 1
}

/** One open appeal at a time. @returns false when one is open already */
export async function saveAppeal(
  db: Database,
  appeal: { id: string; commentId: string; siteId: string; text: string },
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `WITH appealed AS (
        INSERT INTO appeals (id, comment_id, site_id, text) VALUES ($1, $2, $3, $4)
        ON CONFLICT (comment_id) WHERE resolved_at IS NULL DO NOTHING
        RETURNING comment_id, site_id),
      opened AS (
        INSERT INTO review_items (id, comment_id, site_id) SELECT $1, comment_id, site_id FROM appealed
        ON CONFLICT (comment_id) DO UPDATE SET closed_at = NULL,
          queue = CASE WHEN review_items.closed_at IS NULL THEN review_items.queue ELSE excluded.queue END)
    INSERT INTO audit_events (chain, type, comment_id, actor) SELECT site_id, 'comment.appealed', comment_id, 'author' FROM appealed`,
    [appeal.id, appeal.commentId, appeal.siteId, appeal.text],
  )
  return rowCount === 1
}
