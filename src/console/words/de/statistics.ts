import type { statistics as english } from '../en/statistics'
import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics: typeof english = {
  title: 'Statistik',
  from: 'Ab dem',
  to: 'Vor dem',
  show: 'Anzeigen',
  wrongRange: 'Der erste Tag muss vor dem letzten liegen.',
  received: 'Kommentare eingegangen',
  automatic: 'von den Regeln entschieden',
  human: 'vom Team entschieden',
  automaticShare: (share) => `${Math.round(share * 100)} % der Entscheidungen fielen automatisch`,
  counted:
    'Was die Regeln für das Team zurückhalten, ist noch nicht entschieden. Rückgängig Gemachtes zählt nicht.',
  perDay: 'Kommentare und Entscheidungen nach Tagen',
  chart: (days, { comments, automatic, human }) =>
    `An ${count(days, 'Tag', 'Tagen')}: eingegangene Kommentare: ${number(comments)}; Entscheidungen durch die Regeln: ${number(automatic)}, durch das Team: ${number(human)}. Dieselben Zahlen stehen in der Tabelle darunter.`,
  table: 'Die Zahlen',
  day: 'Tag',
  comments: 'Kommentare',
  rules: 'Regeln',
  people: 'Team',
  speed: 'Vom Kommentar bis zur ersten endgültigen Entscheidung',
  decidedBy: 'Entschieden durch',
  decisions: 'Entscheidungen',
  median: 'Die Hälfte binnen',
  p90: '9 von 10 binnen',
  seconds: (value) => (value < 60 ? `${Math.round(value)} s` : duration(value * 1000)),
  reasons: 'Gründe',
  action: 'Entscheidung',
  reason: 'Grund',
  number: 'Anzahl',
  none: 'In diesen Tagen wurde nichts entschieden.',
}
