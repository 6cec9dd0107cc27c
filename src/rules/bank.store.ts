import type { PoolClient } from 'pg'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { inTurns } from '../platform/in-turns'
import { changeRuleSet } from '../sites/site.store'
import { type Bank, catalogueOf, siteMistake } from './bank'
import type { BankMistake } from './bank-messages'
import { rulesNaming } from './bank-use'
import type { RuleDocument } from './rule-document'

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

type Known = Pick<Bank, 'name' | 'kind' | 'entries'> & { updatedAt: Date }

/** The banks of a site; nobody else changes its banks until the transaction ends. */
async function lockBanks(client: PoolClient, siteId: string): Promise<Known[]> {
  await client.query('SELECT 1 FROM sites WHERE id = $1 FOR NO KEY UPDATE', [siteId])
  const { rows } = await client.query<Known>(
    'SELECT name, kind, entries, updated_at AS "updatedAt" FROM banks WHERE site_id = $1 ORDER BY name',
    [siteId],
  )
  return rows
}

/** The rules that look a bank up and have not been switched off. */
async function usersOf(
  client: PoolClient,
  siteId: string,
  name: string,
  banks: readonly Known[],
): Promise<string[]> {
  const { rows } = await client.query<{ document: RuleDocument }>(
    `SELECT v.document FROM rules r JOIN rule_versions v ON v.rule_id = r.id AND v.version = r.active_version
     WHERE r.site_id = $1 AND r.deleted_at IS NULL AND r.mode <> 'off' ORDER BY r.id`,
    [siteId],
  )
  const documents = rows.map(({ document }) => document)
  return rulesNaming(name, documents, catalogueOf(banks))
}

export type SavedBank =
  | { outcome: 'saved'; created: boolean }
  /** Rules look it up as what it was. */
  | { outcome: 'in_use'; rules: string[] }
  /** With the other banks of the site it is too much. */
  | { outcome: 'too_much'; mistake: BankMistake }

/** Adds or replaces a bank; it counts from the next comment on. */
export const saveBank = (
  db: Database,
  siteId: string,
  bank: Bank,
  actor: string,
): Promise<SavedBank> =>
  inTransaction(laneOf(db, siteId), async (client) => {
    const banks = await lockBanks(client, siteId)
    return putBank(client, siteId, { bank, banks, actor })
  })

/** The same, but it replaces none. */
export const addBank = (
  db: Database,
  siteId: string,
  bank: Bank,
  actor: string,
): Promise<SavedBank | { outcome: 'exists' }> =>
  inTransaction(laneOf(db, siteId), async (client) => {
    const banks = await lockBanks(client, siteId)
    const isKnown = banks.some(({ name }) => name === bank.name)
    return isKnown ? { outcome: 'exists' } : putBank(client, siteId, { bank, banks, actor })
  })

/** When the bank that somebody saw was saved. */
export const seenAt = ({ updatedAt }: { updatedAt: Date }): string => updatedAt.toISOString()

/** The same, but only in place of the bank that its owner saw. */
export const replaceBank = (
  db: Database,
  siteId: string,
  { bank, seen }: { bank: Bank; seen: string },
  actor: string,
): Promise<SavedBank | { outcome: 'overtaken' }> =>
  inTransaction(laneOf(db, siteId), async (client) => {
    const banks = await lockBanks(client, siteId)
    const current = banks.find(({ name }) => name === bank.name)
    const isSeen = current !== undefined && seenAt(current) === seen
    return isSeen ? putBank(client, siteId, { bank, banks, actor }) : { outcome: 'overtaken' }
  })

type Change = { bank: Bank; banks: readonly Known[]; actor: string }

async function putBank(
  client: PoolClient,
  siteId: string,
  { bank, banks, actor }: Change,
): Promise<SavedBank> {
  const current = banks.find(({ name }) => name === bank.name)
  const isOther = current !== undefined && current.kind !== bank.kind
  const rules = isOther ? await usersOf(client, siteId, bank.name, banks) : []
  if (rules.length > 0) return { outcome: 'in_use', rules }
  const mistake = await inTurns(siteMistake([...banks.filter((one) => one !== current), bank]))
  if (mistake) return { outcome: 'too_much', mistake }
  const created = await writeBank(client, siteId, bank)
  await changeRuleSet(client, siteId)
  const { name, kind, entries, disguises } = bank
  const data = { name, kind, entries: entries.length, disguises }
  await appendAudit(client, { chain: siteId, type: 'bank.saved', actor, data })
  return { outcome: 'saved', created }
}

export type DeletedBank =
  | { outcome: 'deleted' }
  | { outcome: 'unknown' }
  | { outcome: 'in_use'; rules: string[] }

/** A bank that rules look up stays: without it they could not be run and would hold every comment. */
export async function deleteBank(
  db: Database,
  siteId: string,
  name: string,
  actor: string,
): Promise<DeletedBank> {
  if (name.includes('\0')) return { outcome: 'unknown' }
  return inTransaction(laneOf(db, siteId), async (client) => {
    const banks = await lockBanks(client, siteId)
    if (!banks.some((bank) => bank.name === name)) return { outcome: 'unknown' }
    const rules = await usersOf(client, siteId, name, banks)
    if (rules.length > 0) return { outcome: 'in_use', rules }
    await client.query('DELETE FROM banks WHERE site_id = $1 AND name = $2', [siteId, name])
    await changeRuleSet(client, siteId)
    await appendAudit(client, { chain: siteId, type: 'bank.deleted', actor, data: { name } })
    return { outcome: 'deleted' }
  })
}
