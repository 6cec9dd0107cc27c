import { type Action, actions } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { Words } from './words/words'

/** What a moderator may choose: an action, or to hand the comment to the lead, which holds it. */
export type Choice = Action | 'escalate'

export const readChoice = (value: unknown): Choice | undefined =>
  value === 'escalate' ? 'escalate' : actions.find((one) => one === value)

/** The choice that a decision came from. */
export const choiceOf = (action: Action, reason: Reason | undefined): Choice =>
  action === 'hold' && reason === 'escalated' ? 'escalate' : action

/** What became of a selection: `left` were decided by others first, `own` are appeals to answer for others. */
export function bulkText(
  { did, decide, appeals }: Words,
  { action, done, left, own }: { action: Choice; done: number; left: number; own: number },
): string {
  const text = decide.bulkDone(did[action], done, left)
  return own > 0 ? `${text} ${appeals.left(own)}` : text
}
