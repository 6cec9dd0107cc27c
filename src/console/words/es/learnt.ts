import type { learnt as english } from '../en/learnt'
import { count, percent } from './formats'

/** What a site's scores have learnt from its moderators. */
export const learnt: typeof english = {
  title: 'Qué han aprendido las puntuaciones',
  link: 'Qué han aprendido las puntuaciones y cómo olvidarlo',
  back: 'Toda la configuración',
  isOn: 'Las puntuaciones de este sitio aprenden de sus moderadores.',
  isOff: 'El aprendizaje está desactivado: lo aprendido se conserva, pero no se usa.',
  since: (moment) => `Solo de decisiones tomadas desde el ${moment}.`,
  none: 'Todavía no se ha aprendido nada. El aprendizaje empieza con las primeras docenas de decisiones.',
  decisions: (value, when) =>
    `Aprendido de ${count(value, 'decisión', 'decisiones')}; última vez: ${when}.`,
  raises: 'Lo que más sube la puntuación',
  lowers: 'Lo que más la baja',
  noWords: 'No destaca ninguna palabra.',
  quality: 'Con qué frecuencia la puntuación estuvo del lado de los moderadores',
  qualityIntro:
    'De los comentarios sobre los que decidieron personas, por semana; una puntuación de un medio o más cuenta como un sí. Detectados: de los rechazados por ese motivo; falsas alarmas: de los aprobados.',
  week: 'Semana desde',
  decided: 'Decididos',
  right: 'Del mismo lado',
  found: 'Detectados',
  wronglyFlagged: 'Falsas alarmas',
  shareOf: (right, of) => percent(of === 0 ? 0 : right / of),
  noQuality: 'Nadie ha decidido sobre comentarios puntuados en los últimos seis meses.',
  forgetTitle: 'Olvidar lo aprendido',
  forgetText:
    'Las puntuaciones vuelven a ser las de origen. Las decisiones que se tomen a partir de ahora enseñan de nuevo; las anteriores ya no cuentan. Esto no se puede deshacer.',
  confirm: 'Sí, olvidarlo en este sitio',
  forget: 'Olvidarlo',
  notConfirmed: 'No se olvidó nada: marque antes la casilla.',
  forgotten: 'Olvidado. Las decisiones que se tomen a partir de ahora enseñan de nuevo.',
}
