import type { Action } from '../comments/comment'

/** Shares of what the rules decide, 0..1. */
type Shares = { refusals: number; approvals: number }

/**
 * Whether an automatic decision is shown to a person although it stands: scores that only learnt from
 * what people happen to see would lose sight of what the rules refuse, and of what they let pass. The
 * last 32 bits of a UUIDv7 are random, so the same comment is always in the sample or never.
 */
export function isSampled(action: Action, commentId: string, shares: Shares): boolean {
  if (action === 'hold') return false
  const share = action === 'approve' ? shares.approvals : shares.refusals
  return Number.parseInt(commentId.slice(-8), 16) < share * 2 ** 32
}
