import type { search as english } from '../en/search'
import { comments, number } from './formats'

/** The texts of searching comments. */
export const search: typeof english = {
  title: 'Buscar',
  back: 'Volver a la búsqueda',
  text: 'Palabras o parte del texto',
  author: 'Autor',
  article: 'Artículo (final de su dirección)',
  status: 'Estado',
  anyStatus: 'Cualquier estado',
  from: 'Desde (UTC)',
  to: 'Antes del (UTC)',
  rule: 'Detectado por la regla',
  anyRule: 'Cualquier regla o ninguna',
  moderator: 'Decisión de',
  anybody: 'Cualquier persona',
  reason: 'Motivo',
  anyReason: 'Cualquier motivo',
  scores: 'Puntuaciones',
  atLeast: 'Mínimo',
  atMost: 'Máximo',
  submit: 'Buscar',
  none: 'No se encontró nada.',
  noneYet:
    'Por ahora no se ha encontrado nada. Una o dos letras, o signos, se buscan en 20.000 comentarios cada vez.',
  lookFurther: 'Buscar más atrás',
  found: (value, more) => (more ? `Los ${number(value)} últimos` : comments(value)),
  newest: 'primero los más recientes',
  start: 'Busque entre todos los comentarios de sus sitios, sea cual sea su estado.',
  invalid: 'No se puede hacer esta búsqueda. Revise los campos.',
}
