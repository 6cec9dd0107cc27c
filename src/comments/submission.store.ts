import type { Database } from '../platform/database'

/** A comment that passed the trust border and the sum, ready to be saved. */
export type Submission = {
  id: string
  siteId: string
  articleId: string
  parentId: string | null
  authorName: string
  authorKey: Buffer
  networkKey: Buffer
  body: string
  textHash: bigint
  bands: number[]
  /** Hosts of the links, each once. */
  linkDomains: string[]
  receiptHash: Buffer
  captchaSeconds: number
  honeypot: boolean
  /** The site has blocked the network that it came from. */
  onBlocklist: boolean
  nonce: Buffer
  /** SHA-256 of author, text and parent: tells a repeated request from another one. */
  contentHash: Buffer
  nonceExpiresAt: Date
}

export type SavedSubmission =
  | { outcome: 'saved' }
  /** The nonce was spent before; `commentId` is null when the answer was wrong then. */
  | { outcome: 'spent'; commentId: string | null; contentHash: Buffer | null }
  | { outcome: 'unknown-parent' }

const columns = `id uuid, site_id uuid, article_id uuid, parent_id uuid, author_name text, author_key bytea,
  network_key bytea, body text, text_hash bigint, bands int[], link_domains text[], receipt_hash bytea, captcha_seconds real,
  honeypot boolean, on_blocklist boolean, nonce bytea, content_hash bytea, nonce_expires_at timestamptz`

/**
 * One statement, so one transaction and one round trip: spend the nonce, save the comment, promise
 * the work to the queue, write the audit event. The audit rows come last and in order, so that the
 * chain's lock is held for a moment only.
 */
const saveStatement = {
  name: 'save-submissions',
  text: `WITH input AS (SELECT * FROM jsonb_to_recordset($1) AS i(${columns})),
    eligible AS (
      SELECT i.*, coalesce(p.depth + 1, 0) AS depth, coalesce(p.root_id, p.id) AS root_id FROM input i
      LEFT JOIN comments p ON p.id = i.parent_id AND p.article_id = i.article_id AND p.status = 'approved'
      WHERE i.parent_id IS NULL OR p.id IS NOT NULL),
    spent AS (
      INSERT INTO spent_challenges (nonce, site_id, network_key, comment_id, content_hash, expires_at)
      SELECT nonce, site_id, network_key, id, content_hash, nonce_expires_at FROM eligible ORDER BY nonce
      ON CONFLICT DO NOTHING RETURNING comment_id),
    saved AS (
      INSERT INTO comments (id, site_id, article_id, parent_id, root_id, depth, author_name, author_key, network_key,
        body, text_hash, bands, receipt_hash, captcha_seconds, honeypot, on_blocklist)
      SELECT id, site_id, article_id, parent_id, root_id, least(depth, 1000), author_name, author_key, network_key,
        body, text_hash, bands, receipt_hash, captcha_seconds, honeypot, on_blocklist
      FROM eligible JOIN spent ON spent.comment_id = eligible.id
      RETURNING id, site_id, article_id),
    linked AS (
      INSERT INTO comment_links (site_id, domain, comment_id)
      SELECT s.site_id, unnest(e.link_domains), s.id FROM saved s JOIN eligible e ON e.id = s.id
      WHERE e.link_domains <> '{}'),
    promised AS (INSERT INTO outbox (comment_id) SELECT id FROM saved),
    audited AS (
      INSERT INTO audit_events (chain, type, comment_id, actor, data)
      SELECT site_id, 'comment.submitted', id, 'author', jsonb_build_object('article', article_id)
      FROM saved ORDER BY site_id, id)
    SELECT e.id, s.id IS NOT NULL AS saved FROM eligible e LEFT JOIN saved s ON s.id = e.id`,
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

const asRecord = (one: Submission) => ({
  id: one.id,
  site_id: one.siteId,
  article_id: one.articleId,
  parent_id: one.parentId,
  author_name: one.authorName,
  author_key: hex(one.authorKey),
  network_key: hex(one.networkKey),
  body: one.body,
  text_hash: String(one.textHash),
  bands: one.bands,
  link_domains: one.linkDomains,
  receipt_hash: hex(one.receiptHash),
  captcha_seconds: one.captchaSeconds,
  honeypot: one.honeypot,
  on_blocklist: one.onBlocklist,
  nonce: hex(one.nonce),
  content_hash: hex(one.contentHash),
  nonce_expires_at: one.nonceExpiresAt,
})

/** Saves each submission or says why not, in the order given. All or nothing on an error. */
export async function saveSubmissions(
  db: Database,
  submissions: readonly Submission[],
): Promise<SavedSubmission[]> {
  const { rows } = await db.pool.query<{ id: string; saved: boolean }>({
    ...saveStatement,
    values: [JSON.stringify(submissions.map(asRecord))],
  })
  const saved = new Map(rows.map((row) => [row.id, row.saved]))
  const unsaved = submissions.filter(({ id }) => saved.get(id) === false)
  const spent = unsaved.length > 0 ? await spentBefore(db, unsaved) : new Map()
  return submissions.map(({ id, nonce }): SavedSubmission => {
    if (saved.get(id)) return { outcome: 'saved' }
    if (!saved.has(id)) return { outcome: 'unknown-parent' }
    const before = spent.get(nonce.toString('hex'))
    return {
      outcome: 'spent',
      commentId: before?.comment_id ?? null,
      contentHash: before?.content_hash ?? null,
    }
  })
}

type SpentRow = { nonce: Buffer; comment_id: string | null; content_hash: Buffer | null }

async function spentBefore(
  db: Database,
  submissions: readonly Submission[],
): Promise<Map<string, SpentRow>> {
  const { rows } = await db.pool.query<SpentRow>(
    'SELECT nonce, comment_id, content_hash FROM spent_challenges WHERE nonce = ANY($1)',
    [submissions.map(({ nonce }) => nonce)],
  )
  return new Map(rows.map((row) => [row.nonce.toString('hex'), row]))
}

/** A wrong guess uses its sum up. */
export async function burnChallenge(
  db: Database,
  burnt: { nonce: Buffer; siteId: string; networkKey: Buffer; expiresAt: Date },
): Promise<void> {
  await db.pool.query({
    name: 'burn-challenge',
    text: `INSERT INTO spent_challenges (nonce, site_id, network_key, expires_at)
      VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [burnt.nonce, burnt.siteId, burnt.networkKey, burnt.expiresAt],
  })
}

/** Forgets sums that could no longer be answered anyway. @returns how many */
export async function pruneChallenges(db: Database): Promise<number> {
  const { rowCount } = await db.pool.query(
    "DELETE FROM spent_challenges WHERE expires_at < now() - interval '1 hour'",
  )
  return rowCount ?? 0
}
