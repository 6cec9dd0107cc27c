import type { story as english } from '../en/story'
import { count, number } from './formats'

/** What came before a comment, beside it and after it. */
export const story: typeof english = {
  replyBy: 'Antwort von',
  outcomes: (value) => `Letzte Entscheidungen über den Autor: ${number(value)}`,
  earlier: 'Frühere Prüfungen',
  findingsOf: (when) => `Was die Regeln sagten, ${when}`,
  moreEvents: (shown) =>
    `Dies sind die neuesten ${count(shown, 'Ereignis', 'Ereignisse')}; es gibt weitere.`,
  allEvents: 'Alle Ereignisse dieses Kommentars',
  /** When the texts of comments can be searched for. */
  searched:
    'Nach dem Text finden Sie Kommentare, sobald über sie entschieden ist; solche, die noch geprüft werden, nur nach ihren übrigen Merkmalen.',
}
