import type { Agreement, FiguresOf } from '../moderation/agreement'
import type { Overturned } from '../moderation/overturned.store'
import type { Quality } from '../moderation/read-quality.flow'
import type { RulePrecision } from '../moderation/rule-precision.store'
import type { EstimatedShare } from '../rules/wilson'
import { type Names, ruleTitle } from './card-model'
import type { IntervalRow } from './interval-plot'
import { reasonLabel } from './moderator-reasons'

export type AnswerRow = FiguresOf<string> & { label: string }

export type QualityModel = {
  overall: Agreement['overall']
  actions: AnswerRow[]
  reasons: AnswerRow[]
  rules: (RulePrecision & { label: string })[]
  /** undefined where they are not for the reader of the page. */
  overturned: Overturned[] | undefined
}

/** The figures with names for what they are about. */
export function qualityModel(
  { agreement, rules, overturned }: Quality,
  names: Names,
): QualityModel {
  const { words } = names
  return {
    overall: agreement.overall,
    actions: agreement.byAction.map((row) => ({ ...row, label: words.did[row.answer] })),
    reasons: agreement.byReason.map((row) => ({ ...row, label: reasonLabel(words, row.answer) })),
    rules: rules.map((row) => ({ ...row, label: ruleLabel(row, names) })),
    overturned,
  }
}

function ruleLabel({ rule, mode }: RulePrecision, names: Names): string {
  const title = ruleTitle(rule, names)
  return mode === 'shadow' ? names.words.quality.precision.inShadow(title) : title
}

export const kappaRows = (rows: readonly AnswerRow[]): IntervalRow[] =>
  rows.flatMap(({ label, kappa }) => (kappa ? [{ label, ...kappa }] : []))

const shareRow = (label: string, share: EstimatedShare): IntervalRow[] =>
  share ? [{ label, value: share.estimate, low: share.low, high: share.high }] : []

export const precisionRows = (rules: QualityModel['rules']): IntervalRow[] =>
  rules.flatMap(({ label, precision }) => shareRow(label, precision))

export const overturnedRows = (people: readonly Overturned[]): IntervalRow[] =>
  people.flatMap(({ name, share }) => shareRow(name, share))
