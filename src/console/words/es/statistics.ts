import type { statistics as english } from '../en/statistics'
import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics: typeof english = {
  title: 'Estadísticas',
  from: 'Desde',
  to: 'Antes del',
  show: 'Mostrar',
  wrongRange: 'El primer día debe ser anterior al último.',
  received: 'comentarios recibidos',
  automatic: 'decididos por las reglas',
  human: 'decididos por personas',
  automaticShare: (share) =>
    `El ${Math.round(share * 100)}\u00a0% de las decisiones fueron automáticas`,
  counted:
    'Lo que las reglas retienen para que lo vea alguien aún no está decidido. Lo que se deshizo no cuenta.',
  perDay: 'Comentarios y decisiones por día',
  chart: (days, { comments, automatic, human }) =>
    `En ${count(days, 'día', 'días')}: comentarios recibidos: ${number(comments)}; decisiones de las reglas: ${number(automatic)}, de personas: ${number(human)}. Las mismas cifras están en la tabla de abajo.`,
  table: 'Las cifras',
  day: 'Día',
  comments: 'Comentarios',
  rules: 'Reglas',
  people: 'Personas',
  speed: 'Del comentario a la primera decisión definitiva',
  decidedBy: 'Quién decidió',
  decisions: 'Decisiones',
  median: 'La mitad, en',
  p90: '9 de cada 10, en',
  seconds: (value) => (value < 60 ? `${Math.round(value)} s` : duration(value * 1000)),
  reasons: 'Motivos',
  action: 'Acción',
  reason: 'Motivo',
  number: 'Cantidad',
  none: 'No se decidió nada en estos días.',
}
