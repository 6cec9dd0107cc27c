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
  none: 'Todavía no se ha aprendido nada. El aprendizaje empieza con las primeras docenas de decisiones; tras una actualización se repasan todas en un par de minutos.',
  decisions: (value, when) =>
    `Aprendido de ${count(value, 'decisión', 'decisiones')}; última vez: ${when}.`,
  raises: 'Lo que más sube la puntuación',
  lowers: 'Lo que más la baja',
  noWords: 'No destaca ninguna palabra.',
  limits: 'Dónde quedaría un límite',
  fitted: (value) =>
    `Ajustada a este sitio con ${count(value, 'decisión', 'decisiones')}: de los comentarios con una puntuación de 0.8 se rechazan aquí unos ocho de cada diez.`,
  notFitted:
    'Todavía no está ajustada a este sitio: hacen falta cincuenta decisiones, cinco de cada tipo.',
  limitsIntro:
    'Un comentario que alcanza el límite queda retenido. Esta parte de los comentarios que aprobaron sus moderadores está ahí:',
  limitFrom: 'Límite',
  limitHolds: 'De los comentarios aprobados',
  noLimits: 'Se han aprobado demasiado pocos comentarios para decir dónde quedaría un límite.',
  limitsNow: 'En vigor ahora:',
  setLimits: (score) => `Fijar los límites: ${score}`,
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
