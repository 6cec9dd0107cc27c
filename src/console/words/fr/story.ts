import type { story as english } from '../en/story'
import { count, number } from './formats'

/** What came before a comment, beside it and after it. */
export const story: typeof english = {
  replyBy: 'réponse de',
  outcomes: (value) => `Dernières décisions sur cet auteur\u00a0: ${number(value)}`,
  earlier: 'Analyses antérieures',
  findingsOf: (when) => `Ce que disaient les règles, ${when}`,
  moreEvents: (shown) =>
    `Voici ${count(shown, 'événement, le plus récent', 'événements, les plus récents')}\u00a0; il y en a d’autres.`,
  allEvents: 'Tous les événements de ce commentaire',
  /** When the texts of comments can be searched for. */
  searched:
    'Le texte d’un commentaire ne se recherche qu’une fois une décision prise\u00a0; avant, seuls ses autres critères le trouvent.',
}
