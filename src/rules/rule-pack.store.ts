import type { PoolClient } from 'pg'
import type { AuditType } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import { changeRuleSet } from '../sites/site.store'
import type { Bank } from './bank'
import { writeBank } from './bank.store'
import { insertRule, type RuleChange } from './rule.store'

type Pack = {
  banks: readonly Bank[]
  rules: readonly Pick<RuleChange, 'document' | 'mode'>[]
}

async function writePack(
  client: PoolClient,
  siteId: string,
  { banks, rules }: Pack,
  { type, actor }: { type: AuditType; actor: string },
): Promise<void> {
  for (const bank of banks) await writeBank(client, siteId, bank)
  for (const { document, mode } of rules)
    await insertRule(client, siteId, { document, mode, actor })
  await changeRuleSet(client, siteId)
  const data = { rules: rules.length, banks: banks.length }
  await appendAudit(client, { chain: siteId, type, actor, data })
}

/** Replaces every rule and bank of a site at once, or nothing when something fails. */
export async function replaceRuleSet(
  db: Database,
  siteId: string,
  pack: Pack,
  actor: string,
): Promise<void> {
  await inTransaction(laneOf(db, siteId), async (client) => {
    await client.query(
      "UPDATE rules SET deleted_at = now(), mode = 'off' WHERE site_id = $1 AND deleted_at IS NULL",
      [siteId],
    )
    await client.query('DELETE FROM banks WHERE site_id = $1', [siteId])
    await writePack(client, siteId, pack, { type: 'rules.replaced', actor })
  })
}

/** Adds rules and banks to those of a site, all or none. */
export const addRulePack = (
  db: Database,
  siteId: string,
  pack: Pack,
  actor: string,
): Promise<void> =>
  inTransaction(laneOf(db, siteId), (client) =>
    writePack(client, siteId, pack, { type: 'rules.added', actor }),
  )
