import { type Condition, compileCondition } from './condition'
import type { BankCatalogue } from './condition-environment'
import type { ConditionError } from './condition-error'
import { conditionMessages } from './condition-messages'
import type { FindingMode } from './finding'
import { isRunning, type RuleDocument, type RuleMode } from './rule-document'
import { sentenceOf } from './sentence'
import { atOnce, type Steps } from './steps'

/** A rule as it was saved and checked. */
export type SavedRule = { id: string; version: number; mode: RuleMode; document: RuleDocument }

/** A rule that runs. */
export type CompiledRule = {
  id: string
  version: number
  mode: FindingMode
  document: RuleDocument
  /** null when it no longer compiles, such as after a bank was deleted. */
  condition: Condition | null
  problem: string
  /** In milliseconds since 1970, Infinity for never. */
  expiresAtMs: number
}

const messageOf = ([first]: readonly ConditionError[]): string =>
  first ? sentenceOf(conditionMessages, first) : ''

/**
 * Compiles the rules of a site that are live or in the shadow, in steps of a rule each; order is kept,
 * for it breaks ties.
 */
export function* compileRulesInSteps(
  rules: readonly SavedRule[],
  catalogue: BankCatalogue,
): Steps<CompiledRule[]> {
  const compiledRules: CompiledRule[] = []
  for (const { id, version, mode, document } of rules) {
    if (!isRunning(mode)) continue
    const compiled = compileCondition(document.when, catalogue)
    compiledRules.push({
      id,
      version,
      mode,
      document,
      condition: compiled.ok ? compiled.condition : null,
      problem: compiled.ok ? '' : messageOf(compiled.errors),
      expiresAtMs: document.expiresAt === null ? Infinity : Date.parse(document.expiresAt),
    })
    yield
  }
  return compiledRules
}

/** The same at once. */
export const compileRules = (
  rules: readonly SavedRule[],
  catalogue: BankCatalogue,
): CompiledRule[] => atOnce(compileRulesInSteps(rules, catalogue))
