import type { Status } from '../../../comments/comment'
import type { englishFormats } from '../en/formats'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('de', {
  underMinute: 'unter einer Minute',
  // the symbols, not "Min." and "Std.": they often stand before a full stop
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: { one: 'Tag', other: 'Tage' },
  justNow: 'gerade eben',
  ago: (duration) => `vor ${duration.replace('Tage', 'Tagen')}`,
})

export const count = (value: number, one: string, other: string): string =>
  countForms(value, { one, other })

export const { number, decimal, duration } = formats

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

export const status: Record<Status, string> = {
  pending: 'Wird geprüft',
  approved: 'Freigegeben',
  rejected: 'Abgelehnt',
  spam: 'Spam',
  held: 'Zurückgehalten',
  deleted: 'Gelöscht',
}

/** Within a sentence; only the first letter, for nouns keep their capital. */
export const lowered = (label: string): string =>
  `${label.charAt(0).toLowerCase()}${label.slice(1)}`

export const who = {
  rules: 'die Regeln',
  system: 'das System',
  reader: 'ein Leser',
  author: 'der Autor',
  unknown: 'jemand',
  you: 'Sie',
}

const datives: { readonly [nominative: string]: string } = {
  [who.rules]: 'den Regeln',
  [who.system]: 'dem System',
  [who.reader]: 'einem Leser',
  [who.author]: 'dem Autor',
  [who.unknown]: 'jemandem',
  [who.you]: 'Ihnen',
}

/** @param name of a person, or one of `who` */
export const by = (name: string): string => `von ${datives[name] ?? name}`

/** How German writes numbers, times and counted things. */
export const germanFormats: typeof englishFormats = {
  ...formats,
  comments: (value) => count(value, 'Kommentar', 'Kommentare'),
}
