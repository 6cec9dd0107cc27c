import type { PoolClient } from 'pg'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction } from '../platform/database'
import { changeRuleSet } from '../sites/site.store'
import type { Bank } from './bank'

const shown = { name: true, kind: true, entries: true, disguises: true, updatedAt: true } as const

export const listBanks = (db: Database, siteId: string) =>
  db.prisma.bank.findMany({ where: { siteId }, orderBy: { name: 'asc' }, select: shown })

export const findBank = async (db: Database, siteId: string, name: string) =>
  name.includes('\0')
    ? null
    : db.prisma.bank.findUnique({ where: { siteId_name: { siteId, name } }, select: shown })

/** One bank, in the caller's transaction. @returns whether it is a new one */
export async function writeBank(client: PoolClient, siteId: string, bank: Bank): Promise<boolean> {
  const { rows } = await client.query<{ created: boolean }>(
    `INSERT INTO banks (id, site_id, name, kind, entries, disguises, updated_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now())
     ON CONFLICT (site_id, name) DO UPDATE SET kind = excluded.kind, entries = excluded.entries,
       disguises = excluded.disguises, updated_at = excluded.updated_at
     RETURNING xmax = 0 AS created`,
    [siteId, bank.name, bank.kind, bank.entries, bank.disguises],
  )
  return rows[0]?.created ?? false
}

/** Adds or replaces a bank; it counts from the next comment on. */
export async function saveBank(
  db: Database,
  siteId: string,
  bank: Bank,
  actor: string,
): Promise<{ created: boolean }> {
  return inTransaction(db, async (client) => {
    const created = await writeBank(client, siteId, bank)
    await changeRuleSet(client, siteId)
    const { name, kind, entries, disguises } = bank
    const data = { name, kind, entries: entries.length, disguises }
    await appendAudit(client, { chain: siteId, type: 'bank.saved', actor, data })
    return { created }
  })
}

/** @returns whether there was such a bank */
export async function deleteBank(
  db: Database,
  siteId: string,
  name: string,
  actor: string,
): Promise<boolean> {
  if (name.includes('\0')) return false
  return inTransaction(db, async (client) => {
    const { rowCount } = await client.query('DELETE FROM banks WHERE site_id = $1 AND name = $2', [
      siteId,
      name,
    ])
    if (!rowCount) return false
    await changeRuleSet(client, siteId)
    await appendAudit(client, { chain: siteId, type: 'bank.deleted', actor, data: { name } })
    return true
  })
}
