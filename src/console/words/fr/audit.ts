import type { audit as english } from '../en/audit'
import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit: typeof english = {
  title: 'Journal',
  intro:
    'Chaque événement porte l’empreinte du précédent. Rien ici ne peut être modifié ni supprimé.',
  chain: 'Périmètre',
  system: 'Tout le service',
  comment: 'Commentaire (identifiant)',
  type: 'Événement, ou son début',
  aComment: 'un commentaire',
  actor: 'Qui',
  anybody: 'peu importe qui',
  from: 'À partir du',
  to: 'Avant le',
  show: 'Afficher',
  number: 'N°',
  older: 'Événements plus anciens',
  none: 'Il ne s’est rien passé ici.',
  change: (from, to) => `${from} → ${to}`,
  fact: (name, value) => `${name}\u00a0: ${value}`,
  nothing: 'rien',
  export: 'Télécharger ces événements (JSON Lines)',

  check: 'Vérifier la chaîne',
  checkTitle: 'La chaîne est-elle intacte ?',
  checkIntro:
    'Chaque empreinte est recalculée à partir de ce qui est enregistré. Un événement modifié, ajouté ou manquant rompt la chaîne à son numéro.',
  progress: (through, length) =>
    `${count(through, 'événement vérifié', 'événements vérifiés')} sur ${number(length)}, aucun défaut jusqu’ici.`,
  progressLabel: 'Événements vérifiés',
  goOn: 'Continuer',
  intact: (through) =>
    `La chaîne est intacte du premier au dernier événement (${number(through)} en tout).`,
  empty: 'Cette chaîne ne contient encore aucun événement.',
  lastHash: 'Empreinte du dernier événement',
  lastHashHint: 'Conservez-la ailleurs : une chaîne réécrite se terminerait par une autre.',
  broken: (seq) => `La chaîne est rompue à l’événement n° ${number(seq)}.`,
  brokenHint: (through) =>
    through === 0
      ? 'Aucun événement antérieur n’est intact. Prévenez l’exploitant : npm run audit:verify énumère tous les défauts.'
      : `Les événements sont intacts jusqu’au n° ${number(through)}. Prévenez l’exploitant : npm run audit:verify énumère tous les défauts.`,
  faults: {
    'it does not follow the event before it': 'Il ne suit pas l’événement précédent.',
    'its content was changed': 'Son contenu a été modifié.',
    'it is not the event that the head names': 'Ce n’est pas le dernier événement écrit.',
    'the end of the chain is missing': 'La fin de la chaîne manque.',
  },
  missing: 'L’événement précédent manque.',
  back: 'Tous les événements',

  events,
  facts,
}
