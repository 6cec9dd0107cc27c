import type { reviews as english } from '../en/reviews'
import { count } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews: typeof english = {
  reviews: {
    title: 'Zweitprüfungen',
    heading: (value) =>
      `Zweitprüfungen: ${count(value, 'Kommentar wartet', 'Kommentare warten')} auf Sie`,
    intro:
      'Über diese Kommentare hat schon jemand anders entschieden. Die Entscheidung bleibt verborgen, damit Ihre Antwort allein von Ihnen stammt. Antworten Sie, wie Sie entscheiden würden: Dadurch ändert sich nichts, und wo Sie nicht übereinstimmen, sieht die Leitung nach. Eine Antwort bleibt, wie sie gegeben wurde.',
    checks: 'Was die automatische Prüfung sagt',
    actions: (author) => `Ihre Antwort zum Kommentar von ${author}`,
    empty: 'Keine Zweitprüfung wartet auf Sie.',
    more: 'Nächste Zweitprüfungen',
    saved: 'Ihre Antwort ist gespeichert.',
    gone: 'Die Zweitprüfung hat sich erledigt: Es wurde neu entschieden, oder jemand anders hat geantwortet.',
  },

  verdicts: {
    title: 'Zwei Antworten widersprechen sich',
    first: 'Erste Entscheidung',
    second: 'Zweitprüfung',
    by: (who, when) => `${who}, ${when}`,
  },
}
