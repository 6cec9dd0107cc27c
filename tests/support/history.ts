import type { Database } from '../../src/platform/database'

/** How a comment came to stand where it stands. */
export type History = {
  status: string
  version: number
  evaluations: number
  decisions: { version: number; from: string; to: string; reason: string; actor: string }[]
  /** Types of its audit events, in order. */
  audit: string[]
}

const statement = `
  SELECT c.id, c.status, c.version,
    (SELECT count(*)::int FROM evaluations e WHERE e.comment_id = c.id) AS evaluations,
    (SELECT coalesce(json_agg(json_build_object('version', d.version, 'from', d.from_status, 'to', d.status,
        'reason', d.reason, 'actor', d.actor_kind) ORDER BY d.version, d.created_at), '[]')
      FROM decisions d WHERE d.comment_id = c.id) AS decisions,
    (SELECT coalesce(json_agg(a.type ORDER BY a.seq), '[]') FROM audit_events a WHERE a.comment_id = c.id) AS audit
  FROM comments c WHERE c.id = ANY($1)`

/** In the order of the ids. */
export async function historiesOf(db: Database, ids: readonly string[]): Promise<History[]> {
  const { rows } = await db.pool.query<History & { id: string }>(statement, [ids])
  const byId = new Map(rows.map(({ id, ...history }) => [id, history]))
  return ids.map((id) => {
    const history = byId.get(id)
    if (!history) throw new Error(`There is no comment ${id}.`)
    return history
  })
}

/** The names of the rules that found something, for each comment in the order of the ids. */
export async function findingsOf(db: Database, ids: readonly string[]): Promise<string[][]> {
  const { rows } = await db.pool.query<{ comment_id: string; rules: string[] }>(
    `SELECT comment_id, ARRAY(SELECT f->>'rule' FROM jsonb_array_elements(findings) f) AS rules
     FROM evaluations WHERE comment_id = ANY($1) ORDER BY created_at`,
    [ids],
  )
  const byId = new Map(rows.map(({ comment_id, rules }) => [comment_id, rules]))
  return ids.map((id) => byId.get(id) ?? [])
}

/** How many of the comments nobody has decided on. */
export async function countPending(db: Database, ids: readonly string[]): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*) FROM comments WHERE id = ANY($1) AND status = 'pending'",
    [ids],
  )
  return rows[0]?.count ?? 0
}
