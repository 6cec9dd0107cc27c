import type { reviews as english } from '../en/reviews'
import { count } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews: typeof english = {
  reviews: {
    title: 'Segundas revisiones',
    heading: (value) =>
      `Segundas revisiones: ${count(value, 'comentario le espera', 'comentarios le esperan')}`,
    intro:
      'Otro moderador ya ha decidido sobre estos comentarios. No se muestra qué decidió, para que usted responda con su propio criterio. Indique qué haría: esto no cambia nada y, si no coinciden, lo mira el responsable. Una respuesta dada ya no se cambia.',
    checks: 'Qué indicaron las comprobaciones',
    actions: (author) => `Su respuesta sobre el comentario de ${author}`,
    empty: 'No le espera ninguna segunda revisión.',
    more: 'Segundas revisiones siguientes',
    saved: 'Respuesta guardada.',
    gone: 'Ya no necesita una segunda revisión: hay una decisión nueva u otra persona ha respondido.',
  },

  verdicts: {
    title: 'Dos moderadores discrepan',
    first: 'Primera decisión',
    second: 'Segunda revisión',
    by: (who, when) => `${who}, ${when}`,
  },
}
