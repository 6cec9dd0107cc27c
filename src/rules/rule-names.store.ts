import type { Database } from '../platform/database'
import { isUuid } from '../platform/uuid'

/** What an owner called a rule in its last version, and whether it still has a page. */
export type NamedRule = { name: string; isDeleted: boolean }

/** The rules that owners wrote, by id; what is no id of one is left out. */
export async function namedRules(
  db: Database,
  ruleIds: Iterable<string>,
): Promise<Map<string, NamedRule>> {
  const ids = [...new Set(ruleIds)].filter(isUuid)
  if (ids.length === 0) return new Map()
  const { rows } = await db.pool.query<NamedRule & { id: string }>(
    `SELECT r.id, v.document->>'name' AS name, r.deleted_at IS NOT NULL AS "isDeleted" FROM rules r
     JOIN rule_versions v ON v.rule_id = r.id AND v.version = r.active_version WHERE r.id = ANY($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, ...rule }) => [id, rule]))
}

/** Every rule that owners of these sites have, by name. */
export async function listRuleNames(
  db: Database,
  siteIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    `SELECT r.id, v.document->>'name' AS name FROM rules r
     JOIN rule_versions v ON v.rule_id = r.id AND v.version = r.active_version
     WHERE r.site_id = ANY($1) AND r.deleted_at IS NULL ORDER BY name, r.id LIMIT 1000`,
    [siteIds],
  )
  return rows
}
