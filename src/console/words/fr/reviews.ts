import type { reviews as english } from '../en/reviews'
import { count } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews: typeof english = {
  reviews: {
    title: 'Seconds avis',
    heading: (value) =>
      `Seconds avis : ${count(value, 'commentaire vous attend', 'commentaires vous attendent')}`,
    intro:
      'Quelqu’un d’autre a déjà décidé du sort de ces commentaires. Sa décision n’est pas affichée, pour que votre avis soit bien le vôtre. Dites ce que vous feriez : rien ne change pour le commentaire, et en cas de désaccord, c’est le responsable qui tranche. Un avis donné ne se modifie plus.',
    checks: 'Ce qu’a dit l’analyse automatique',
    actions: (author) => `Votre avis sur le commentaire signé ${author}`,
    empty: 'Aucun second avis ne vous attend.',
    more: 'Seconds avis suivants',
    saved: 'Votre avis est enregistré.',
    gone: 'Un second avis n’est plus nécessaire : une nouvelle décision a été prise, ou quelqu’un d’autre a donné le sien.',
  },

  verdicts: {
    title: 'Deux avis divergent',
    first: 'Première décision',
    second: 'Second avis',
    by: (who, when) => `${who}, ${when}`,
  },
}
