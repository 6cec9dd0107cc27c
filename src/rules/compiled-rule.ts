import { type Condition, compileCondition } from './condition'
import type { BankCatalogue } from './condition-environment'
import type { FindingMode } from './finding'
import type { RuleDocument, RuleMode } from './rule-document'

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

function isRunning(rule: SavedRule): rule is SavedRule & { mode: FindingMode } {
  return rule.mode === 'live' || rule.mode === 'shadow'
}

/** Compiles the rules of a site that are live or in the shadow; order is kept, for it breaks ties. */
export function compileRules(
  rules: readonly SavedRule[],
  catalogue: BankCatalogue,
): CompiledRule[] {
  return rules.filter(isRunning).map(({ id, version, mode, document }) => {
    const compiled = compileCondition(document.when, catalogue)
    return {
      id,
      version,
      mode,
      document,
      condition: compiled.ok ? compiled.condition : null,
      problem: compiled.ok ? '' : (compiled.errors[0]?.message ?? ''),
      expiresAtMs: document.expiresAt === null ? Infinity : Date.parse(document.expiresAt),
    }
  })
}
