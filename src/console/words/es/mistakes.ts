import type { mistakes as english } from '../en/mistakes'
import { number } from './formats'
import { ruleFields } from './rule-fields'

const types: Record<string, string> = { ...ruleFields.types, null: 'null' }

const typeOf = (type: string): string =>
  types[type] ?? (type.startsWith('list<') ? 'lista' : type.replace(/^\$/, 'grupo '))

const hints = {
  write_a_point: ' Escriba el número entero con punto decimal, por ejemplo 2.0.',
  never_null:
    ' Ningún campo vale nunca null: un texto desconocido es "" y un número desconocido es -1.',
}

const kinds = { list: 'lista de palabras', pattern: 'lista de patrones' }

const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ')

const condition: typeof english.condition = {
  no_field: ({ name, near, isGroup }) =>
    isGroup
      ? `«${name}» no es un campo, sino un grupo. Indique uno de sus campos: «${name}.…».`
      : `El campo «${name}» no existe.${near && ` ¿Quería decir «${near}»?`}`,
  not_between: ({ operator, left, right, hint }) =>
    `«${operator}» no se puede usar con estos valores: «${typeOf(left)}» a la izquierda, «${typeOf(right)}» a la derecha.${hint ? hints[hint] : ''}`,
  not_before: ({ sign, type }) =>
    `«${sign}» no puede ir delante de un valor de tipo «${typeOf(type)}».`,
  needs_true_or_false: ({ type }) =>
    `«&&», «||» y «?» necesitan true o false; este valor es de tipo «${typeOf(type)}».`,
  branches_differ: 'Los dos lados de «:» deben ser del mismo tipo.',
  mixed_list: 'Todos los elementos de una lista deben ser del mismo tipo.',
  no_fields_below: ({ type }) => `Un valor de tipo «${typeOf(type)}» no tiene campos.`,
  not_called_so: ({ name }) =>
    `${name}() no se puede usar así; compruebe a qué se aplica y qué hay entre los paréntesis.`,
  no_function: ({ name, known }) =>
    `${name}() no está disponible en las condiciones. Funciones disponibles: ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }) => `${kind}() necesita el nombre de una lista entre comillas rectas.`,
  bank_of_other_kind: ({ name, write }) =>
    `La lista «${name}» es del otro tipo: escriba ${write}("${name}").`,
  no_bank: ({ kind, name, known }) =>
    `Ninguna ${kinds[kind]} se llama «${name}».${known.length > 0 ? ` Listas disponibles: ${quoted(known)}.` : ''}`,
  ends_too_soon: 'La condición termina demasiado pronto.',
  not_here: ({ text }) => `«${text}» no puede ir aquí.`,
  missing_before: ({ sign, text }) => `Falta «${sign}» antes de «${text}».`,
  not_closed: 'Hay un texto sin cerrar; debe terminar con las mismas comillas con las que empieza.',
  not_a_number: ({ text }) => `«${text}» no es un número.`,
  wrong_escape: 'Después de \\ debe ir n, r, t, \\, " o \'; para el propio signo, escriba \\\\.',
  reserved: ({ name }) => `«${name}» es una palabra reservada del lenguaje de las condiciones.`,
  plain_values_only: 'Aquí solo se admiten textos, números, true y false.',
  number_too_large: 'Este número es demasiado grande.',
  result_too_large: 'El resultado podría ser demasiado grande.',
  loop_in_loop: 'Un bucle no puede contener otro.',
  loop_over_list: ({ name }) => `${name}() solo se aplica a un campo que contenga una lista.`,
  loop_name: ({ name }) => `${name}() necesita un nombre nuevo para el elemento que examina.`,
  divisor: 'El divisor debe ser un número escrito tal cual y mayor que 0.',
  no_joining: 'En una condición no se pueden unir textos ni listas.',
  no_index: 'Los elementos de una lista no se pueden elegir por su posición; use exists() o in.',
  no_optional: 'No hay campos opcionales: todos los campos están siempre presentes.',
  no_maps: 'Las estructuras de clave y valor ({…}) no están disponibles en las condiciones.',
  too_complex: ({ parts, levels, elements }) =>
    `Una condición admite como máximo ${number(parts)} partes, ${number(levels)} niveles de anidamiento y ${number(elements)} elementos por lista.`,
  too_long: ({ limit }) => `Una condición admite ${number(limit)} caracteres como máximo.`,
  not_true_or_false: 'Una condición debe ser verdadera o falsa; compare este valor con algo.',
  not_understood: (_) => 'Esto no es posible en una condición.',
}

const bank: typeof english.bank = {
  wrong_name:
    'El nombre admite letras minúsculas (a–z), cifras, «-» y «_», 40 caracteres como máximo; debe empezar por una letra.',
  too_many_words: ({ limit }) =>
    `Una lista de palabras admite ${number(limit)} entradas como máximo.`,
  too_many_patterns: ({ limit }) =>
    `Una lista de patrones admite ${number(limit)} entradas como máximo.`,
  too_costly:
    'En conjunto, estos patrones son demasiado costosos: acorte repeticiones como {0,50}.',
  too_many_banks: ({ limit }) => `Un sitio admite ${number(limit)} listas como máximo.`,
  same_name: 'Dos listas tienen el mismo nombre.',
  too_many_patterns_in_all: ({ limit }) =>
    `Un sitio admite en total ${number(limit)} patrones como máximo.`,
}

/** Of an entry, so in the feminine. */
const entry: typeof english.entry = {
  empty: 'Está vacía.',
  no_text: 'Contiene un carácter no válido.',
  too_long: ({ limit }) => `Supera los ${number(limit)} caracteres.`,
  star_inside: 'El asterisco (*) solo puede ir al final, como en «palabra*».',
  nothing_to_find: 'No contiene letras, cifras ni emojis.',
  too_wide: ({ limit }) => `Antes del asterisco debe haber al menos ${number(limit)} letras.`,
  repeats_too_much:
    'Tiene demasiadas repeticiones: .{0,50} es más o menos el máximo, y las repeticiones dentro de otras se multiplican.',
  too_large: 'Es demasiado grande: divídala en varios patrones.',
  matches_everything:
    'Hasta un texto vacío encaja con este patrón y, por tanto, cualquier comentario.',
  no_pattern: ({ piece }) => `No respeta la sintaxis RE2; el error está en «${piece}».`,
}

/** What owners did wrong. */
export const mistakes: typeof english = { condition, bank, entry }
