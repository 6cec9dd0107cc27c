import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Span } from '../text/span'
import type { Leaf } from './condition-leaves'

/** What a rule may do: decide, or add points that decide together with others. */
export const ruleActions = [
  'approve',
  'reject',
  'spam',
  'hold',
  'score',
] as const satisfies readonly (Action | 'score')[]
export type RuleAction = (typeof ruleActions)[number]

/** A rule acts when `live`; when `shadow` its finding is kept and has no effect. */
export const findingModes = ['live', 'shadow'] as const
export type FindingMode = (typeof findingModes)[number]

/** What one rule said of one comment. */
export type Finding = {
  rule: string
  /** Version of the rule; built-in rules carry the version of the product's rule list. */
  version: number
  mode: FindingMode
  action: RuleAction
  /** What it adds to the sum of points; only with the action `score`. */
  points?: number
  reason: Reason
  /** Higher is reviewed sooner, 0..100. */
  priority: number
  /** Where a comment that it holds waits; "default" when absent. */
  queue?: string
  /** One sentence for the moderator: the value seen and the limit it crossed. */
  detail: string
  /** What a sentence was made from, so that other languages can say it too; of an owner's rule its note. */
  facts?: object
  /** Where in the text as typed. */
  spans: Span[]
  /** The truth table of an owner's rule. */
  leaves?: Leaf[]
}
