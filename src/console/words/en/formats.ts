import type { Status } from '../../../comments/comment'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('en', {
  underMinute: 'under a minute',
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: { one: 'day', other: 'days' },
  justNow: 'just now',
  ago: (duration) => `${duration} ago`,
})

export const count = (value: number, one: string, other: string): string =>
  countForms(value, { one, other })

export const { number, decimal, duration } = formats

export const status: Record<Status, string> = {
  pending: 'Pending',
  approved: 'Approved',
  rejected: 'Rejected',
  spam: 'Spam',
  held: 'Held',
  deleted: 'Deleted',
}

/** How English writes numbers, times and counted things. */
export const englishFormats = {
  ...formats,
  comments: (value: number) => count(value, 'comment', 'comments'),
}
