/** The forms of a counted word; a category that a language does not use is left out. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What a language calls stretches of time. */
export type TimeUnits = {
  underMinute: string
  minutes: (value: number) => string
  hours: (value: number) => string
  days: Forms
  justNow: string
  ago: (duration: string) => string
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * How a language writes numbers, counted things and times. Times are in UTC.
 * @param language BCP 47
 */
export function formatsIn(language: string, units: TimeUnits) {
  const numbers = new Intl.NumberFormat(language)
  const decimals = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const plural = new Intl.PluralRules(language)
  const languageNames = new Intl.DisplayNames(language, { type: 'language' })
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDates = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
  })
  const dateTimes = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
    hourCycle: 'h23',
  })
  const number = (value: number): string => numbers.format(value)
  /** With two digits, as scores are written. */
  const decimal = (value: number): string => decimals.format(value)
  /** A part of one, as percent. */
  const share = (value: number): string => shares.format(value)
  /** "Kazakh" for "kk" (ISO 639); what is no code of a language stays as it is. */
  const languageName = (code: string): string =>
    /^[a-z]{2,3}$/.test(code) ? (languageNames.of(code) ?? code) : code
  const date = (at: Date): string => dates.format(at)
  /** For tables and drawings. */
  const shortDate = (at: Date): string => shortDates.format(at)
  const count = (value: number, forms: Forms): string =>
    `${number(value)} ${forms[plural.select(value)] ?? forms.other}`

  /** "40 min", "3 h 12 min", "2 days" */
  function duration(ms: number): string {
    if (ms < minuteMs) return units.underMinute
    if (ms < hourMs) return units.minutes(Math.floor(ms / minuteMs))
    if (ms >= 2 * dayMs) return count(Math.floor(ms / dayMs), units.days)
    const minutes = Math.floor((ms % hourMs) / minuteMs)
    const hours = units.hours(Math.floor(ms / hourMs))
    return minutes > 0 ? `${hours} ${units.minutes(minutes)}` : hours
  }

  function ago(at: Date, now: Date): string {
    const ms = now.getTime() - at.getTime()
    if (ms < minuteMs) return units.justNow
    return ms < 30 * dayMs ? units.ago(duration(ms)) : date(at)
  }

  const dateTime = (at: Date): string => `${dateTimes.format(at)} UTC`
  return {
    ...{ language, number, decimal, share, languageName },
    ...{ date, shortDate, dateTime, duration, ago, count },
  }
}
