import type { BacktestReport } from '../../rules/backtest'
import type { BankCatalogue } from '../../rules/condition-environment'
import type { ConditionError } from '../../rules/condition-error'
import type { WrittenRows } from '../../rules/condition-rows'
import type { StoredRule } from '../../rules/rule.store'
import type { TryOutcome } from '../../rules/try-rule.flow'
import type { Frame } from '../console-frame.view'
import type { SiteChoice } from '../site-field.view'
import type { RowPlace } from './rows-form'
import type { FieldDiff } from './rule-diff'
import type { RuleForm } from './rule-form'

export type RecentComment = { commentId: string; author: string; body: string }

/** What the try box and the backtest were asked. */
export type TestForm = { body: string; recent: string; id: string; limit: number; days: string }

export type Tried = Extract<TryOutcome, { outcome: 'tried' }> & { text: string }

/** Where to go on after a button of the form. */
export type Focus = 'add' | 'way' | 'tried' | 'report' | 'problems' | RowPlace

/** Everything that the page with the form of a rule shows. */
export type EditorModel = {
  frame: Omit<Frame, 'title'>
  site: SiteChoice
  /** As it is in force; undefined for a new one. */
  rule: StoredRule | undefined
  form: RuleForm
  written: WrittenRows
  errors: readonly ConditionError[]
  /** Of the site's banks. */
  banks: BankCatalogue
  /** By field of the form. */
  problems: ReadonlyMap<string, string>
  /** Somebody else saved the rule while it was edited: theirs, and what is different in this form. */
  conflict?: { current: StoredRule; diff: readonly FieldDiff[] } | undefined
  /** Somebody else deleted the rule while it was edited: saved again it is a new one. */
  isGone?: boolean
  /** Lines that are not complete yet are marked once something is to be done with them. */
  isAsked: boolean
  /** The form was asked for and cannot show the condition. */
  isRefusedForm?: boolean
  tests: TestForm
  recent: readonly RecentComment[]
  tried?: Tried | undefined
  tryProblem?: string | undefined
  report?: BacktestReport | undefined
  reportProblem?: string | undefined
  focus?: Focus | undefined
}
