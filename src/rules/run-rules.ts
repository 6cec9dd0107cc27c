import { fails } from './built-in/details'
import { builtInRules, builtInRulesVersion } from './built-in-rules'
import type { Finding } from './finding'
import type { BuiltInRule, Subject, Verdict } from './rule'

function failure(rule: BuiltInRule, error: unknown): Verdict {
  const message = error instanceof Error ? error.message : String(error)
  return {
    action: 'hold',
    reason: 'rule_error',
    priority: 90,
    ...fails('rule_failed', { name: rule.title, problem: message }),
    spans: [],
  }
}

function judge(rule: BuiltInRule, subject: Subject): Verdict | null {
  try {
    return rule.judge(subject)
  } catch (error) {
    // Fail closed: a check that could not be made is for a person to make.
    return failure(rule, error)
  }
}

/**
 * Runs every rule, whatever the others say, and keeps everything found, in the order of the rules.
 * A rule that fails becomes a finding that holds the comment.
 */
export function runRules(
  subject: Subject,
  rules: readonly BuiltInRule[] = builtInRules,
): Finding[] {
  return rules.flatMap((rule) => {
    const verdict = judge(rule, subject)
    if (verdict === null) return []
    return [{ rule: rule.name, version: builtInRulesVersion, mode: 'live' as const, ...verdict }]
  })
}
