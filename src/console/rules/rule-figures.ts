import type { RuleStatistics } from '../../moderation/rule-acts.store'
import { type EstimatedShare, wilson } from '../../rules/wilson'

export type Figures = { hits: number; agreement: EstimatedShare }

/** What a rule did in one mode, over the versions asked for. */
export function figuresOf(
  statistics: readonly RuleStatistics[],
  mode: RuleStatistics['mode'],
  version?: number,
): Figures {
  const counted = statistics.filter(
    (one) => one.mode === mode && (version === undefined || one.version === version),
  )
  const sum = (part: 'hits' | 'agreed' | 'approved' | 'refused') =>
    counted.reduce((total, one) => total + one[part], 0)
  return { hits: sum('hits'), agreement: wilson(sum('agreed'), sum('approved') + sum('refused')) }
}
