/** Where a comment stands. Only `approved` is ever public. */
export const statuses = ['pending', 'approved', 'rejected', 'spam', 'held', 'deleted'] as const
export type Status = (typeof statuses)[number]

/** What a rule or a moderator may do to a comment. */
export const actions = ['approve', 'reject', 'spam', 'hold'] as const
export type Action = (typeof actions)[number]

/** The status that each action leads to. */
export const statusAfter = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'held',
} as const satisfies Record<Action, Status>
