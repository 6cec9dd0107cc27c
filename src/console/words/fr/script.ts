import type { script as english } from '../en/script'
import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script: typeof english = {
  statuses: { ...status, lead: 'Transmis au responsable' },
  openConflict: 'Quelqu’un a été plus rapide.',
  undone: 'Décision annulée.',
  done: '{did} : {name}.',
  claimedBy: '{name} s’en occupe',
  decidedBy: 'Nouveau statut : {status} ({name})',
  undoneBy: 'Décision annulée ({name})',
  fresh: 'Nouveaux commentaires : {n} – afficher',
  listChanged: 'La liste a changé – recharger',
  edited: 'Modifié par l’auteur',
  selected: 'Sélection : {n}',
  failed: 'L’enregistrement a échoué. Vérifiez la connexion et réessayez.',
  notLoaded: batch.batch.failed,
  signedOut: 'Votre session a pris fin. Reconnectez-vous ; ceci n’a pas été enregistré.',
  skipped: 'Commentaire passé.',
  nothingToUndo: 'Il n’y a rien à annuler.',
  answerStays: 'Un avis donné en seconde lecture ne peut pas être annulé.',
  minutes: '{n} min',
  hours: '{n} h',
  days: '{n} jours',
  underMinute: 'moins d’une minute',
}
