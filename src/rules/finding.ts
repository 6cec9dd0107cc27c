import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Span } from '../text/span'

/** A rule acts when `live`; when `shadow` its finding is kept and has no effect. */
export type FindingMode = 'live' | 'shadow'

/** What one rule said of one comment. */
export type Finding = {
  rule: string
  /** Version of the rule; built-in rules carry the version of the product's rule list. */
  version: number
  mode: FindingMode
  action: Action
  reason: Reason
  /** Higher is reviewed sooner, 0..100. */
  priority: number
  /** One sentence for the moderator: the value seen and the limit it crossed. */
  detail: string
  /** Where in the text as typed. */
  spans: Span[]
}
