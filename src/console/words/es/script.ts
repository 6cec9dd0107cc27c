import type { script as english } from '../en/script'
import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script: typeof english = {
  statuses: { ...status, lead: 'Derivado al responsable' },
  openConflict: 'Alguien se adelantó.',
  undone: 'Decisión deshecha.',
  done: '{did}: comentario de {name}.',
  claimedBy: '{name} lo está revisando',
  decidedBy: '{status} ({name})',
  undoneBy: 'Decisión deshecha ({name})',
  fresh: 'Nuevos: {n}. Mostrar',
  listChanged: 'La lista ha cambiado. Recargar',
  edited: 'Modificado por el autor',
  selected: 'Seleccionados: {n}',
  failed: 'No se pudo guardar. Compruebe la conexión e inténtelo de nuevo.',
  notLoaded: batch.batch.failed,
  signedOut: 'Su sesión ha terminado. Inicie sesión de nuevo; esto no se guardó.',
  skipped: 'Omitido.',
  nothingToUndo: 'No hay nada que deshacer.',
  answerStays: 'La respuesta a una segunda revisión no se puede deshacer.',
  minutes: '{n} min',
  hours: '{n} h',
  days: '{n} días',
  underMinute: 'menos de un minuto',
}
