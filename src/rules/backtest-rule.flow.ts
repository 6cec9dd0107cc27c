import type { Database } from '../platform/database'
import type { Site } from '../sites/site'
import { type BacktestReport, backtest } from './backtest'
import { type Condition, compileCondition } from './condition'
import type { ConditionError } from './condition-error'
import { readPastComments } from './past-comments.store'
import { findRule } from './rule.store'
import type { RuleSet, RuleSets } from './rule-set.store'

export type BacktestTools = { db: Database; ruleSets: RuleSets }

export type BacktestRequest = {
  when: string
  action: string
  /** Compared with the active version of this rule. */
  ruleId?: string | undefined
  limit: number
  days?: number | undefined
}

export type BacktestOutcome =
  | { outcome: 'tested'; report: BacktestReport }
  | { outcome: 'invalid'; errors: ConditionError[] }

const dayMs = 86_400_000

/** What a rule would have done to the last comments of a site. */
export async function backtestRule(
  tools: BacktestTools,
  site: Site,
  request: BacktestRequest,
  now: Date,
): Promise<BacktestOutcome> {
  const ruleSet = await tools.ruleSets.of(site.id, site.ruleSetVersion)
  const compiled = compileCondition(request.when, ruleSet.banks)
  if (!compiled.ok) return { outcome: 'invalid', errors: compiled.errors }
  const current = await currentCondition(tools, site, ruleSet, request.ruleId)
  const from =
    request.days === undefined ? undefined : new Date(now.getTime() - request.days * dayMs)
  const range = { siteId: site.id, limit: request.limit, from }
  const test = backtest(compiled.condition, request.action, current)
  for await (const page of readPastComments(tools.db, range))
    for (const past of page) test.look(past)
  return { outcome: 'tested', report: test.report() }
}

async function currentCondition(
  { db }: BacktestTools,
  site: Site,
  { banks }: RuleSet,
  ruleId: string | undefined,
): Promise<Condition | null> {
  const rule = ruleId === undefined ? undefined : await findRule(db, site.id, ruleId)
  if (!rule) return null
  const compiled = compileCondition(rule.document.when, banks)
  return compiled.ok ? compiled.condition : null
}
