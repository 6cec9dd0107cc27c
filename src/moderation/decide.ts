import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Finding } from '../rules/finding'
import type { SiteSettings } from '../sites/settings'

/** `queue`: where a held comment waits. */
export type Verdict = {
  action: Action
  reason: Reason
  priority: number
  note: string
  queue: string
}

const usualQueue = 'default'

/** A finding that decides by itself, or what the points of several come to. */
type Decisive = Verdict & { rule: string }

/**
 * What the findings come to, for every combination of them (precedence as in docs/rules.md):
 * reject and spam before hold before approve before the site's default. An approval against a
 * rejection is for a person to settle, and so is a check that failed. Points are summed, and the sum
 * decides like one more rule. Among findings of one weight the highest priority gives the reason,
 * then the earlier one. Shadow findings have no say.
 *
 * @param findings in the order of the rules
 */
export function decide(
  findings: readonly Finding[],
  settings: Pick<SiteSettings, 'default_action' | 'points'>,
): Verdict {
  const live = findings.filter(({ mode }) => mode === 'live')
  const decisive = [...live.flatMap(decisiveOf), ...pointsVerdict(live, settings.points)]
  const failed = decisive.find(({ reason }) => reason === 'rule_error')
  if (failed) return verdictOf(failed)
  const refusal = strongest(decisive, ['reject', 'spam'])
  const approval = strongest(decisive, ['approve'])
  if (refusal && approval) {
    const note = `${refusal.rule} says ${refusal.action}, ${approval.rule} says approve.`
    return {
      action: 'hold',
      reason: 'conflict',
      priority: refusal.priority,
      note,
      queue: 'conflict',
    }
  }
  const winner = refusal ?? strongest(decisive, ['hold']) ?? approval
  if (winner) return verdictOf(winner)
  return settings.default_action === 'approve'
    ? { action: 'approve', reason: 'no_objection', priority: 0, note: '', queue: usualQueue }
    : { action: 'hold', reason: 'premoderation', priority: 10, note: '', queue: usualQueue }
}

/** Without the finding's detail: it may quote the comment, and decisions outlive an erased text. */
const decisiveOf = ({ rule, action, reason, priority, queue = usualQueue }: Finding): Decisive[] =>
  action === 'score' ? [] : [{ rule, action, reason, priority, note: '', queue }]

function strongest(
  decisive: readonly Decisive[],
  actions: readonly Action[],
): Decisive | undefined {
  return decisive
    .filter(({ action }) => actions.includes(action))
    .reduce<Decisive | undefined>(
      (best, next) => (best && best.priority >= next.priority ? best : next),
      undefined,
    )
}

/** The points of all rules together; the rule that gave most of them gives the reason. */
function pointsVerdict(live: readonly Finding[], limits: SiteSettings['points']): Decisive[] {
  const giving = live.filter(({ action }) => action === 'score')
  const sum = giving.reduce((total, { points = 0 }) => total + points, 0)
  const most = giving.reduce<Finding | undefined>(
    (best, next) => (best && (best.points ?? 0) >= (next.points ?? 0) ? best : next),
    undefined,
  )
  if (!most) return []
  const action = actionAt(sum, limits)
  const note = `Points of ${giving.length} rules: ${sum}.`
  return action
    ? [
        {
          rule: 'points',
          action,
          reason: most.reason,
          priority: most.priority,
          note,
          queue: usualQueue,
        },
      ]
    : []
}

function actionAt(sum: number, { hold, reject }: SiteSettings['points']): Action | undefined {
  if (reject !== null && sum >= reject) return 'reject'
  return hold !== null && sum >= hold ? 'hold' : undefined
}

const verdictOf = ({ rule: _, ...verdict }: Decisive): Verdict => verdict
