import type { Action } from '../comments/comment'

/**
 * Whether an automatic refusal is shown to a person although it stands: scores that only learnt from
 * what people happen to see would lose sight of what they refuse. The last 32 bits of a UUIDv7 are
 * random, so the same comment is always in the sample or never.
 * @param share of the refusals, 0..1
 */
export function isSampled(action: Action, commentId: string, share: number): boolean {
  if (action !== 'reject' && action !== 'spam') return false
  return Number.parseInt(commentId.slice(-8), 16) < share * 2 ** 32
}
