import { isDeepStrictEqual } from 'node:util'
import { LRUCache } from 'lru-cache'
import type { Database } from '../platform/database'
import { inTurns } from '../platform/in-turns'
import type { SiteDeltas } from '../scoring/scorer'
import { readDeltas } from '../scoring/site-learning.store'
import type { SiteSettings } from '../sites/settings'
import { readSettings } from '../sites/site'
import { trustedDomains } from '../sites/trusted-domains'
import type { Bank } from './bank'
import { type CompiledBanks, compileBanksInSteps } from './compile-banks'
import { type CompiledRule, compileRulesInSteps } from './compiled-rule'
import { listRules } from './rule.store'

/** What a site's comments are judged by, compiled once for each version. */
export type RuleSet = {
  version: number
  settings: SiteSettings
  /** The same as they are stored. */
  storedSettings: unknown
  /** Links to these are no fault. */
  trustedDomains: readonly string[]
  banks: CompiledBanks
  /** Of everything that the banks say: equal for equal banks. */
  banksDigest: string
  rules: CompiledRule[]
  /** What its moderators have taught its scores; nothing where learning is switched off. */
  deltas: SiteDeltas
}

export type RuleSets = {
  /** @param version that the comment was read with; a newer one may be returned, never an older */
  of(siteId: string, version: number): Promise<RuleSet>
}

/**
 * The version travels with every comment that a worker reads, so a saved change counts at once.
 * @param model whose deltas are read
 * @param ownUrl where readers see this installation
 */
export function createRuleSets(db: Database, model: string, ownUrl?: string): RuleSets {
  const known = new LRUCache<string, RuleSet>({
    max: 200,
    fetchMethod: (id, previous) => load({ db, model, ownUrl }, id, previous),
  })
  async function read(siteId: string, forceRefresh: boolean): Promise<RuleSet> {
    const ruleSet = await known.fetch(siteId, { forceRefresh })
    if (!ruleSet) throw new Error(`There is no site ${siteId}`)
    return ruleSet
  }
  return {
    of: async (siteId, version) => {
      const cached = known.peek(siteId)
      const ruleSet = await read(siteId, cached !== undefined && cached.version < version)
      // it was being read already, from before this version was saved
      return ruleSet.version < version ? read(siteId, true) : ruleSet
    },
  }
}

type BankRow = Pick<Bank, 'name' | 'kind' | 'entries' | 'disguises'>

const digestOfBanks = `(SELECT coalesce(string_agg(
    md5(json_build_array(b.name, b.kind, b.disguises, b.entries)::text), ' ' ORDER BY b.name), '')
  FROM banks b WHERE b.site_id = $1)`

/** The largest banks take up to a second: others get their turns, and unchanged ones are kept. */
async function loadBanks(
  db: Database,
  siteId: string,
  previous: RuleSet | undefined,
): Promise<Pick<RuleSet, 'banks' | 'banksDigest'>> {
  type Row = { digest: string; banks: BankRow[] | null }
  const { rows } = await db.pool.query<Row>(
    `SELECT ${digestOfBanks} AS digest, (SELECT json_agg(json_build_object('name', b.name, 'kind', b.kind,
        'entries', b.entries, 'disguises', b.disguises) ORDER BY b.name)
      FROM banks b WHERE b.site_id = $1 AND ${digestOfBanks} <> $2) AS banks`,
    [siteId, previous?.banksDigest ?? ''],
  )
  const { digest = '', banks } = rows[0] ?? {}
  if (previous?.banksDigest === digest) return previous
  return { banks: await inTurns(compileBanksInSteps(banks ?? [])), banksDigest: digest }
}

type ReadSettings = Pick<RuleSet, 'settings' | 'storedSettings' | 'trustedDomains'>

/** Their lists may have 10,000 lines, and learning makes a new version every half minute. */
function settingsFrom(
  storedSettings: unknown,
  ownUrl: string | undefined,
  previous: RuleSet | undefined,
): ReadSettings {
  if (previous && isDeepStrictEqual(storedSettings, previous.storedSettings)) return previous
  const settings = readSettings(storedSettings)
  return { settings, storedSettings, trustedDomains: trustedDomains(settings, ownUrl) }
}

type Head = { settings: unknown; rule_set_version: number }

async function load(
  { db, model, ownUrl }: { db: Database; model: string; ownUrl: string | undefined },
  siteId: string,
  previous: RuleSet | undefined,
): Promise<RuleSet | undefined> {
  // the version first: what is saved after it has been read is caught by the next one
  const { rows } = await db.pool.query<Head>(
    'SELECT settings, rule_set_version FROM sites WHERE id = $1',
    [siteId],
  )
  const [head] = rows
  if (!head) return undefined
  const { banks, banksDigest } = await loadBanks(db, siteId, previous)
  const { settings, storedSettings, trustedDomains } = settingsFrom(head.settings, ownUrl, previous)
  return {
    version: head.rule_set_version,
    settings,
    storedSettings,
    trustedDomains,
    banks,
    banksDigest,
    rules: await inTurns(compileRulesInSteps(await listRules(db, siteId), banks)),
    deltas: settings.learning.enabled ? await readDeltas(db, siteId, model) : {},
  }
}
