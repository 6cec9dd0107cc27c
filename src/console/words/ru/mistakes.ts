import type { mistakes as english } from '../en/mistakes'
import { count } from './formats'
import { ruleFields } from './rule-fields'

const types: Record<string, string> = { ...ruleFields.types, null: 'null' }

/** In the nominative, whatever the sentence: it stands in quotation marks. */
const typeOf = (type: string): string =>
  `«${types[type] ?? (type.startsWith('list<') ? 'список' : type.replace(/^\$/, 'группа '))}»`

const hints = {
  write_a_point: ' Запишите целое число с точкой, например 2.0.',
  never_null:
    ' Поля никогда не равны null: неизвестный текст равен "", неизвестное число равно -1.',
}

const kinds = { list: 'списка слов', pattern: 'списка шаблонов' }

const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ')

const characters = (value: number): string => count(value, 'символа', 'символов', 'символов')
const entries = (value: number): string => count(value, 'записи', 'записей', 'записей')

const condition: typeof english.condition = {
  no_field: ({ name, near, isGroup }) =>
    isGroup
      ? `«${name}»\u00a0— это группа полей. Укажите одно из них: «${name}.…».`
      : `Поля «${name}» нет.${near && ` Вы имели в виду ${near}?`}`,
  not_between: ({ operator, left, right, hint }) =>
    `«${operator}» здесь не подходит: слева ${typeOf(left)}, справа ${typeOf(right)}.${hint ? hints[hint] : ''}`,
  not_before: ({ sign, type }) => `Знак «${sign}» здесь не подходит: за ним стоит ${typeOf(type)}.`,
  needs_true_or_false: ({ type }) =>
    `Знаки «&&», «||» и «?» требуют true или false, а здесь стоит ${typeOf(type)}.`,
  branches_differ: 'По обе стороны от «:» должны стоять значения одного типа.',
  mixed_list: 'Все значения в наборе должны быть одного типа.',
  no_fields_below: ({ type }) => `У значения типа ${typeOf(type)} нет полей.`,
  not_called_so: ({ name }) =>
    `${name}() так использовать нельзя: проверьте, к чему применена функция и что стоит в скобках.`,
  no_function: ({ name, known }) =>
    `Функции ${name}() в условиях нет. Доступны: ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }) => `В скобках ${kind}() укажите название одного списка в кавычках.`,
  bank_of_other_kind: ({ name, write }) =>
    `Список «${name}» другого вида: напишите ${write}("${name}").`,
  no_bank: ({ kind, name, known }) =>
    `Нет ${kinds[kind]} «${name}».${known.length > 0 ? ` Есть: ${quoted(known)}.` : ''}`,
  ends_too_soon: 'Условие не закончено.',
  not_here: ({ text }) => `Здесь не может стоять «${text}».`,
  missing_before: ({ sign, text }) => `Перед «${text}» не хватает «${sign}».`,
  not_closed: 'Текст не закрыт: в конце нужны те же кавычки, что и в начале.',
  not_a_number: ({ text }) => `«${text}»\u00a0— это не число.`,
  wrong_escape:
    'После \\ может стоять n, r, t, \\, " или \'; чтобы ввести сам знак \\, напишите \\\\.',
  reserved: ({ name }) => `«${name}»\u00a0— зарезервированное слово языка условий.`,
  plain_values_only: 'Здесь допустимы только тексты, числа, true и false.',
  number_too_large: 'Это число слишком велико.',
  result_too_large: 'Результат может оказаться слишком большим.',
  loop_in_loop: 'Цикл внутри цикла не допускается.',
  loop_over_list: ({ name }) =>
    `${name}() работает только с полями типа ${typeOf('list<string>')}.`,
  loop_name: ({ name }) =>
    `Первым в скобках ${name}() должно стоять новое имя для проверяемого значения.`,
  divisor: 'Делить можно только на число больше 0, записанное прямо в условии.',
  no_joining: 'Соединять тексты и наборы в условиях нельзя.',
  no_index: 'Брать значения из набора по номеру нельзя; используйте exists() или in.',
  no_optional: 'Необязательных полей в условиях нет: любое поле есть всегда.',
  no_maps: 'Словари вида {…} в условиях не поддерживаются.',
  too_complex: ({ parts, levels, elements }) =>
    `Условие слишком сложное: можно не больше ${count(parts, 'части', 'частей', 'частей')}, ${count(levels, 'уровня', 'уровней', 'уровней')} вложенности и ${count(elements, 'значения', 'значений', 'значений')} в наборе.`,
  too_long: ({ limit }) => `В условии может быть не больше ${characters(limit)}.`,
  not_true_or_false:
    'Условие должно быть либо верно, либо неверно; сравните значение с чем-нибудь.',
  not_understood: (_) => 'В условии так написать нельзя.',
}

const bank: typeof english.bank = {
  wrong_name:
    'В названии могут быть строчные латинские буквы, цифры, «-» и «_», всего не больше 40 символов; первой должна быть буква.',
  too_many_words: ({ limit }) => `В списке слов может быть не больше ${entries(limit)}.`,
  too_many_patterns: ({ limit }) => `В списке шаблонов может быть не больше ${entries(limit)}.`,
  too_costly: 'Вместе эти шаблоны слишком сложны: сократите повторения вроде {0,50}.',
  too_many_banks: ({ limit }) =>
    `У сайта может быть не больше ${count(limit, 'списка', 'списков', 'списков')}.`,
  same_name: 'Два списка называются одинаково.',
  too_many_patterns_in_all: ({ limit }) =>
    `Во всех списках сайта вместе может быть не больше ${count(limit, 'шаблона', 'шаблонов', 'шаблонов')}.`,
}

/** They follow a colon, so they begin with a small letter. */
const entry: typeof english.entry = {
  empty: 'ничего не введено.',
  no_text: 'есть недопустимый символ.',
  too_long: ({ limit }) => `длиннее ${characters(limit)}.`,
  star_inside: 'звёздочка (*) может стоять только в конце, как в «слово*».',
  nothing_to_find: 'нет ни букв, ни цифр, ни эмодзи.',
  too_wide: ({ limit }) =>
    `перед звёздочкой должно стоять не меньше ${count(limit, 'буквы', 'букв', 'букв')}.`,
  repeats_too_much:
    'слишком много повторений: .{0,50}\u00a0— примерно предел, а вложенные повторения перемножаются.',
  too_large: 'шаблон слишком велик: разделите его на несколько.',
  matches_everything: 'под этот шаблон подходит пустой текст, а значит, и любой комментарий.',
  no_pattern: ({ piece }) => `это не шаблон в синтаксисе RE2; ошибка здесь: «${piece}».`,
}

/** What owners did wrong. */
export const mistakes: typeof english = { condition, bank, entry }
