import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { HouseRules, NewHouseRules } from './house-rules'

const columns = 'h.version, h.text, h.author, h.comment, h.created_at AS "createdAt"'

/**
 * Adds a version, which is in force from then on.
 * @param after the version that its author has seen, 0 for none; undefined: whatever there is
 * @returns undefined when another one was published meanwhile
 */
export function publishHouseRules(
  db: Database,
  siteId: string,
  { text, comment, author, after }: NewHouseRules & { author: string; after: number | undefined },
): Promise<HouseRules | undefined> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    // the row of the site puts those who publish at once in order
    const { rows } = await client.query<HouseRules>(
      `WITH next AS (
         UPDATE sites SET house_rules_version = coalesce(house_rules_version, 0) + 1
         WHERE id = $1 AND ($5::int IS NULL OR coalesce(house_rules_version, 0) = $5)
         RETURNING house_rules_version)
       INSERT INTO house_rules AS h (site_id, version, text, author, comment)
       SELECT $1, house_rules_version, $2, $3, $4 FROM next RETURNING ${columns}`,
      [siteId, text, author, comment, after ?? null],
    )
    const [published] = rows
    if (!published) return undefined
    const data = { version: published.version }
    await appendAudit(client, {
      chain: siteId,
      type: 'house_rules.published',
      actor: author,
      data,
    })
    return published
  })
}

/** @param version undefined: the one in force */
export async function findHouseRules(
  db: Database,
  siteId: string,
  version?: number,
): Promise<HouseRules | undefined> {
  const { rows } = await db.pool.query<HouseRules>(
    `SELECT ${columns} FROM house_rules h JOIN sites s ON s.id = h.site_id
     WHERE h.site_id = $1 AND h.version = coalesce($2, s.house_rules_version)`,
    [siteId, version ?? null],
  )
  return rows[0]
}

const mostListed = 200

/** Without their texts, newest first. */
export async function listHouseRules(
  db: Database,
  siteId: string,
): Promise<Omit<HouseRules, 'text'>[]> {
  const { rows } = await db.pool.query<Omit<HouseRules, 'text'>>(
    `SELECT version, author, comment, created_at AS "createdAt" FROM house_rules
     WHERE site_id = $1 ORDER BY version DESC LIMIT ${mostListed}`,
    [siteId],
  )
  return rows
}
