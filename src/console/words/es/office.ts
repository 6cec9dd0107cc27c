import type { office as english } from '../en/office'
import { count, number } from './formats'

/** The texts around reviewing: access, owners' pages, keys, errors. */
export const office: typeof english = {
  frame: {
    product: 'Postbag',
    skip: 'Saltar al contenido principal',
    navigation: 'Consola',
    queue: 'Cola',
    reviews: 'Segundas revisiones',
    search: 'Buscar',
    statistics: 'Estadísticas',
    rules: 'Reglas',
    banks: 'Listas',
    people: 'Personas',
    settings: 'Configuración',
    houseRules: 'Normas de participación',
    audit: 'Auditoría',
    account: (name) => `Cuenta de ${name}`,
    signOut: 'Cerrar sesión',
    keys: 'Atajos',
    title: (page) => `${page} – Consola de Postbag`,
  },

  signIn: {
    title: 'Iniciar sesión',
    intro: 'La consola es para los moderadores y propietarios de este servicio de comentarios.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    refused: 'El correo electrónico o la contraseña no son correctos.',
    throttled: 'Demasiadas contraseñas incorrectas desde aquí. Espere un cuarto de hora.',
    busy: 'Hay demasiadas contraseñas esperando a ser comprobadas. No se ha comprobado ni cambiado nada; vuelva a intentarlo dentro de diez segundos.',
    ended:
      'Su sesión ha terminado, así que aún no se ha guardado nada. Inicie sesión en otra ventana y vuelva a cargar esta página: lo que envió se enviará de nuevo.',
    left: 'Ha cerrado la sesión.',
    leftEverywhere: 'Ha cerrado todas sus sesiones.',
  },

  account: {
    title: 'Su cuenta',
    role: { moderator: 'Moderador', owner: 'Propietario' },
    allSites: 'todos los sitios',
    signedInAs: 'Sesión iniciada como',
    mayUse: 'Rol',
    password: 'Cambiar la contraseña',
    current: 'Contraseña actual',
    next: 'Contraseña nueva',
    nextHint:
      'Al menos 8 caracteres; unas cuantas palabras al azar son una buena opción. Al cambiarla se cierran sus demás sesiones.',
    submit: 'Cambiar la contraseña',
    changed: 'La contraseña se ha cambiado y sus demás sesiones se han cerrado.',
    throttled: 'Demasiadas contraseñas incorrectas. Espere un cuarto de hora.',
    problems: {
      'too-short': 'Use al menos 8 caracteres.',
      'too-long': 'Use 200 caracteres como máximo.',
      'own-address': 'La contraseña no puede ser la dirección de correo electrónico.',
      'well-known': 'Es una de las contraseñas que se prueban primero. Use otra.',
      'as-before': 'Use una contraseña distinta de la actual.',
      wrong: 'Esta no es su contraseña.',
    },
    choose: 'Elija su contraseña',
    chooseText:
      'La contraseña con la que ha iniciado sesión se creó para usted. Elija la suya antes de continuar.',
    oneTime: 'Contraseña de un solo uso',
    language: 'Idioma',
    ownLanguage: 'El idioma del navegador',
    chooseLanguage: 'Usar este idioma',
    languageChosen: 'La consola ya está en su idioma.',
    masking: 'Palabras ofensivas',
    mask: 'Tapar las palabras que señalan las reglas y las puntuaciones',
    maskHint:
      'Una palabra tapada se ve al pasar el puntero, con el tabulador o al tocarla. No está claro que taparlas ayude: pruébelo y quédese con lo que le siente bien. No cambia nada para los demás.',
    chooseMasking: 'Guardar',
    maskingOn: 'A partir de ahora, usted verá tapadas las palabras ofensivas.',
    maskingOff: 'Las palabras ofensivas se vuelven a mostrar.',
    sessions: 'Sesiones',
    sessionCount: (value) =>
      `Tiene ${count(value, 'sesión abierta', 'sesiones abiertas')}. Una sesión termina tras dos horas sin uso y, en cualquier caso, a las doce horas.`,
    everywhere: 'Cerrar todas las sesiones',
  },

  banks: {
    title: 'Listas de palabras y patrones',
    intro:
      'Lo que está en la lista «blocked» se rechaza y lo que está en «suspect» se retiene; las demás listas son para que las consulten las reglas.',
    open: 'Mostrar',
    name: 'Nombre',
    kind: 'Tipo',
    kinds: { words: 'Palabras', patterns: 'Patrones' },
    entries: 'Entradas',
    entriesHint: {
      words:
        'Una palabra o expresión por línea, 20.000 como máximo. Se buscan palabras enteras, sin distinguir mayúsculas; con un asterisco al final («palabra*») también se encuentran palabras más largas.',
      patterns:
        'Un patrón por línea (sintaxis RE2), 500 como máximo. Se comparan con el texto en minúsculas.',
    },
    disguises: 'Detectar también palabras camufladas (se retienen, nunca se rechazan)',
    changed: 'Última modificación',
    none: 'Este sitio todavía no tiene ninguna lista.',
    edit: (name) => `Lista «${name}»`,
    add: 'Añadir una lista',
    save: 'Guardar',
    delete: 'Eliminar esta lista',
    saved: 'Lista guardada. Se aplica a partir del próximo comentario.',
    deleted: 'Lista eliminada.',
    wrong: 'No se guardó nada:',
    entryWrong: (place, entry, mistake) => `Entrada ${number(place)} (${entry}): ${mistake}`,
    moreWrong: (others) => `Y ${number(others)} más.`,
    exists: (name) => `La lista «${name}» ya existe. Elija otro nombre o modifique esa lista.`,
    inUse: (rules) =>
      `Hay reglas que consultan esta lista: ${rules}. Cámbielas o desactívelas antes.`,
    overtaken:
      'Otra persona ha guardado esta lista desde que usted abrió esta página. Guarde de nuevo para que la suya la sustituya.',
    gone: 'Otra persona ha eliminado esta lista desde que usted abrió esta página. Guarde de nuevo para volver a crearla.',
    onlyTheirs: (entries) => `La lista guardada tiene lo que falta en la suya: ${entries}`,
    deleteOf: (name) => `¿Eliminar la lista «${name}»?`,
    deleteText: 'Sus entradas se pierden para siempre: no se conserva ninguna versión.',
    back: 'Todas las listas',
  },

  keys: {
    title: 'Atajos de teclado',
    close: 'Cerrar',
    hint: 'Actúan sobre el comentario actual, salvo mientras escribe en un campo.',
    list: [
      ['A', 'Aprobar'],
      ['R, luego 1–9', 'Rechazar por un motivo'],
      ['P', 'Spam'],
      ['H', 'Retener'],
      ['E', 'Derivar: pasarlo al responsable'],
      ['S', 'Omitir: dejarlo para otros por ahora'],
      ['U', 'Deshacer la última decisión'],
      ['J / K', 'Comentario siguiente / anterior'],
      ['X', 'Seleccionar para decidir sobre varios'],
      ['O', 'Abrir el historial completo'],
      ['?', 'Esta ayuda'],
    ],
    rejectTitle: 'Rechazar por…',
    cancel: 'Cancelar',
    on: 'Atajos activados',
  },

  errors: {
    404: {
      title: 'No encontrado',
      text: 'En esta dirección no hay nada, o no pertenece a sus sitios.',
    },
    403: { title: 'No permitido', text: 'Para esto se necesita el rol de propietario.' },
    crossSite: 'Esta solicitud venía de otro sitio, así que no se hizo nada.',
    409: { title: 'Ya decidido', text: 'Otra persona se adelantó.' },
    503: {
      title: 'Servicio ocupado',
      text: 'El servicio está ocupado. Inténtelo de nuevo en un momento.',
    },
    500: { title: 'Algo ha fallado', text: 'Se ha avisado al administrador. Inténtelo de nuevo.' },
    400: { title: 'Solicitud no válida', text: 'No se entiende la solicitud.' },
    toQueue: 'Ir a la cola',
  },
}
