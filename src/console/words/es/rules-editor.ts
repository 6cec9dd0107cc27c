import type { rulesEditor as english } from '../en/rules-editor'
import { comments, count, number } from './formats'
import { examples } from './rule-examples'

function percent(share: number): string {
  const value = share * 100
  return `${number(value > 0 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}\u00a0%`
}

/** The texts of the editor of rules: form, condition, try box, backtest. */
export const rulesEditor: typeof english = {
  add: 'Nueva regla',
  edit: (name) => `Editar: ${name}`,
  name: 'Nombre',
  nameHint: 'Los moderadores lo ven junto a cada comentario que detecta.',
  explain: 'Para qué sirve, en una frase',

  condition: {
    title: 'Qué comentarios',
    toText: 'Escribirla como texto',
    toRows: 'Usar el formulario',
    onlyText: 'El formulario no puede mostrar esta condición. Solo se puede editar como texto.',
    fixFirst: 'El formulario podrá mostrarla cuando ya no tenga errores.',
    join: 'Un comentario se detecta cuando',
    joins: {
      all: 'se cumplen todas estas condiciones',
      any: 'se cumple al menos una de estas condiciones',
    },
    or: { all: 'o bien', any: 'y además' },
    noRows: 'Elija abajo qué examina primero la regla.',
    addFirst: 'Examinar',
    add: { all: 'Y examinar además', any: 'O bien examinar' },
    addInner: { all: 'o bien…', any: 'y además…' },
    addInnerTo: {
      all: (field) => `O bien, en lugar de «${field}», examinar`,
      any: (field) => `Y además de «${field}», examinar`,
    },
    addButton: 'Añadir',
    comparison: (field) => `${field}: comparación`,
    value: (field) => `${field}: valor`,
    severalHint: 'Si son varios, sepárelos con comas.',
    remove: (field) => `Quitar: ${field}`,
    removeShort: 'Quitar',
    noBank: 'Este sitio todavía no tiene ninguna lista de este tipo.',
    written: 'Lo mismo, como texto',
    text: 'Condición',
    textHint:
      'Una las comparaciones con && (y), || (o) y ! (no). Los nombres de los campos se completan mientras escribe.',
    check: 'Comprobar',
    fine: 'Esta condición se puede usar.',
    empty: 'La regla necesita una condición.',
    wrong: 'La condición todavía no se puede usar:',
    isWrong: 'La condición tiene un error.',
    place: (start, end) =>
      end - start > 1
        ? `caracteres ${number(start + 1)} a ${number(end)}`
        : `carácter ${number(start + 1)}`,
    rowsWrong: 'Algunas líneas del formulario no están completas.',
    suggestions: 'Sugerencias: {n}. Elija con las flechas y acepte con Intro.',
    suggestionList: 'Sugerencias',
  },

  reference: {
    title: 'Todo lo que puede examinar una condición',
    field: 'Campo',
    type: 'Tipo, valores',
    meaning: 'Significado',
    functions: 'Listas y funciones',
    examples: 'Ejemplos',
    take: 'Usar esta condición',
    takeOf: (name) => `Usar esta condición: ${name}`,
  },
  examples,

  effect: {
    title: 'Qué ocurre con ellos',
    actions: {
      hold: 'Retener',
      reject: 'Rechazar',
      spam: 'Marcar como spam',
      approve: 'Aprobar',
      score: 'Sumar puntos',
    },
    means: {
      hold: 'Antes lo ve un moderador.',
      reject: 'No se publica; se comunica el motivo al autor.',
      spam: 'Como al rechazarlo, y además cuenta como spam.',
      approve: 'Se publica, salvo que otra regla se oponga.',
      score:
        'Los puntos de varias reglas se suman: con 5 se retiene y con 12 se rechaza, salvo que el sitio disponga otra cosa.',
    },
    reason: 'Motivo',
    reasonHint: 'Es el que se comunica al autor.',
    queue: 'Cola',
    queueHint: 'Dónde esperan los retenidos: «default» o un nombre corto, como «legal».',
    priority: 'Prioridad',
    priorityHint: 'De 0 a 100; cuanto más alta, antes se lee.',
    score: 'Puntos',
    scoreHint: 'De −20 a 20.',
    note: 'Nota para los moderadores',
  },

  reach: {
    title: 'Dónde, para quién y hasta cuándo',
    sections: 'Solo en estas secciones',
    articles: 'Solo en estos artículos',
    namesHint: 'Una por línea; vacío: en todas partes.',
    articlesHint: 'El final de la dirección, uno por línea; vacío: en todos.',
    exempt: 'No aplicar a comentarios de',
    roles: { reader: 'lectores', trusted: 'autores de confianza', staff: 'la redacción' },
    expiresAt: 'Termina (UTC)',
    expiresHint: 'Vacío: nunca.',
  },

  save: {
    comment: 'Qué ha cambiado, para la lista de versiones',
    save: 'Guardar',
    shadow: 'Guardar y observar en sombra',
    draft: 'Guardar como borrador',
    isLive: 'Esta regla está activa: lo que guarde se aplica a partir del próximo comentario.',
    liveToShadow: 'Guardar y pasar a sombra',
    problems: 'No se guardó nada. Revise los campos marcados:',
  },
  problemOf: (field, text) => `${field}: ${text}`,
  problemFields: {
    name: 'Nombre',
    condition: 'Qué comentarios',
    explain: 'Para qué sirve',
    action: 'Qué ocurre con ellos',
    reason: 'Motivo',
    queue: 'Cola',
    priority: 'Prioridad',
    score: 'Puntos',
    note: 'Nota para los moderadores',
    sections: 'Secciones',
    articles: 'Artículos',
    exempt: 'No aplicar a',
    expiresAt: 'Termina',
    comment: 'Qué ha cambiado',
    mode: 'Modo',
  },
  problems: {
    name: 'Indique un nombre de 120 caracteres como máximo.',
    explain: 'Use 500 caracteres como máximo.',
    action: 'Elija qué ocurre con los comentarios.',
    reason: 'Elija un motivo de la lista.',
    queue: 'Letras minúsculas, cifras, «-» y «_», 40 como máximo; debe empezar por una letra.',
    priority: 'Un número entero de 0 a 100.',
    score: 'Un número de −20 a 20.',
    note: 'Use 500 caracteres como máximo.',
    sections: '50 secciones como máximo.',
    articles: '200 artículos como máximo.',
    exempt: 'Elija de la lista.',
    expiresAt: 'Indique un día y una hora.',
    comment: 'Use 500 caracteres como máximo.',
    mode: 'Un sitio admite 200 reglas en funcionamiento como máximo; desactive antes una.',
  },

  conflict: {
    title: 'Otra persona ha cambiado esta regla mientras usted la editaba',
    text: 'No se ha perdido nada de lo que escribió: está en el formulario de abajo. Esto es lo que dice ahora la regla y en qué se diferencia el texto de usted.',
    theirs: (version) => `Versión ${number(version)}, guardada mientras tanto`,
    sides: { before: 'La otra', after: 'La suya' },
    anyway:
      'Si guarda de nuevo, la de usted la sustituye como versión nueva. La otra permanece en la lista.',
    gone: 'Otra persona ha eliminado esta regla desde que usted abrió esta página. Guarde de nuevo para volver a crearla.',
  },

  try: {
    title: 'Probarla con un texto',
    intro: 'Qué dice esta condición de un comentario, parte por parte.',
    body: 'Un texto, como si lo hubiera escrito un desconocido',
    recent: 'O uno de los últimos comentarios',
    recentNone: 'El texto de arriba',
    recentLine: (author, text) => `${author}: ${text}`,
    id: 'O un comentario por su dirección o identificador',
    submit: 'Probar',
    met: 'La regla detectaría este comentario.',
    notMet: 'La regla no detectaría este comentario.',
    parts: 'Parte por parte',
    part: 'Parte',
    saw: 'Valor visto',
    result: 'Resultado',
    true: 'se cumple',
    false: 'no se cumple',
    others: 'Qué dicen las demás reglas',
    othersNone: 'Ninguna otra regla tiene nada que decir.',
    silent: (value) =>
      `${count(value, 'regla más no tiene', 'reglas más no tienen')} nada que decir.`,
    rule: 'Regla',
    says: 'Veredicto',
    because: 'Por qué',
    unknown: 'En este sitio no hay ningún comentario analizado así.',
    nothing: 'Escriba un texto o elija un comentario.',
    tooLong: 'Use 5000 caracteres como máximo.',
    conditionFirst: 'Antes, la condición no debe tener errores.',
  },

  backtest: {
    title: 'Prueba retrospectiva: qué habría hecho',
    intro:
      'Aplica la condición a comentarios pasados, cada uno tal como era cuando se analizó. No se cambia nada.',
    limit: 'Examinar',
    limits: (value) => `los últimos ${number(value)} comentarios`,
    days: 'Antigüedad máxima',
    anyAge: 'cualquiera',
    dayCount: (value) => count(value, 'día', 'días'),
    submit: 'Hacer la prueba',
    busy: 'Examinando comentarios pasados…',
    none: 'En este tiempo no se ha analizado ningún comentario.',
    matches: (matches, all, share) =>
      `Habría detectado ${comments(matches)} de ${number(all)} (${percent(share)}).`,
    humans: 'Qué decidieron personas sobre ellos',
    human: {
      rejected: (value) => `descartados: ${number(value)}`,
      approved: (value) => `aprobados: ${number(value)}`,
      held: (value) => `retenidos: ${number(value)}`,
      undecided: (value) => `sin decisión de personas: ${number(value)}`,
    },
    precision: (estimate, low, high, sample) =>
      `Las personas coincidieron con ella en el ${percent(estimate)} de ${count(sample, 'decisión', 'decisiones')}. Con una certeza del 95\u00a0%, la proporción real está entre el ${percent(low)} y el ${percent(high)}.`,
    fewDecisions: 'Son pocas decisiones: lea las muestras antes de fiarse de la cifra.',
    noPrecision:
      'Ninguna persona ha decidido sobre ellos, así que no se puede saber con qué frecuencia acierta.',
    caught: (fresh, already) =>
      `Ninguna regla activa había actuado sobre ${number(fresh)} de ellos; sobre ${number(already)} ya había actuado alguna.`,
    current: (added, lost, matches) =>
      `Frente a la versión vigente, que detecta ${number(matches)}: ${number(added)} más y ${number(lost)} menos.`,
    samples: 'Muestras',
    sampleGroups: {
      added: 'Solo los detecta el texto nuevo',
      lost: 'Solo los detecta la versión vigente',
      newly_caught: 'Detectados sin que hubiera actuado ninguna regla activa',
      matched: 'Detectados',
    },
    sampleCount: (title, shown) => `${title} (${number(shown)})`,
    newWindow: '(se abre en una ventana nueva)',
    stale: 'La condición ha cambiado desde que se hizo esta prueba.',
    conditionFirst: 'Antes, la condición no debe tener errores.',
  },
}
