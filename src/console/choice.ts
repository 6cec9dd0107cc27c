import { type Action, actions } from '../comments/comment'
import type { Reason } from '../comments/reason'

/** What a moderator may choose: an action, or to hand the comment to the lead, which holds it. */
export type Choice = Action | 'escalate'

export const readChoice = (value: unknown): Choice | undefined =>
  value === 'escalate' ? 'escalate' : actions.find((one) => one === value)

/** The choice that a decision came from. */
export const choiceOf = (action: Action, reason: Reason | undefined): Choice =>
  action === 'hold' && reason === 'escalated' ? 'escalate' : action
