import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Finding } from '../rules/finding'

export type Verdict = { action: Action; reason: Reason; priority: number; note: string }

/**
 * What the findings come to, for every combination of them (precedence as in docs/rules.md):
 * reject and spam before hold before approve before the site's default. An approval against a
 * rejection is for a person to settle, and so is a check that failed. Among findings of one weight
 * the highest priority gives the reason, then the earlier one. Shadow findings have no say.
 *
 * @param findings in the order of the rules
 */
export function decide(findings: readonly Finding[], defaultAction: 'hold' | 'approve'): Verdict {
  const live = findings.filter(({ mode }) => mode === 'live')
  const failed = live.find(({ reason }) => reason === 'rule_error')
  if (failed) return verdictOf(failed)
  const strongest = (...actions: Action[]) =>
    live
      .filter(({ action }) => actions.includes(action))
      .reduce<Finding | undefined>(
        (best, next) => (best && best.priority >= next.priority ? best : next),
        undefined,
      )
  const refusal = strongest('reject', 'spam')
  const approval = strongest('approve')
  if (refusal && approval) {
    const note = `${refusal.rule} says ${refusal.action}, ${approval.rule} says approve.`
    return { action: 'hold', reason: 'conflict', priority: refusal.priority, note }
  }
  const decisive = refusal ?? strongest('hold') ?? approval
  if (decisive) return verdictOf(decisive)
  return defaultAction === 'approve'
    ? { action: 'approve', reason: 'no_objection', priority: 0, note: '' }
    : { action: 'hold', reason: 'premoderation', priority: 10, note: '' }
}

/** Without the finding's detail: it may quote the comment, and decisions outlive an erased text. */
const verdictOf = ({ action, reason, priority }: Finding): Verdict => ({
  action,
  reason,
  priority,
  note: '',
})
