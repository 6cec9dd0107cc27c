import type { Environment, ParseResult } from '@marcbachmann/cel-js'
import type { ConditionContext } from './condition-context'
import { hasTooManyUnaryOperators } from './condition-depth'
import { type BankCatalogue, conditionEnvironment } from './condition-environment'
import { type ConditionError, conditionError, tooComplex } from './condition-error'
import { compileLeaves, type Leaf, type Reads, readsOf } from './condition-leaves'
import { refusals } from './condition-limits'

/** A condition that has passed its check: it can be evaluated on any complete feature object. */
export type Condition = {
  text: string
  reads: Reads
  holds(context: ConditionContext): boolean
  /** The truth table: every comparison with the value it saw. */
  explain(context: ConditionContext): Leaf[]
}

export type CompiledCondition =
  | { ok: true; condition: Condition }
  | { ok: false; errors: ConditionError[] }

export const longestCondition = 1000

// A catalogue stands as long as the banks of a site do, and has one language.
const environments = new WeakMap<BankCatalogue, Environment>()

function environmentOf(catalogue: BankCatalogue): Environment {
  const known = environments.get(catalogue)
  if (known) return known
  const environment = conditionEnvironment(catalogue)
  environments.set(catalogue, environment)
  return environment
}

function parse(environment: Environment, text: string): ParseResult | ConditionError {
  try {
    return environment.parse(text)
  } catch (error) {
    return conditionError(text, error)
  }
}

function typeErrors(parsed: ParseResult, text: string): ConditionError[] {
  const checked = parsed.check()
  if (!checked.valid) return [conditionError(text, checked.error)]
  if (checked.type === 'bool') return []
  const range = { start: 0, end: text.length }
  return [{ code: 'not_a_condition', says: 'not_true_or_false', ...range }]
}

function conditionOf(environment: Environment, text: string, parsed: ParseResult): Condition {
  let explain: Condition['explain'] | undefined
  return {
    text,
    reads: readsOf(parsed.ast),
    holds: (context) => parsed(context) === true,
    explain: (context) => {
      explain ??= compileLeaves(environment, parsed)
      return explain(context)
    },
  }
}

/**
 * Checks and compiles a condition of the Common Expression Language (cel.dev) over the fields of
 * `fields.ts`. What passes can neither throw nor run long: no regular expressions, loops one deep over
 * lists of at most 50, whole numbers that cannot overflow.
 *
 * @param catalogue the banks of the site; keep one object as long as they stand, its language is cached
 */
export function compileCondition(text: string, catalogue: BankCatalogue): CompiledCondition {
  if (text.length > longestCondition) {
    const mistake = { says: 'too_long', facts: { limit: longestCondition } } as const
    const range = { start: longestCondition, end: text.length }
    return { ok: false, errors: [{ code: 'too_long', ...mistake, ...range }] }
  }
  if (hasTooManyUnaryOperators(text))
    return { ok: false, errors: [{ ...tooComplex, start: 0, end: text.length }] }
  const environment = environmentOf(catalogue)
  const parsed = parse(environment, text)
  if (typeof parsed !== 'function') return { ok: false, errors: [parsed] }
  const refused = refusals(parsed.ast)
  const errors = refused.length > 0 ? refused : typeErrors(parsed, text)
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, condition: conditionOf(environment, text, parsed) }
}
