import { extname, join } from 'node:path'
import type { Database } from '../platform/database'
import { createSlots } from '../platform/slots'
import { askThread } from '../platform/thread'
import type { Site } from '../sites/site'
import { createSite } from '../sites/site.store'
import { catalogueOf } from './bank'
import { listBanks } from './bank.store'
import { checkRule, type RuleProblem } from './check-rule'
import { defaultPack } from './default-pack'
import { listRules } from './rule.store'
import { type ReadRuleFile, writeRuleFile } from './rule-file'
import { addRulePack, replaceRuleSet } from './rule-pack.store'

/** A site's banks and rules as YAML. */
export async function exportRules(db: Database, siteId: string): Promise<string> {
  const [banks, rules] = await Promise.all([listBanks(db, siteId), listRules(db, siteId)])
  return writeRuleFile({
    banks: banks.map(({ name, kind, entries, disguises }) => ({
      name,
      kind: kind === 'patterns' ? 'patterns' : 'words',
      entries,
      disguises,
    })),
    rules: rules.map(({ mode, document }) => ({ mode, document })),
  })
}

/** The largest file takes 400 MB, and about 10 s on a slow machine. */
const limits = { timeoutMs: 30_000, heapMb: 512 }
const fileSlots = createSlots(2)
const reader = join(__dirname, `rule-file.thread${extname(__filename)}`)

const tooMuch: ReadRuleFile = {
  ok: false,
  problems: [
    { path: '', code: 'too_much', message: 'The file takes too much time or memory to read.' },
  ],
}

export type ImportedRules =
  | { outcome: 'imported'; banks: number; rules: number }
  | { outcome: 'invalid'; problems: RuleProblem[] }
  /** Another file of this site, or the maximum number of files of other sites, is being read. */
  | { outcome: 'busy'; with: 'own' | 'others' }
  | { outcome: 'gone' }

export type SentRuleFile = { text: string; actor: string; signal?: AbortSignal }

/** Replaces the banks and rules of a site by those of a file, or changes nothing. */
export async function importRules(
  db: Database,
  siteId: string,
  { text, actor, signal }: SentRuleFile,
): Promise<ImportedRules> {
  const slot = fileSlots.take(siteId)
  if (typeof slot === 'string') return { outcome: 'busy', with: slot }
  try {
    const asked = await askThread<ReadRuleFile>(reader, text, { ...limits, signal })
    if (asked.outcome === 'gone') return asked
    const read = asked.outcome === 'answered' ? asked.answer : tooMuch
    if (!read.ok) return { outcome: 'invalid', problems: read.problems }
    await replaceRuleSet(db, siteId, read.file, actor)
    return { outcome: 'imported', banks: read.file.banks.length, rules: read.file.rules.length }
  } finally {
    slot.free()
  }
}

/** The rules and banks that a news site starts with, in place of whatever there is. */
export const resetRules = (db: Database, siteId: string, actor: string): Promise<void> =>
  replaceRuleSet(db, siteId, defaultPack, actor)

/**
 * Adds what a site lacks of the default pack; rules and banks of the same names stay as they are.
 * @returns how many were added
 */
export async function addDefaultPack(
  db: Database,
  siteId: string,
  actor: string,
): Promise<{ rules: number; banks: number }> {
  const [known, rules] = await Promise.all([listBanks(db, siteId), listRules(db, siteId)])
  const banks = defaultPack.banks.filter(({ name }) => !known.some((bank) => bank.name === name))
  const catalogue = catalogueOf([...known, ...banks])
  const missing = defaultPack.rules.filter(
    ({ document }) =>
      !rules.some((rule) => rule.document.name === document.name) &&
      // the site may have a bank of that name of the other kind
      checkRule(document, catalogue).ok,
  )
  const pack = { banks, rules: missing }
  if (banks.length + missing.length > 0) await addRulePack(db, siteId, pack, actor)
  return { rules: missing.length, banks: banks.length }
}

/** A new site with the rules and banks of the default pack. @returns undefined when the slug is taken */
export async function addSite(
  db: Database,
  site: { slug: string; name: string },
  actor: string,
): Promise<Site | undefined> {
  const created = await createSite(db, site, actor)
  if (created) await resetRules(db, created.id, actor)
  return created
}
