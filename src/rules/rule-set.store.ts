import { LRUCache } from 'lru-cache'
import type { Database } from '../platform/database'
import type { SiteDeltas } from '../scoring/scorer'
import { readDeltas } from '../scoring/site-learning.store'
import type { SiteSettings } from '../sites/settings'
import { readSettings } from '../sites/site'
import type { Bank } from './bank'
import { type CompiledBanks, compileBanks } from './bank-matcher'
import { type CompiledRule, compileRules } from './compiled-rule'
import { listRules } from './rule.store'

/** What a site's comments are judged by, compiled once for each version. */
export type RuleSet = {
  version: number
  settings: SiteSettings
  banks: CompiledBanks
  rules: CompiledRule[]
  /** What its moderators have taught its scores. */
  deltas: SiteDeltas
}

export type RuleSets = {
  /** @param version that the comment was read with; a newer one may be returned, never an older */
  of(siteId: string, version: number): Promise<RuleSet>
}

/** The version travels with every comment that a worker reads, so a saved change counts at once. */
export function createRuleSets(db: Database): RuleSets {
  const known = new LRUCache<string, RuleSet>({ max: 200, fetchMethod: (id) => load(db, id) })
  return {
    of: async (siteId, version) => {
      const cached = known.peek(siteId)
      const forceRefresh = cached !== undefined && cached.version < version
      const ruleSet = await known.fetch(siteId, { forceRefresh })
      if (!ruleSet) throw new Error(`There is no site ${siteId}`)
      return ruleSet
    },
  }
}

type Row = {
  settings: unknown
  rule_set_version: number
  banks: Pick<Bank, 'name' | 'kind' | 'entries' | 'disguises'>[] | null
}

async function load(db: Database, siteId: string): Promise<RuleSet | undefined> {
  const { rows } = await db.pool.query<Row>(
    `SELECT s.settings, s.rule_set_version, (SELECT json_agg(json_build_object(
        'name', b.name, 'kind', b.kind, 'entries', b.entries, 'disguises', b.disguises))
      FROM banks b WHERE b.site_id = s.id) AS banks FROM sites s WHERE s.id = $1`,
    [siteId],
  )
  const [row] = rows
  if (!row) return undefined
  const banks = compileBanks(row.banks ?? [])
  return {
    // read before the rules: what is saved in between is caught by the next version
    version: row.rule_set_version,
    settings: readSettings(row.settings),
    banks,
    rules: compileRules(await listRules(db, siteId), banks),
    deltas: await readDeltas(db, siteId),
  }
}
