import type { story as english } from '../en/story'
import { count, number } from './formats'

/** What came before a comment, beside it and after it. */
export const story: typeof english = {
  replyBy: 'respuesta de',
  outcomes: (value) => `Últimas decisiones sobre el autor: ${number(value)}`,
  earlier: 'Evaluaciones anteriores',
  findingsOf: (when) => `Lo que dijeron las reglas, ${when}`,
  moreEvents: (shown) =>
    `Se muestran los más recientes: ${count(shown, 'evento', 'eventos')}. Hay más.`,
  allEvents: 'Todos los eventos de este comentario',
  /** When the texts of comments can be searched for. */
  searched:
    'El texto de un comentario solo se puede buscar una vez decidido; hasta entonces, búsquelo por sus demás datos.',
}
