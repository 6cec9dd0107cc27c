import type { audit as english } from '../en/audit'
import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit: typeof english = {
  title: 'Auditoría',
  intro: 'Cada evento lleva el hash del anterior. Aquí no se puede modificar ni eliminar nada.',
  chain: 'De',
  system: 'Todo el servicio',
  comment: 'Comentario (identificador)',
  type: 'Evento, o cómo empieza',
  aComment: 'un comentario',
  actor: 'Quién',
  anybody: 'cualquiera',
  from: 'Desde',
  to: 'Antes del',
  show: 'Mostrar',
  number: 'N.º',
  older: 'Eventos anteriores',
  none: 'Aquí no ha ocurrido nada.',
  change: (from, to) => `${from} → ${to}`,
  fact: (name, value) => `${name}: ${value}`,
  nothing: 'nada',
  export: 'Descargar estos eventos (un JSON por línea)',

  check: 'Comprobar la cadena',
  checkTitle: '¿Está íntegra la cadena?',
  checkIntro:
    'Todos los hashes se vuelven a calcular a partir de lo almacenado. Un evento modificado, añadido o ausente rompe la cadena en su número.',
  progress: (through, length) =>
    `Comprobados ${number(through)} de ${count(length, 'evento', 'eventos')}, sin fallos hasta ahora.`,
  progressLabel: 'Eventos comprobados',
  goOn: 'Continuar',
  intact: (through) =>
    `La cadena está íntegra desde el primer evento hasta el último: ${number(through)} en total.`,
  empty: 'Esta cadena todavía no tiene ningún evento.',
  lastHash: 'Hash del último evento',
  lastHashHint: 'Guárdelo en otro lugar: una cadena reescrita terminaría con un hash distinto.',
  broken: (seq) => `La cadena está rota en el evento n.º ${number(seq)}.`,
  brokenHint: (through) =>
    through === 0
      ? 'Ningún evento anterior está íntegro. Avise al administrador: npm run audit:verify muestra todos los fallos.'
      : `Los eventos están íntegros hasta el n.º ${number(through)}. Avise al administrador: npm run audit:verify muestra todos los fallos.`,
  faults: {
    'it does not follow the event before it': 'No continúa el evento anterior.',
    'its content was changed': 'Su contenido se ha modificado.',
    'it is not the event that the head names': 'No es el último evento que se escribió.',
    'the end of the chain is missing': 'Falta el final de la cadena.',
  },
  missing: 'Falta el evento anterior.',
  back: 'Todos los eventos',

  events,
  facts,
}
