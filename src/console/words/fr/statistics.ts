import type { statistics as english } from '../en/statistics'
import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics: typeof english = {
  title: 'Statistiques',
  from: 'À partir du',
  to: 'Avant le',
  show: 'Afficher',
  wrongRange: 'Le premier jour doit précéder le dernier.',
  received: 'commentaires reçus',
  automatic: 'tranchés par les règles',
  human: 'tranchés par l’équipe',
  automaticShare: (share) => `${Math.round(share * 100)} % de décisions automatiques`,
  counted:
    'Ce que les règles mettent en attente n’est pas encore tranché. Les décisions annulées ne comptent pas.',
  perDay: 'Commentaires et décisions par jour',
  chart: (days, { comments, automatic, human }) =>
    `Sur ${count(days, 'jour', 'jours')}\u00a0: commentaires reçus\u00a0: ${number(comments)}\u00a0; décisions par les règles\u00a0: ${number(automatic)}, par l’équipe\u00a0: ${number(human)}. Les mêmes chiffres figurent dans le tableau ci-dessous.`,
  table: 'Les chiffres',
  day: 'Jour',
  comments: 'Commentaires',
  rules: 'Règles',
  people: 'Équipe',
  speed: 'Du commentaire à la première décision définitive',
  decidedBy: 'Décision prise par',
  decisions: 'Décisions',
  median: 'La moitié en',
  p90: '9 sur 10 en',
  seconds: (value) => (value < 60 ? `${Math.round(value)} s` : duration(value * 1000)),
  reasons: 'Motifs',
  action: 'Décision',
  reason: 'Motif',
  number: 'Nombre',
  none: 'Aucune décision durant ces jours.',
}
