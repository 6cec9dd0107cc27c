import type { mistakes as english } from '../en/mistakes'
import { number } from './formats'
import { ruleFields } from './rule-fields'

const types: Record<string, string> = { ...ruleFields.types, null: 'null' }

const typeOf = (type: string): string =>
  types[type] ?? (type.startsWith('list<') ? 'Liste' : type.replace(/^\$/, 'Gruppe '))

const hints = {
  write_a_point: ' Schreiben Sie die ganze Zahl mit Punkt, etwa 2.0.',
  never_null: ' Kein Feld ist je null: Unbekannt ist ein Text "" und eine Zahl -1.',
}

const kinds = { list: 'Wortliste', pattern: 'Musterliste' }

const quoted = (names: readonly string[]): string => names.map((name) => `„${name}“`).join(', ')

const condition: typeof english.condition = {
  no_field: ({ name, near, isGroup }) =>
    isGroup
      ? `Das Feld „${name}“ gibt es nicht. Nennen Sie eines seiner Felder: „${name}.…“.`
      : `Das Feld „${name}“ gibt es nicht.${near && ` Meinten Sie ${near}?`}`,
  not_between: ({ operator, left, right, hint }) =>
    `„${operator}“ passt hier nicht: links steht „${typeOf(left)}“, rechts „${typeOf(right)}“.${hint ? hints[hint] : ''}`,
  not_before: ({ sign, type }) => `„${sign}“ passt nicht vor „${typeOf(type)}“.`,
  needs_true_or_false: ({ type }) =>
    `„&&“, „||“ und „?“ brauchen true oder false; hier steht „${typeOf(type)}“.`,
  branches_differ: 'Beide Seiten von „:“ müssen von derselben Art sein.',
  mixed_list: 'Alles in einer Liste muss von derselben Art sein.',
  no_fields_below: ({ type }) => `„${typeOf(type)}“ hat keine Felder.`,
  not_called_so: ({ name }) =>
    `${name}() geht so nicht; prüfen Sie, worauf es sich bezieht und was in den Klammern steht.`,
  no_function: ({ name, known }) =>
    `${name}() gibt es in Bedingungen nicht; es gibt ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }) => `${kind}() braucht den Namen einer Liste in Anführungszeichen.`,
  bank_of_other_kind: ({ name, write }) =>
    `Die Liste „${name}“ ist von der anderen Art: Schreiben Sie ${write}("${name}").`,
  no_bank: ({ kind, name, known }) =>
    `Es gibt keine ${kinds[kind]} „${name}“.${known.length > 0 ? ` Es gibt: ${quoted(known)}.` : ''}`,
  ends_too_soon: 'Die Bedingung endet zu früh.',
  not_here: ({ text }) => `„${text}“ gehört nicht hierher.`,
  missing_before: ({ sign, text }) => `Vor „${text}“ fehlt „${sign}“.`,
  not_closed:
    'Ein Text ist nicht geschlossen; er endet mit demselben Anführungszeichen, mit dem er beginnt.',
  not_a_number: ({ text }) => `„${text}“ ist keine Zahl.`,
  wrong_escape: 'Nach \\ folgt n, r, t, \\, " oder \'; für das Zeichen selbst schreiben Sie \\\\.',
  reserved: ({ name }) => `„${name}“ ist ein Wort, das die Sprache für sich behält.`,
  plain_values_only: 'Hier sind nur Texte, Zahlen, true und false erlaubt.',
  number_too_large: 'Diese Zahl ist zu groß.',
  result_too_large: 'Das Ergebnis könnte zu groß werden.',
  loop_in_loop: 'Eine Schleife in einer Schleife ist nicht erlaubt.',
  loop_over_list: ({ name }) => `${name}() braucht ein Feld, das eine Liste ist.`,
  loop_name: ({ name }) => `${name}() braucht einen neuen Namen für das, was es gerade betrachtet.`,
  divisor: 'Teilen Sie durch eine Zahl, die hier steht und größer als 0 ist.',
  no_joining: 'Texte und Listen lassen sich in Bedingungen nicht verbinden.',
  no_index: 'Einzelne Einträge einer Liste lassen sich nicht abrufen; nehmen Sie exists() oder in.',
  no_optional: 'Wahlfreie Felder gibt es nicht: Jedes Feld ist immer da.',
  no_maps: 'Zuordnungen ({…}) gibt es in Bedingungen nicht.',
  too_complex: ({ parts, levels, elements }) =>
    `Erlaubt sind höchstens ${number(parts)} Teile, ${number(levels)} Ebenen und Listen mit ${number(elements)} Einträgen.`,
  too_long: ({ limit }) => `Eine Bedingung hat höchstens ${number(limit)} Zeichen.`,
  not_true_or_false:
    'Eine Bedingung muss wahr oder falsch sein; vergleichen Sie den Wert mit etwas.',
  not_understood: (_) => 'Das ist in einer Bedingung nicht möglich.',
}

const bank: typeof english.bank = {
  wrong_name:
    'Der Name besteht aus Kleinbuchstaben (a–z), Ziffern, - und _, höchstens 40 Zeichen, und beginnt mit einem Buchstaben.',
  too_many_words: ({ limit }) => `Eine Wortliste hat höchstens ${number(limit)} Einträge.`,
  too_many_patterns: ({ limit }) => `Eine Musterliste hat höchstens ${number(limit)} Einträge.`,
  too_costly: 'Diese Muster sind zusammen zu aufwendig: Kürzen Sie Wiederholungen wie {0,50}.',
  too_many_banks: ({ limit }) => `Eine Website hat höchstens ${number(limit)} Listen.`,
  same_name: 'Zwei Listen haben denselben Namen.',
  too_many_patterns_in_all: ({ limit }) =>
    `Eine Website hat insgesamt höchstens ${number(limit)} Muster.`,
}

const entry: typeof english.entry = {
  empty: 'Der Eintrag ist leer.',
  no_text: 'Er enthält etwas, das kein Schriftzeichen ist.',
  too_long: ({ limit }) => `Er ist länger als ${number(limit)} Zeichen.`,
  star_inside: 'Ein * darf nur am Ende stehen, wie in „wort*“.',
  nothing_to_find: 'Er enthält weder Buchstaben noch Ziffern noch Emojis.',
  too_wide: ({ limit }) => `Vor dem * müssen mindestens ${number(limit)} Buchstaben stehen.`,
  repeats_too_much:
    'Er wiederholt zu viel: .{0,50} ist etwa das Längste, und Wiederholungen in Wiederholungen vervielfachen sich.',
  too_large: 'Er ist zu groß: Teilen Sie ihn in mehrere Muster.',
  matches_everything: 'Er passt auf einen leeren Text und damit auf jeden Kommentar.',
  no_pattern: ({ piece }) => `Das ist kein Muster der RE2-Syntax; der Fehler liegt bei „${piece}“.`,
}

/** What owners did wrong. */
export const mistakes: typeof english = { condition, bank, entry }
