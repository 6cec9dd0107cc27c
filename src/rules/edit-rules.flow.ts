import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../platform/database'
import type { Site } from '../sites/site'
import { checkRule, type RuleProblem } from './check-rule'
import {
  changeRule,
  createRule,
  findRule,
  findVersion,
  listRules,
  type StoredRule,
} from './rule.store'
import {
  isRunning,
  mostRunningRules,
  type RuleDocument,
  type RuleMode,
  startingMode,
} from './rule-document'
import type { RuleSets } from './rule-set.store'

export type RuleTools = { db: Database; ruleSets: RuleSets }

/** A rule as an owner sends it: the document, and what is to become of it. */
export type RuleDraft = {
  document: unknown
  mode?: RuleMode | undefined
  /** The version that was edited; a stale one is refused. */
  version?: number | undefined
  comment?: string | undefined
}

export type RuleOutcome =
  | { outcome: 'saved'; rule: StoredRule }
  | { outcome: 'invalid'; problems: RuleProblem[] }
  | { outcome: 'overtaken'; current: StoredRule }
  | { outcome: 'unknown' }

async function problemsOf(
  { db, ruleSets }: RuleTools,
  site: Site,
  document: unknown,
  next: { id?: string; mode: RuleMode },
): Promise<{ problems: RuleProblem[] } | { document: RuleDocument }> {
  const { banks } = await ruleSets.of(site.id, site.ruleSetVersion)
  const checked = checkRule(document, banks)
  if (!checked.ok) return { problems: checked.problems }
  if (isRunning(next.mode)) {
    const rules = await listRules(db, site.id)
    const running = rules.filter(({ id, mode }) => id !== next.id && isRunning(mode)).length
    if (running >= mostRunningRules) {
      const message = `A site runs at most ${mostRunningRules} rules; switch one off first.`
      return { problems: [{ path: 'mode', code: 'too_many_rules', message }] }
    }
  }
  return { document: checked.document }
}

/** A refusing rule begins in the shadow, whatever mode was asked for; a draft and a resting one stay. */
function firstMode(document: RuleDocument, wanted: RuleMode | undefined): RuleMode {
  const start = startingMode(document)
  if (wanted === undefined) return start
  return wanted === 'live' ? start : wanted
}

export async function addRule(
  tools: RuleTools,
  site: Site,
  draft: RuleDraft,
  actor: string,
): Promise<RuleOutcome> {
  const checked = await problemsOf(tools, site, draft.document, { mode: draft.mode ?? 'shadow' })
  if ('problems' in checked) return { outcome: 'invalid', problems: checked.problems }
  const { document } = checked
  const mode = firstMode(document, draft.mode)
  const id = await createRule(tools.db, site.id, { document, mode, actor, comment: draft.comment })
  return savedRule(tools, site, id)
}

export async function editRule(
  tools: RuleTools,
  site: Site,
  id: string,
  { draft, actor }: { draft: RuleDraft; actor: string },
): Promise<RuleOutcome> {
  const current = await findRule(tools.db, site.id, id)
  if (!current) return { outcome: 'unknown' }
  if (draft.version !== undefined && draft.version !== current.version)
    return { outcome: 'overtaken', current }
  const mode = draft.mode ?? current.mode
  const checked = await problemsOf(tools, site, draft.document, { id, mode })
  if ('problems' in checked) return { outcome: 'invalid', problems: checked.problems }
  const { document } = checked
  const isNewVersion = !isDeepStrictEqual(document, current.document)
  const change = { document, mode, actor, comment: draft.comment }
  const rule = { id, expectedVersion: current.version, isNewVersion }
  if (await changeRule(tools.db, site.id, rule, change)) return savedRule(tools, site, id)
  return overtaken(tools, site, id)
}

export type RollBack = {
  version: number
  /** The version that was active then; a stale one is refused. */
  seen?: number | undefined
  actor: string
  comment: string
}

/** Makes an earlier version the active one, by adding it again as the newest. */
export async function rollBackRule(
  tools: RuleTools,
  site: Site,
  id: string,
  { version, seen, actor, comment }: RollBack,
): Promise<RuleOutcome> {
  const [current, earlier] = await Promise.all([
    findRule(tools.db, site.id, id),
    findVersion(tools.db, id, version),
  ])
  if (!current || !earlier) return { outcome: 'unknown' }
  const draft = {
    document: earlier.document,
    mode: current.mode,
    version: seen ?? current.version,
    comment,
  }
  return editRule(tools, site, id, { draft, actor })
}

async function savedRule({ db }: RuleTools, site: Site, id: string): Promise<RuleOutcome> {
  const rule = await findRule(db, site.id, id)
  return rule ? { outcome: 'saved', rule } : { outcome: 'unknown' }
}

async function overtaken({ db }: RuleTools, site: Site, id: string): Promise<RuleOutcome> {
  const current = await findRule(db, site.id, id)
  return current ? { outcome: 'overtaken', current } : { outcome: 'unknown' }
}
