const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "5 March 2026", in UTC. */
export const dateWords = (at: Date): string =>
  `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`

/** "5 March 2026, 14:05 UTC" */
export const dateTimeWords = (at: Date): string =>
  `${dateWords(at)}, ${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())} UTC`

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** "just now", "5 minutes ago", "3 hours ago", and the date from a day on. */
export function ageWords(at: Date, now: Date): string {
  const ageMs = now.getTime() - at.getTime()
  if (ageMs >= dayMs || ageMs < -minuteMs) return dateWords(at)
  if (ageMs < minuteMs) return 'just now'
  if (ageMs < hourMs) return `${countWords(Math.floor(ageMs / minuteMs), 'minute')} ago`
  return `${countWords(Math.floor(ageMs / hourMs), 'hour')} ago`
}

/** "1 comment", "2 comments", "1,200 comments" */
export const countWords = (count: number, noun: string): string =>
  `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${noun}${count === 1 ? '' : 's'}`
