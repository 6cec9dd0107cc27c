import type { Database } from '../../src/platform/database'
import { commentOf } from './comments'

/** Where the comments are written: sections are given to articles in turn. */
export type Volume = {
  comments: number
  articles: number
  sections: readonly string[]
  /** Characters kept of each text; a search costs as much as its texts are long. */
  textLength: number
}

const commentsAtOnce = 5000
const moderatorCount = 5

/** What a judge keeps besides its verdict is as long as a real one. */
const features = {
  comment: { length: 212, words: 38, links: [], linkDomains: [], capsRatio: 0.03, isReply: false },
  author: { name: 'somebody', approvedCount: 4, rejectedCount: 1, approvalRate: 0.8, ageDays: 12 },
  client: { captchaSeconds: 14.2, captchaFails: 0, honeypot: false, networkCommentsLastHour: 1 },
  article: { section: 'local', tags: ['harbour', 'council'], ageHours: 30.5, commentCount: 84 },
  scores: { spam: 0.1, toxicity: 0.2, insult: 0.1, threat: 0.02, identity_attack: 0.01 },
  time: { hour: 14, weekday: 2 },
}

/**
 * Comments as a site has them after months, straight into the tables: of ten one is held, one
 * rejected or spam, the rest approved; one in five was decided by a person, one in twenty was
 * reported, and the newest few are pending. The same numbers give the same rows.
 */
export async function fillWithComments(
  db: Database,
  siteId: string,
  volume: Volume,
): Promise<{ moderatorIds: string[] }> {
  const { pool } = db
  const moderatorIds = await addModerators(db, siteId)
  await pool.query(
    `INSERT INTO articles (id, site_id, slug, title, section)
     SELECT gen_random_uuid(), $1, 'article-' || n, 'Article number ' || n, ($3::text[])[1 + n % cardinality($3::text[])]
     FROM generate_series(1, $2) n`,
    [siteId, volume.articles, volume.sections],
  )
  // built at the end, once: text by text they would take minutes
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename IN ('comment_texts', 'comments') AND indexdef LIKE '%USING gin%'`,
  )
  for (const { name } of indexes) await pool.query(`DROP INDEX ${name}`)
  for (let first = 0; first < volume.comments; first += commentsAtOnce)
    await addComments(db, siteId, { ...volume, first, moderatorIds })
  await addWhatFollows(db, siteId, moderatorIds)
  const client = await pool.connect()
  await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '256MB'")
  for (const { definition } of indexes) await client.query(definition)
  await client.query('VACUUM (ANALYZE)')
  client.release(true)
  return { moderatorIds }
}

async function addModerators({ pool }: Database, siteId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO moderators (id, email, name, role, site_id, password_hash)
     SELECT gen_random_uuid(), 'person-' || n || '@volume.example', 'Person ' || n, 'moderator', $1, 'none'
     FROM generate_series(1, $2) n RETURNING id`,
    [siteId, moderatorCount],
  )
  return rows.map(({ id }) => id)
}

type Part = Volume & { first: number; moderatorIds: readonly string[] }

async function addComments({ pool }: Database, siteId: string, part: Part): Promise<void> {
  const count = Math.min(commentsAtOnce, part.comments - part.first)
  const texts = Array.from({ length: count }, (_, at) => commentOf(part.first + at))
  await pool.query(
    `WITH places AS (SELECT array_agg(id ORDER BY slug) AS ids FROM articles WHERE site_id = $1),
      input AS (
        SELECT gen_random_uuid() AS id, n, author, body, ids[1 + (n * 7) % cardinality(ids)] AS article_id,
          CASE WHEN n > $5 - 100 THEN 'pending' ELSE (ARRAY['held', 'rejected', 'spam', 'approved'])[
            CASE WHEN n % 10 = 0 THEN 1 WHEN n % 20 = 1 THEN 2 WHEN n % 20 = 11 THEN 3 ELSE 4 END] END AS status,
          now() - interval '8 minutes' * ($5 - n) AS at,
          power(((n * 7919) % 10007) / 10007.0, 3)::numeric(4, 3) AS toxicity,
          power(((n * 104729) % 10007) / 10007.0, 4)::numeric(4, 3) AS spam
        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (author, body, row), places, LATERAL (SELECT $4 + t.row - 1 AS n) x),
      written AS (
        INSERT INTO comments (id, site_id, article_id, author_name, author_key, network_key, body, text_hash, bands,
          status, version, priority, risk, receipt_hash, created_at)
        SELECT id, $1, article_id, author, decode(md5(author), 'hex'), decode(md5('net' || n % 8000), 'hex'), body,
          n, '{}', status, CASE status WHEN 'pending' THEN 0 ELSE 1 END,
          CASE status WHEN 'held' THEN n % 100 ELSE 0 END, greatest(toxicity, spam), sha256(convert_to('r' || n, 'UTF8')), at FROM input),
      texts AS (INSERT INTO comment_texts (comment_id, body) SELECT id, body FROM input WHERE status <> 'pending'),
      evaluated AS (
        INSERT INTO evaluations (id, comment_id, site_id, comment_version, rule_set_version, model, language, features,
          scores, findings, created_at)
        SELECT gen_random_uuid(), id, $1, 0, 1, 'volume', 'en', $6,
          CASE WHEN n % 50 = 7 THEN '{"toxicity": -1, "spam": -1}'::jsonb
            ELSE jsonb_build_object('toxicity', toxicity, 'spam', spam, 'insult', spam / 2, 'threat', 0.01,
              'identity_attack', 0.02, 'profanity', toxicity / 3, 'sexual', -1) END,
          CASE WHEN status = 'held' THEN $7::jsonb ELSE '[]' END, at FROM input WHERE status <> 'pending'),
      hit AS (
        INSERT INTO rule_hits (comment_id, rule, rule_version, mode, site_id, action, author_key, created_at)
        SELECT id, CASE n % 3 WHEN 0 THEN 'newcomer' ELSE 'suspect_words' END, 1, 'live', $1, 'hold', decode(md5(author), 'hex'), at
        FROM input WHERE status IN ('held', 'rejected', 'spam'))
    INSERT INTO decisions (id, comment_id, site_id, version, action, from_status, status, reason, actor_kind, created_at)
    SELECT gen_random_uuid(), id, $1, 1, CASE status WHEN 'held' THEN 'hold' WHEN 'approved' THEN 'approve'
        WHEN 'rejected' THEN 'reject' ELSE 'spam' END, 'pending', status,
      CASE status WHEN 'held' THEN 'suspect_word' WHEN 'approved' THEN 'no_objection' WHEN 'spam' THEN 'spam' ELSE 'insult' END,
      'rules', at + interval '1 second' FROM input WHERE status <> 'pending'`,
    [
      siteId,
      texts.map(({ author }) => author),
      texts.map(({ body }) => body.slice(0, part.textLength)),
      part.first,
      part.comments,
      features,
      JSON.stringify([finding]),
    ],
  )
}

const finding = {
  ...{ rule: 'suspect_words', version: 1, mode: 'live', action: 'hold', reason: 'suspect_word' },
  ...{ priority: 40, detail: 'It contains "harbour".', spans: [{ start: 0, end: 4 }] },
}

/**
 * Review items, people's decisions, reports, appeals, links, notes, second reviews and the audit of
 * all of it.
 */
async function addWhatFollows(
  { pool }: Database,
  siteId: string,
  moderatorIds: readonly string[],
): Promise<void> {
  await pool.query(
    `INSERT INTO review_items (id, comment_id, site_id, queue, closed_at)
     SELECT gen_random_uuid(), id, $1, CASE WHEN text_hash % 100 = 1 THEN 'sample'
         WHEN text_hash % 500 = 10 THEN 'lead' ELSE 'default' END,
       CASE WHEN status = 'held' OR text_hash % 100 = 1 THEN NULL ELSE created_at END
     FROM comments WHERE site_id = $1 AND (status = 'held' OR text_hash % 2 = 1)`,
    [siteId],
  )
  await pool.query(
    `INSERT INTO decisions (id, comment_id, site_id, version, action, from_status, status, reason, actor_kind, moderator_id, created_at)
     SELECT gen_random_uuid(), c.id, $1, 2, d.action, d.status, d.status,
       CASE WHEN c.text_hash % 997 = 1 THEN 'misinformation' ELSE d.reason END, 'moderator',
       ($2::uuid[])[1 + (c.text_hash / 5) % cardinality($2::uuid[])], c.created_at + interval '1 hour'
     FROM comments c JOIN decisions d ON d.comment_id = c.id WHERE c.site_id = $1 AND c.text_hash % 5 = 1`,
    [siteId, moderatorIds],
  )
  await pool.query(
    'UPDATE comments SET version = 2 WHERE site_id = $1 AND text_hash % 5 = 1 AND version = 1',
    [siteId],
  )
  await pool.query(
    `INSERT INTO reports (id, comment_id, site_id, reason, network_key, resolved_at)
     SELECT gen_random_uuid(), id, $1, 'insult', '\\x01', CASE WHEN text_hash % 400 = 3 THEN NULL ELSE now() END
     FROM comments WHERE site_id = $1 AND text_hash % 20 = 3`,
    [siteId],
  )
  await pool.query(
    `INSERT INTO appeals (id, comment_id, site_id, text, resolved_at)
     SELECT gen_random_uuid(), id, $1, 'Please look again.', CASE WHEN text_hash % 4000 = 1 THEN NULL ELSE now() END
     FROM comments WHERE site_id = $1 AND text_hash % 40 = 1`,
    [siteId],
  )
  await pool.query(
    `INSERT INTO comment_links (site_id, domain, comment_id)
     SELECT $1, 'host-' || text_hash % 500 || '.example', id FROM comments WHERE site_id = $1 AND text_hash % 10 = 4`,
    [siteId],
  )
  await pool.query(
    `INSERT INTO revisions (id, comment_id, version, body)
     SELECT gen_random_uuid(), id, 0, body FROM comments WHERE site_id = $1 AND text_hash % 20 = 5`,
    [siteId],
  )
  await pool.query(
    `INSERT INTO comment_notes (id, comment_id, text, actor)
     SELECT gen_random_uuid(), id, 'Seen before.', 'moderator:' || $2::text FROM comments
     WHERE site_id = $1 AND text_hash % 30 = 1`,
    [siteId, moderatorIds[0]],
  )
  await pool.query(
    `INSERT INTO second_reviews (id, decision_id, comment_id, site_id, moderator_id, action, reason, created_at)
     SELECT gen_random_uuid(), d.id, d.comment_id, $1, $2, d.action, d.reason, d.created_at + interval '1 hour'
     FROM decisions d JOIN comments c ON c.id = d.comment_id
     WHERE d.site_id = $1 AND d.actor_kind = 'moderator' AND c.text_hash % 40 = 1`,
    [siteId, moderatorIds[1]],
  )
  await addAudit(pool, siteId)
}

/** Without the trigger that chains them: nobody verifies these. */
async function addAudit(pool: Database['pool'], siteId: string): Promise<void> {
  const client = await pool.connect()
  await client.query('BEGIN; ALTER TABLE audit_events DISABLE TRIGGER audit_events_chain')
  await client.query(
    `INSERT INTO audit_events (chain, seq, at, type, comment_id, actor, data, hash)
     SELECT $1, 10 + row_number() OVER (ORDER BY d.created_at), d.created_at, 'comment.decided', d.comment_id, d.actor_kind,
       jsonb_build_object('to', d.status, 'action', d.action), sha256(d.id::text::bytea)
     FROM decisions d WHERE d.site_id = $1`,
    [siteId],
  )
  await client.query(
    'UPDATE audit_heads SET seq = (SELECT max(seq) FROM audit_events WHERE chain = $1) WHERE chain = $1',
    [siteId],
  )
  await client.query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_chain; COMMIT')
  client.release()
}
