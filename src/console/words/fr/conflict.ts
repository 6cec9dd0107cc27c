import type { conflict as english } from '../en/conflict'
import { inFull } from './formats'

/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict: typeof english = {
  title: 'Quelqu’un a été plus rapide',
  claimedTitle: 'Quelqu’un s’en occupe déjà',
  claimed: (who, when) => `${who} s’occupe de ce commentaire (${when}) et n’a pas encore décidé.`,
  summary: (status, who, when) => `${status} par ${who}, ${when}.`,
  undone: (who, when) => `Décision annulée par ${who}, ${when}.`,
  edited: 'L’auteur a modifié le texte depuis que vous l’avez vu.',
  changed: 'Le commentaire a changé depuis que vous l’avez vu.',
  you: 'Votre choix',
  now: 'Statut actuel',
  textNow: 'Texte actuel',
  textThen: 'Texte que vous avez vu',
  anyway: (action) => `${inFull(action)} quand même`,
  leave: 'Laisser tel quel',
}
