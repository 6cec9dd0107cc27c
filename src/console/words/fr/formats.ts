import type { Status } from '../../../comments/comment'
import type { Choice } from '../../choice'
import type { englishFormats } from '../en/formats'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('fr', {
  underMinute: 'moins d’une minute',
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: { one: 'jour', other: 'jours' },
  justNow: 'à l’instant',
  ago: (duration) => `il y a ${duration}`,
})

export const count = (value: number, one: string, other: string): string =>
  countForms(value, { one, other })

export const { number, decimal, duration } = formats

/** Of a comment, so in the masculine, as everything that a label says of one. */
export const status: Record<Status, string> = {
  pending: 'En analyse',
  approved: 'Approuvé',
  rejected: 'Rejeté',
  spam: 'Spam',
  held: 'En attente',
  deleted: 'Supprimé',
}

export const did: Record<Choice, string> = {
  approve: 'Approuvé',
  reject: 'Rejeté',
  spam: 'Marqué comme spam',
  hold: 'Mis en attente',
  escalate: 'Transmis au responsable',
}

const didMany: { readonly [one: string]: string } = {
  [did.approve]: 'Approuvés',
  [did.reject]: 'Rejetés',
  [did.spam]: 'Marqués comme spam',
}

/** One of `did` as it agrees with a number of comments. */
export const didTo = (comments: number, one: string): string =>
  comments < 2 ? one : (didMany[one] ?? one)

const longer: { readonly [label: string]: string } = {
  'En attente': 'Mettre en attente',
  Spam: 'Marquer comme spam',
}

/** What a button says in short. */
export const inFull = (label: string): string => longer[label] ?? label

/** Within a sentence. */
export const lowered = (label: string): string =>
  `${label.charAt(0).toLowerCase()}${label.slice(1)}`

/** How French writes numbers, times and counted things. */
export const frenchFormats: typeof englishFormats = {
  ...formats,
  comments: (value) => count(value, 'commentaire', 'commentaires'),
}
