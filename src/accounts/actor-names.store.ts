import type { Database } from '../platform/database'

const shape = /^(moderator|token):([0-9a-f-]{36})$/

/**
 * The names of moderators and tokens by how decisions, claims and the audit name them
 * ("moderator:<id>"). Whoever is not known is left out.
 */
export async function actorNames(
  db: Database,
  actors: Iterable<string | null>,
): Promise<Map<string, string>> {
  const found = Array.from(actors, (actor) => shape.exec(actor ?? ''))
  const idsOf = (kind: string) => [
    ...new Set(found.flatMap((one) => (one?.[1] === kind && one[2] ? [one[2]] : []))),
  ]
  const [moderators, tokens] = [idsOf('moderator'), idsOf('token')]
  if (moderators.length + tokens.length === 0) return new Map()
  const { rows } = await db.pool.query<{ actor: string; name: string }>(
    `SELECT 'moderator:' || id AS actor, name FROM moderators WHERE id = ANY($1)
     UNION ALL SELECT 'token:' || id, name FROM tokens WHERE id = ANY($2)`,
    [moderators, tokens],
  )
  return new Map(rows.map(({ actor, name }) => [actor, name]))
}

/** Everybody who may sign in or call, or once might; of one site when `siteId` is given. */
export async function listActors(
  db: Database,
  siteId: string | null,
): Promise<{ actor: string; name: string }[]> {
  const { rows } = await db.pool.query<{ actor: string; name: string }>(
    `SELECT actor, name FROM (
       SELECT 'moderator:' || id AS actor, name, site_id FROM moderators
       UNION ALL SELECT 'token:' || id, name, site_id FROM tokens) known
     WHERE $1::uuid IS NULL OR site_id = $1 ORDER BY lower(name), actor LIMIT 500`,
    [siteId],
  )
  return rows
}

/** Who decides, or has decided, on comments of a site; of all sites when none is given. */
export async function listModeratorNames(
  db: Database,
  siteId: string | null,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    `SELECT id, name FROM moderators WHERE $1::uuid IS NULL OR site_id IS NULL OR site_id = $1
     ORDER BY lower(name), id LIMIT 500`,
    [siteId],
  )
  return rows
}
