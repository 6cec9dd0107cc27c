import type { Status } from '../comments/comment'

const language = 'en'
export const number = new Intl.NumberFormat(language)
const plural = new Intl.PluralRules(language)
const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
const dateTime = new Intl.DateTimeFormat(language, {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
  hourCycle: 'h23',
})

export const count = (value: number, one: string, other: string): string =>
  `${number.format(value)} ${plural.select(value) === 'one' ? one : other}`

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "40 min", "3 h 12 min", "2 days" */
export function duration(ms: number): string {
  if (ms < minuteMs) return 'under a minute'
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  if (ms < 2 * dayMs) {
    const minutes = Math.floor((ms % hourMs) / minuteMs)
    return `${Math.floor(ms / hourMs)} h${minutes > 0 ? ` ${minutes} min` : ''}`
  }
  return count(Math.floor(ms / dayMs), 'day', 'days')
}

export const status: Record<Status, string> = {
  pending: 'Pending',
  approved: 'Approved',
  rejected: 'Rejected',
  spam: 'Spam',
  held: 'Held',
  deleted: 'Deleted',
}

/** How English writes numbers, times and languages. */
export const formats = {
  language,
  direction: 'ltr' as 'ltr' | 'rtl',

  number: (value: number) => number.format(value),
  date: (at: Date) => date.format(at),
  dateTime: (at: Date) => `${dateTime.format(at)} UTC`,
  duration,
  ago: (at: Date, now: Date) => {
    const ms = now.getTime() - at.getTime()
    if (ms < minuteMs) return 'just now'
    return ms < 30 * dayMs ? `${duration(ms)} ago` : date.format(at)
  },
  comments: (value: number) => count(value, 'comment', 'comments'),
}
