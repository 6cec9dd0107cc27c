import { LRUCache } from 'lru-cache'
import type { PoolClient } from 'pg'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { SiteSettings } from './settings'
import { readSettings, type Site } from './site'

const chosen = {
  id: true,
  slug: true,
  name: true,
  settings: true,
  ruleSetVersion: true,
  houseRulesVersion: true,
} as const

// by version: to check 30,000 lines of lists takes longer than all else that a request does
const known = new LRUCache<string, SiteSettings, unknown>({
  max: 50,
  memoMethod: (_version, _previous, { context }) => readSettings(context),
})

const siteOf = (row: Site): Site => {
  const version = `${row.id} ${row.ruleSetVersion}`
  return { ...row, settings: known.memo(version, { context: row.settings }) }
}

const columns = `id, slug, name, settings, rule_set_version AS "ruleSetVersion",
  house_rules_version AS "houseRulesVersion"`

export async function findSite(db: Database, slug: string): Promise<Site | undefined> {
  if (slug.includes('\0')) return undefined
  const { rows } = await db.pool.query<Site>({
    name: 'site-by-slug',
    text: `SELECT ${columns} FROM sites WHERE slug = $1`,
    values: [slug],
  })
  return rows.map(siteOf)[0]
}

/** Every site, or the one that a caller is limited to. */
export async function listSites(db: Database, siteId: string | null): Promise<Site[]> {
  const { rows } = await db.pool.query<Site>({
    name: 'sites',
    text: `SELECT ${columns} FROM sites WHERE $1::uuid IS NULL OR id = $1 ORDER BY slug`,
    values: [siteId],
  })
  return rows.map(siteOf)
}

/** @returns undefined when the slug is taken */
export async function createSite(
  db: Database,
  site: { slug: string; name: string },
  actor: string,
): Promise<Site | undefined> {
  const [row] = await db.prisma.site.createManyAndReturn({
    data: [site],
    select: chosen,
    skipDuplicates: true,
  })
  if (!row) return undefined
  await inTransaction(db, (client) =>
    appendAudit(client, { chain: row.id, type: 'site.created', actor, data: { slug: site.slug } }),
  )
  return { ...row, settings: readSettings(row.settings) }
}

export function renameSite(
  db: Database,
  site: Pick<Site, 'id' | 'name'>,
  { name, actor }: { name: string; actor: string },
): Promise<void> {
  return inTransaction(laneOf(db, site.id), async (client) => {
    await client.query('UPDATE sites SET name = $2 WHERE id = $1', [site.id, name])
    const data = { name, was: site.name }
    await appendAudit(client, { chain: site.id, type: 'site.renamed', actor, data })
  })
}

/** What the owner has set, without the defaults. */
export async function storedSettings(db: Database, siteId: string): Promise<object> {
  const row = await db.prisma.site.findUniqueOrThrow({
    where: { id: siteId },
    select: { settings: true },
  })
  return row.settings as object
}

/** The settings in force. @throws Error when there is no such site */
export const settingsOf = async (db: Database, siteId: string): Promise<SiteSettings> =>
  readSettings(await storedSettings(db, siteId))

/**
 * Saves the owner's settings and tells every worker, by the version, that they changed.
 * @returns false, and nothing was saved, when they were no longer what was read `before`
 */
export async function saveSettings(
  db: Database,
  siteId: string,
  change: { before?: object; settings: object; changed: object; actor: string },
): Promise<boolean> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    const { rowCount } = await client.query(
      'UPDATE sites SET settings = $2 WHERE id = $1 AND ($3::jsonb IS NULL OR settings = $3)',
      [siteId, change.settings, change.before ?? null],
    )
    if (!rowCount) return false
    await changeRuleSet(client, siteId)
    await appendAudit(client, {
      chain: siteId,
      type: 'settings.changed',
      actor: change.actor,
      data: change.changed,
    })
    return true
  })
}

/** To be called in the transaction of every change to what a site's comments are judged by. */
export async function changeRuleSet(client: PoolClient, siteId: string): Promise<void> {
  await client.query('UPDATE sites SET rule_set_version = rule_set_version + 1 WHERE id = $1', [
    siteId,
  ])
}
