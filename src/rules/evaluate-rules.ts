import { fails } from './built-in/details'
import type { CompiledRule } from './compiled-rule'
import type { Condition } from './condition'
import { type ConditionContext, contextOf } from './condition-context'
import type { Subject } from './rule'
import { failedFinding, findingOf, type RuleFinding } from './rule-finding'

/** All rules of a site together get so much time for one comment. */
export const budgetMs = 50

/** What rules are asked about besides the comment itself. */
export type Occasion = {
  /** Slug of the article. */
  article: string
  now: Date
  /** Milliseconds of a clock that only goes forward. */
  clock: () => number
}

/** What is known of the banks openly, and with what was found behind disguises. */
type Contexts = { open: ConditionContext; full: ConditionContext }

function contextsOf({ features, bankHits }: Subject): Contexts {
  const banks = new Set(bankHits.map((hit) => hit.bank))
  const openBanks = new Set(bankHits.filter((hit) => hit.view === 'norm').map((hit) => hit.bank))
  const open = contextOf(features, [...openBanks])
  const full = banks.size === openBanks.size ? open : contextOf(features, [...banks])
  return { open, full }
}

function isConcerned(rule: CompiledRule, subject: Subject, occasion: Occasion): boolean {
  const { scope, exempt } = rule.document
  const { article, author } = subject.features
  if (exempt.includes(author.role)) return false
  if (scope.sections.length > 0 && !scope.sections.includes(article.section)) return false
  if (scope.articles.length > 0 && !scope.articles.includes(occasion.article)) return false
  return rule.expiresAtMs > occasion.now.getTime()
}

/** How a condition is met: an approval must hold up behind disguises too, a refusal may not need them. */
function reachOf(rule: CompiledRule, condition: Condition, { open, full }: Contexts) {
  const isOpen = condition.holds(open)
  if (open === full) return isOpen ? 'open' : 'none'
  const isFull = condition.holds(full)
  if (rule.document.then.action === 'approve') return isOpen && isFull ? 'open' : 'none'
  if (isOpen) return 'open'
  return isFull ? 'disguised' : 'none'
}

/** A rule that has something to say, still to be put into words. */
type Met = { rule: CompiledRule; say: () => RuleFinding }

function judge(rule: CompiledRule, subject: Subject, contexts: Contexts): Met[] {
  const { condition } = rule
  if (condition === null) return [{ rule, say: () => failedFinding(rule, rule.problem) }]
  const reach = reachOf(rule, condition, contexts)
  if (reach === 'none') return []
  const isDisguised = reach === 'disguised'
  const context = isDisguised ? contexts.full : contexts.open
  return [{ rule, say: () => findingOf(rule, condition, subject, { context, isDisguised }) }]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function judgeSafely(rule: CompiledRule, subject: Subject, contexts: Contexts): Met[] {
  try {
    return judge(rule, subject, contexts)
  } catch (error) {
    return [{ rule, say: () => failedFinding(rule, messageOf(error)) }]
  }
}

function saySafely({ rule, say }: Met): RuleFinding {
  try {
    return say()
  } catch (error) {
    return failedFinding(rule, messageOf(error))
  }
}

const outOfTime: RuleFinding = {
  rule: 'budget',
  version: 1,
  mode: 'live',
  action: 'hold',
  reason: 'rule_error',
  priority: 90,
  ...fails('out_of_time', { limit: budgetMs }),
  spans: [],
  leaves: [],
}

/** A pattern that was not looked for may have been what a rule waits for. */
const notSearched: RuleFinding = {
  ...outOfTime,
  ...fails('not_searched', {}),
}

/**
 * Runs the rules of a site on one comment, none stopping another. A rule that fails, that no longer
 * compiles or that was not reached in time becomes a finding that holds the comment.
 */
export function evaluateRules(
  subject: Subject,
  rules: readonly CompiledRule[],
  occasion: Occasion,
): RuleFinding[] {
  const contexts = contextsOf(subject)
  const unsearched = subject.isSearchComplete === false ? [notSearched] : []
  const met: Met[] = []
  const startMs = occasion.clock()
  for (const rule of rules) {
    // Only conditions are on the clock: the first hit of a rule also compiles its truth table.
    if (occasion.clock() - startMs > budgetMs) return [...met.map(saySafely), outOfTime]
    if (isConcerned(rule, subject, occasion)) met.push(...judgeSafely(rule, subject, contexts))
  }
  return [...met.map(saySafely), ...unsearched]
}
