import { type Condition, compileCondition } from './condition'
import type { BankCatalogue } from './condition-environment'
import { inEnglish } from './condition-error'
import { type RuleDocument, ruleDocumentSchema } from './rule-document'

/** What is wrong with a rule; `start` and `end` are places in its condition. */
export type RuleProblem = {
  path: string
  code: string
  message: string
  start?: number
  end?: number
}

export type CheckedRule =
  | { ok: true; document: RuleDocument; condition: Condition }
  | { ok: false; problems: RuleProblem[] }

/** The trust border for rules: what passes can be kept and run. */
export function checkRule(input: unknown, catalogue: BankCatalogue): CheckedRule {
  const parsed = ruleDocumentSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code, message }) => {
      return { path: path.join('.'), code: code ?? 'invalid', message }
    })
    return { ok: false, problems }
  }
  const compiled = compileCondition(parsed.data.when, catalogue)
  if (!compiled.ok) {
    return {
      ok: false,
      problems: compiled.errors.map((error) => ({ path: 'when', ...inEnglish(error) })),
    }
  }
  return { ok: true, document: parsed.data, condition: compiled.condition }
}
