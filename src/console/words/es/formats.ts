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

export const { number, duration } = formats

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
