import type { Database } from '../platform/database'
import type { History } from '../rules/build-features'
import { lessonReasons } from '../scoring/decision-log'
import { bandsPerDay, nearDistance } from '../text/fingerprint'
import { authorRole } from './author-role.store'

/** A pending comment that this worker has taken, with everything that judging it needs to know. */
export type PendingComment = {
  id: string
  siteId: string
  ruleSetVersion: number
  version: number
  /** Judgements started, this one included. */
  attempts: number
  body: string
  authorName: string
  /** When the text was written: posted, or edited last. */
  createdAt: Date
  isReply: boolean
  depth: number
  edited: boolean
  captchaSeconds: number
  honeypot: boolean
  /** A person refused an earlier text of it. */
  wasRefused: boolean
  /** A person handed an earlier text of it to the lead, who has not decided. */
  wasEscalated: boolean
  article: { slug: string; section: string; tags: string[]; publishedAt: Date }
  history: History
}

/** Longer than a batch takes, shorter than a queue waits before it gives a dead worker's job away. */
const leaseSeconds = 8
/** Equal texts are counted up to here, the newest first. */
const mostCopies = 100
/** So many comments that link to a host are looked at; most of them wait, or rules have decided on them. */
const mostLinking = 500

/** In SQL: whether a comment `x` came before a comment `c` of the time `t.at`. */
const isEarlier = 'x.id <> c.id AND x.created_at <= t.at AND (x.created_at < t.at OR x.id < c.id)'

/**
 * In SQL: whether a moderator made the latest decision on a comment in `recent`, and it is spam. Tests the
 * status first. Avoids EXISTS, because the planner may then read all decisions at once.
 */
const isSpamByPerson = `status = 'spam' AND 'moderator' = (SELECT d.actor_kind FROM decisions d
          WHERE d.comment_id = recent.id AND d.version = recent.version)`

/**
 * Takes comments and reads their circumstances in one round trip. Every count leaves the comment
 * itself out and sees only what was posted before it, so a batch is judged as if one by one.
 *
 * What was refused for its tone says nothing of where its links lead.
 *
 * Near texts are looked for among those of the same day and of the day before. OFFSET 0 keeps that on
 * the index of their bands: without fresh statistics the planner would read everything of a day instead.
 * In a flood of equal texts none are looked for: every comment of it would read all the others.
 */
const claimStatement = (name: string, condition: string) => ({
  name,
  text: `WITH claimed AS (
      UPDATE comments SET attempts = attempts + 1, judging_until = now() + interval '${leaseSeconds} seconds'
      WHERE id = ANY($1) AND status = 'pending' AND ${condition}
      RETURNING *)
    SELECT c.id, c.site_id AS "siteId", s.rule_set_version AS "ruleSetVersion", c.version, c.attempts, c.body,
      c.author_name AS "authorName", t.at AS "createdAt", c.parent_id IS NOT NULL AS "isReply", c.depth,
      c.edited_at IS NOT NULL AS edited, c.captcha_seconds AS "captchaSeconds", c.honeypot,
      coalesce(person.action IN ('reject', 'spam'), false) AS "wasRefused",
      coalesce(person.reason = 'escalated', false) AS "wasEscalated",
      json_build_object('slug', a.slug, 'section', a.section, 'tags', a.tags) AS article, a.published_at AS "publishedAt",
      json_build_object(
        'author', json_build_object('approvedCount', author.approved, 'rejectedCount', author.rejected,
          'strikes', author.strikes, 'spamByPeople30d', author.spam_by_people,
          'commentsLastHour', author.last_hour, 'ageDays', author.age_days, 'role', ${authorRole}),
        'network', json_build_object('commentsLastHour', network.last_hour, 'approved30d', network.approved,
          'refused30d', network.refused, 'spamByPeople30d', network.spam_by_people,
          'captchaFails', fails.count, 'onBlocklist', c.on_blocklist),
        'article', json_build_object('commentCount', thread.count, 'commentsLastHour', thread.last_hour),
        'duplicates24h', copies.count,
        'authorDuplicates24h', copies.of_author, 'networkDuplicates24h', copies.of_network,
        'nearDuplicates24h', near.count, 'reports', reports.count,
        'domains', links.domains) AS history
    FROM claimed c JOIN sites s ON s.id = c.site_id JOIN articles a ON a.id = c.article_id
    CROSS JOIN LATERAL (SELECT coalesce(c.edited_at, c.created_at) AS at) t
    LEFT JOIN LATERAL (SELECT d.action, d.reason FROM decisions d WHERE c.edited_at IS NOT NULL
      AND d.comment_id = c.id AND d.actor_kind = 'moderator' ORDER BY d.version DESC LIMIT 1) person ON true
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE status = 'approved') AS approved,
        count(*) FILTER (WHERE status IN ('rejected', 'spam')) AS rejected,
        count(*) FILTER (WHERE status IN ('rejected', 'spam') AND created_at > t.at - interval '30 days') AS strikes,
        count(*) FILTER (WHERE created_at > t.at - interval '30 days' AND ${isSpamByPerson}) AS spam_by_people,
        count(*) FILTER (WHERE created_at > t.at - interval '1 hour') AS last_hour,
        coalesce(extract(epoch FROM t.at - min(created_at)), 0)::float8 / 86400 AS age_days
      FROM (SELECT x.id, x.version, x.status, x.created_at FROM comments x
        WHERE x.site_id = c.site_id AND x.author_key = c.author_key AND ${isEarlier} ORDER BY x.created_at DESC LIMIT 500) recent) author
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE created_at > t.at - interval '1 hour') AS last_hour,
        count(*) FILTER (WHERE status = 'approved') AS approved,
        count(*) FILTER (WHERE status IN ('rejected', 'spam')) AS refused,
        count(*) FILTER (WHERE ${isSpamByPerson}) AS spam_by_people
      FROM (SELECT x.id, x.version, x.status, x.created_at FROM comments x
        WHERE x.site_id = c.site_id AND x.network_key = c.network_key AND c.network_key <> '' AND x.created_at > t.at - interval '30 days'
          AND ${isEarlier} ORDER BY x.created_at DESC LIMIT 200) recent) network
    CROSS JOIN LATERAL (
      SELECT count(*) AS count,
        count(*) FILTER (WHERE created_at > t.at - interval '1 hour') AS last_hour
      FROM (SELECT x.created_at FROM comments x WHERE x.article_id = c.article_id AND x.status = 'approved'
        ORDER BY x.created_at DESC LIMIT 1000) recent) thread
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, count(*) FILTER (WHERE author_key = c.author_key) AS of_author,
        count(*) FILTER (WHERE network_key = c.network_key AND c.network_key <> '') AS of_network
      FROM (SELECT x.author_key, x.network_key FROM comments x
        WHERE x.site_id = c.site_id AND x.text_hash = c.text_hash AND x.status <> 'deleted'
          AND x.created_at > t.at - interval '24 hours' AND ${isEarlier}
        ORDER BY x.created_at DESC LIMIT ${mostCopies}) recent) copies
    CROSS JOIN LATERAL (
      SELECT c.bands || array_agg(band - ${bandsPerDay}) AS bands FROM unnest(c.bands) AS today (band)) days
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM (SELECT x.bands
        FROM (SELECT * FROM comments WHERE bands && days.bands OFFSET 0) x
        WHERE copies.count < ${mostCopies} AND x.site_id = c.site_id AND x.text_hash <> c.text_hash
          AND x.status <> 'deleted' AND x.created_at > t.at - interval '24 hours' AND ${isEarlier}
        LIMIT 200) candidate
      WHERE simhash_distance(candidate.bands, c.bands) <= ${nearDistance}) near
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM (SELECT 1 FROM spent_challenges f
        WHERE f.site_id = c.site_id AND f.network_key = c.network_key AND c.network_key <> '' AND f.comment_id IS NULL
          AND f.spent_at > t.at - interval '1 hour' LIMIT 100) recent) fails
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM reports r WHERE r.comment_id = c.id) reports
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('domain', l.domain, 'approved', past.approved, 'refused', past.refused)), '[]') AS domains
      FROM comment_links l CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE x.status = 'approved') AS approved,
          count(*) FILTER (WHERE x.status IN ('rejected', 'spam') AND d.reason <> ALL ('{${lessonReasons.toxicity}}')) AS refused
        FROM (SELECT p.comment_id FROM comment_links p
          WHERE p.site_id = c.site_id AND p.domain = l.domain AND p.comment_id <> c.id
          ORDER BY p.comment_id DESC LIMIT ${mostLinking}) recent
        JOIN comments x ON x.id = recent.comment_id
        JOIN decisions d ON d.comment_id = x.id AND d.version = x.version AND d.actor_kind = 'moderator') past
      WHERE l.comment_id = c.id) links
    ORDER BY c.id`,
})

const claimFresh = claimStatement('claim-fresh', 'attempts = 0')
/** Someone began to judge these and never came back. */
const claimSuspect = claimStatement(
  'claim-suspect',
  'attempts > 0 AND (judging_until IS NULL OR judging_until < now())',
)

async function claim(
  db: Database,
  statement: { name: string; text: string },
  ids: readonly string[],
): Promise<PendingComment[]> {
  type Row = Omit<PendingComment, 'article'> & {
    article: { slug: string; section: string; tags: string[] }
    publishedAt: Date
  }
  const { rows } = await db.pool.query<Row>({ ...statement, values: [ids] })
  return rows.map(({ article, publishedAt, ...row }) => ({
    ...row,
    article: { ...article, publishedAt },
  }))
}

/** Takes those that nobody has begun to judge. */
export const claimFreshComments = (db: Database, ids: readonly string[]) =>
  claim(db, claimFresh, ids)

/** Takes one that was begun before, unless somebody is still on it. */
export async function claimSuspectComment(db: Database, id: string) {
  const [comment] = await claim(db, claimSuspect, [id])
  return comment
}

/**
 * Releases claimed comments, so that they can be claimed again at once.
 * @param counts whether the attempt counts, because one of the comments may have caused the failure
 */
export async function releaseClaims(
  db: Database,
  ids: readonly string[],
  counts: boolean,
): Promise<void> {
  await db.pool.query(
    `UPDATE comments SET judging_until = NULL, attempts = attempts - $2
     WHERE id = ANY($1) AND status = 'pending' AND attempts > 0`,
    [ids, counts ? 0 : 1],
  )
}
