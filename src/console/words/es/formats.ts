import type { Status } from '../../../comments/comment'
import type { englishFormats } from '../en/formats'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('es', {
  underMinute: 'menos de un minuto',
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: { one: 'día', other: 'días' },
  justNow: 'ahora mismo',
  ago: (duration) => `hace ${duration}`,
})

export const count = (value: number, one: string, other: string): string =>
  countForms(value, { one, other })

export const { number, decimal, duration } = formats

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

/** "del 45 al 60 %" */
export const percentSpan = (low: number, high: number): string =>
  `del ${Math.round(low * 100)} al ${percent(high)}`

export const comments = (value: number): string => count(value, 'comentario', 'comentarios')

/** They agree with "comentario". */
export const status: Record<Status, string> = {
  pending: 'En proceso',
  approved: 'Aprobado',
  rejected: 'Rechazado',
  spam: 'Spam',
  held: 'Retenido',
  deleted: 'Eliminado',
}

/** How Spanish writes numbers, times and counted things. */
export const spanishFormats: typeof englishFormats = { ...formats, comments }
