import type { batch as english } from '../en/batch'
import { comments, number } from './formats'

/** The texts of deciding on many comments by their score. */
export const batch: typeof english = {
  batch: {
    open: 'Decidir por puntuación',
    title: 'Decidir por puntuación',
    intro:
      'Elija un tramo de una puntuación, repase lo que contiene, desmarque lo que no corresponda y decida sobre el resto a la vez. Todo se puede deshacer en un solo paso.',
    back: 'Volver a la cola',
    state: 'Parte de la cola',
    score: 'Puntuación',
    from: 'Desde',
    to: 'Hasta',
    show: 'Mostrar',
    scored: (score) => `Comentarios por puntuación: ${score}`,
    chart: (score, counted) =>
      `${comments(counted)} según su puntuación (${score}). Las mismas cifras están en la tabla de abajo.`,
    dragHint: 'Arrastre sobre las barras o mueva los dos extremos.',
    scale:
      'Las barras crecen más despacio que las cantidades, para que las pequeñas se vean junto a las grandes.',
    table: 'Las cifras',
    comments: 'Comentarios',
    step: (from, to) => `de ${from} a ${to}`,
    bar: (from, to, value) => `De ${from} a ${to}: ${comments(value)}`,
    notScored: (value) => `Sin puntuar y, por tanto, en ningún tramo: ${number(value)}.`,
    notScoredRow: 'Sin puntuar',
    cutOldest: (value) => `Hay más: aquí se cuentan los ${number(value)} más antiguos.`,
    cutNewest: (value) => `Hay más: aquí se cuentan los ${number(value)} más recientes.`,
    list: 'En este tramo',
    oldestFirst: (value) => `${comments(value)} en este tramo, del más antiguo al más reciente`,
    newestFirst: (value) => `${comments(value)} en este tramo, del más reciente al más antiguo`,
    oldestOf: (shown, value) =>
      `Los más antiguos: ${number(shown)} de ${comments(value)} en este tramo`,
    newestOf: (shown, value) =>
      `Los más recientes: ${number(shown)} de ${comments(value)} en este tramo`,
    none: 'No hay ningún comentario en este tramo.',
    decide: 'Decidir sobre los marcados',
    hint: 'Al principio están todos marcados. Desmarque lo que no corresponda y luego:',
    all: 'Todos',
    ticked: 'Marcados: {n} de {total}',
    reason: 'Motivo del rechazo',
    confirm: {
      approve: (value) => `¿Aprobar ${comments(value)}?`,
      reject: (value) => `¿Rechazar ${comments(value)}?`,
      spam: (value) => `¿Marcar ${comments(value)} como spam?`,
      hold: (value) => `¿Retener ${comments(value)}?`,
    },
    sure: {
      approve: (value) => `Aprobar ${comments(value)}`,
      reject: (value) => `Rechazar ${comments(value)}`,
      spam: (value) => `Marcar ${comments(value)} como spam`,
      hold: (value) => `Retener ${comments(value)}`,
    },
    because: (reason) => `Motivo: ${reason}.`,
    oneUndo:
      'Lo que otra persona decida mientras tanto queda como está. El resto se puede deshacer en un solo paso.',
    cancel: 'Volver a la lista',
    failed: 'No se pudo cargar. Compruebe la conexión e inténtelo de nuevo.',
  },
}
