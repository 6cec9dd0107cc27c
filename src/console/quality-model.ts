import type { Agreement, FiguresOf } from '../moderation/agreement'
import type { Quality } from '../moderation/read-quality.flow'
import type { RulePrecision } from '../moderation/rule-precision.store'
import { type Names, ruleTitle } from './card-model'
import type { IntervalRow } from './interval-plot'
import { reasonLabel } from './moderator-reasons'

export type AnswerRow = FiguresOf<string> & { label: string }

export type QualityModel = {
  overall: Agreement['overall']
  actions: AnswerRow[]
  reasons: AnswerRow[]
  rules: (RulePrecision & { label: string })[]
}

/** The figures with names for what they are about. */
export function qualityModel({ agreement, rules }: Quality, names: Names): QualityModel {
  const { words } = names
  return {
    overall: agreement.overall,
    actions: agreement.byAction.map((row) => ({ ...row, label: words.did[row.answer] })),
    reasons: agreement.byReason.map((row) => ({ ...row, label: reasonLabel(words, row.answer) })),
    rules: rules.map((row) => ({ ...row, label: ruleLabel(row, names) })),
  }
}

function ruleLabel({ rule, mode }: RulePrecision, names: Names): string {
  const title = ruleTitle(rule, names)
  return mode === 'shadow' ? names.words.quality.precision.inShadow(title) : title
}

export const kappaRows = (rows: readonly AnswerRow[]): IntervalRow[] =>
  rows.flatMap(({ label, kappa }) => (kappa ? [{ label, ...kappa }] : []))

export const precisionRows = (rules: QualityModel['rules']): IntervalRow[] =>
  rules.flatMap(({ label, precision }) =>
    precision
      ? [{ label, value: precision.estimate, low: precision.low, high: precision.high }]
      : [],
  )
