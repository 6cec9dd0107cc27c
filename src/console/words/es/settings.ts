import type { settings as english } from '../en/settings'
import { count, number } from './formats'
import { fields } from './setting-fields'

/** The settings of a site, and what its scores have learnt. */
export const settings: typeof english = {
  title: 'Configuración',
  intro:
    'Se aplica a partir del próximo comentario. Lo que no se ha cambiado conserva su valor predeterminado.',
  site: 'Sitio',
  open: 'Mostrar',
  groupsLabel: 'Grupos de la configuración',
  save: 'Guardar la configuración',
  saved: 'Configuración guardada. Se aplica a partir del próximo comentario.',
  unchanged: 'No había ningún cambio, así que no se guardó nada.',
  notSavedYet: 'Este campo vuelve a su valor predeterminado. Todavía no se ha guardado nada.',
  wrong: (value) => `No se guardó nada: revise ${count(value, 'campo', 'campos')}.`,
  overtaken:
    'Otra persona ha guardado la configuración desde que usted abrió esta página, así que sus cambios no se guardaron. Donde hay diferencias se indica qué está vigente ahora. Guarde de nuevo para aplicar los suyos.',
  inForce: (value) => `Vigente ahora: ${value}`,
  changed: 'cambiado',
  usual: (value) => `Predeterminado: ${value}.`,
  rangeAndUsual: (least, most, usual) =>
    `${most === null ? `${least} o más` : `De ${least} a ${most}`}; predeterminado: ${usual}.`,
  aboveAndUsual: (least, usual) => `Más de ${least}; predeterminado: ${usual}.`,
  asUsual: 'Predeterminado',
  asUsualOf: (label) => `Valor predeterminado: ${label}`,
  off: 'Desactivado',
  offOf: (label) => `${label}: desactivado`,
  on: 'activado',
  none: 'vacío',
  entries: (value) => count(value, 'entrada', 'entradas'),
  noKey: 'Olvidar la clave guardada',
  keyStored: (masked) => `Hay una clave guardada (${masked}). Vacío: se conserva.`,
  keyMissing: 'No hay ninguna clave guardada.',

  name: 'Nombre del sitio',
  nameHint: 'Los lectores lo ven encima de cada artículo. La dirección no cambia.',
  rename: 'Cambiar el nombre',
  renamed: 'El sitio tiene un nombre nuevo.',
  nameWrong: 'Indique un nombre de 100 caracteres como máximo.',

  whole: (least, most) =>
    most === null
      ? `Un número entero, ${least} como mínimo.`
      : `Un número entero de ${least} a ${most}.`,
  fraction: (least, most) =>
    most === null ? `Un número mayor que ${least}.` : `Un número de ${least} a ${most}.`,
  orOff: (text) => `${text} O marque «Desactivado».`,

  groups: {
    publishing: {
      title: 'Publicación',
      intro: 'Qué ocurre cuando ninguna regla tiene nada que decir.',
    },
    thresholds: {
      title: 'Puntuaciones y umbrales',
      intro:
        'A partir de estas puntuaciones (de 0 a 1, aproximadamente la probabilidad), un comentario se retiene para una persona, se marca como spam o se rechaza. La puntuación de spam por sí sola únicamente retiene: para más hace falta otro indicio, de peso, como enlaces que la moderación ya ha rechazado. Un autor nuevo no lo es.',
    },
    limits: {
      title: 'Límites de las comprobaciones integradas',
      intro: 'Lo que supera un límite se retiene para una persona; los textos iguales son spam.',
    },
    form: {
      title: 'Suma y formulario',
      intro: 'La suma que resuelven los lectores y cuándo es demasiado rápido.',
    },
    rules: {
      title: 'Puntos y salvaguarda de sus reglas',
      intro:
        'Las reglas pueden sumar puntos en lugar de actuar. La salvaguarda devuelve al modo sombra una regla que se descontrola.',
    },
    learning: {
      title: 'Aprendizaje y segundas revisiones',
      intro:
        'Las puntuaciones de este sitio aprenden de lo que sus moderadores aprueban y rechazan; las segundas revisiones muestran en qué medida coinciden.',
    },
    domains: {
      title: 'Dominios de los enlaces',
      intro: 'Un dominio por línea, por ejemplo news.example. También cuentan sus subdominios.',
    },
    networks: {
      title: 'Redes de los lectores',
      intro:
        'Una dirección o red por línea, por ejemplo 203.0.113.7, 203.0.113.0/24 o 2001:db8::/32. Las direcciones de los lectores no se guardan en ningún otro lugar.',
    },
    origins: {
      title: 'Páginas que pueden insertar los comentarios',
      intro: 'Un origen por línea, por ejemplo https://news.example.',
    },
    scorer: {
      title: 'Otro servicio de puntuación',
      intro:
        'Envía todos los textos a otro servicio para tener una segunda opinión. Sin él, las puntuaciones propias siguen funcionando.',
    },
  },

  fields,

  choices: {
    hold: 'Retenerlos para una persona',
    approve: 'Aprobarlos',
    default: 'Decidir sin la puntuación',
    '': 'Ningún otro servicio',
    perspective: 'Perspective',
    openai: 'Moderación de OpenAI',
    max: 'La puntuación más alta',
    fill: 'Solo donde falte la nuestra',
  },

  neverRefuses: 'Por esta puntuación nunca se rechaza un comentario.',
  thresholdHeads: { hold: 'Retener desde', spam: 'Spam desde', reject: 'Rechazar desde' },
  score: 'Puntuación',
  threshold: (score, action) => `${score}: ${action}`,

  problems: {
    switch: 'Márquelo o déjelo sin marcar.',
    choice: 'Elija de la lista.',
    number: 'No es un número dentro de los límites.',
    text: 'Esto no se puede usar.',
    list: 'Esta línea no se puede usar.',
    moment: 'Indique una fecha y una hora.',
    secret:
      'Una clave no tiene espacios ni caracteres que no sean ASCII, y tiene 500 caracteres como máximo.',
  },
  problemOf: {
    language: 'Indique dos letras minúsculas, por ejemplo es.',
    time_zone: 'Esa zona horaria no existe. Indique una como Europe/Madrid.',
    blocked_networks:
      'Indique una dirección o una red, por ejemplo 203.0.113.7, 203.0.113.0/24 o 2001:db8::/32, como máximo /8 (IPv6: /16).',
    'external_scorer.url':
      'Indique una dirección como https://api.example, sin usuario, consulta ni fragmento.',
  },
  line: (line, problem) => `Línea ${number(line)}: ${problem}`,
  scorerProblems: {
    'off-here':
      'En esta instalación no se pueden usar otros servicios de puntuación. Su administrador tiene que incluir los servidores en EXTERNAL_SCORER_HOSTS.',
    'unnamed-host': 'El administrador no ha incluido este servidor en EXTERNAL_SCORER_HOSTS.',
    'part-of-key': 'Esta no es la clave guardada: indíquela completa.',
    'key-again': 'Para otra dirección, indique la clave de nuevo.',
  },
}
