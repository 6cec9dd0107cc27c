import type { Said } from './sentence'

/** As the language of conditions calls the type of a value: "int", "list<string>", "$comment". */
type TypeName = { type: string }

export const typeNames: Record<string, string> = {
  int: 'a whole number',
  double: 'a number with decimals',
  string: 'a text',
  bool: 'true or false',
  null: 'null',
  'list<string>': 'a list of texts',
}

const nameOf = (type: string): string =>
  typeNames[type] ?? (type.startsWith('list<') ? 'a list' : type.replace(/^\$/, 'the group '))

/** What an owner may have meant by a comparison that does not go. */
export type Hint = 'write_a_point' | 'never_null' | null

const hints = {
  write_a_point: ' Write the whole number with a point, such as 2.0.',
  never_null: ' No field is ever null: a text is "" and a number -1 when it is not known.',
}

/** `near`: the field that may have been meant; `isGroup`: it is what fields are in. */
type MissingField = { name: string; near: string; isGroup: boolean }

type BankKind = 'list' | 'pattern'
const bankKinds = { list: 'word list', pattern: 'pattern bank' }

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** What can be wrong with a condition, in English. */
export const conditionMessages = {
  no_field: ({ name, near, isGroup }: MissingField) =>
    isGroup
      ? `There is no field "${name}". Name one of its fields, as in "${name}.…".`
      : `There is no field "${name}".${near && ` Did you mean ${near}?`}`,
  not_between: (of: { operator: string; left: string; right: string; hint: Hint }) =>
    `"${of.operator}" does not go between ${nameOf(of.left)} and ${nameOf(of.right)}.${of.hint ? hints[of.hint] : ''}`,
  not_before: ({ sign, type }: TypeName & { sign: string }) =>
    `"${sign}" does not go before ${nameOf(type)}.`,
  needs_true_or_false: ({ type }: TypeName) =>
    `"&&", "||" and "?" need true or false, this is ${nameOf(type)}.`,
  branches_differ: 'Both sides of ":" have to be of the same kind.',
  mixed_list: 'Everything in a list has to be of the same kind.',
  no_fields_below: ({ type }: TypeName) => `There is nothing to look up in ${nameOf(type)}.`,
  not_called_so: ({ name }: { name: string }) =>
    `${name}() cannot be used like this; look at what it is asked of and what is in its brackets.`,
  no_function: ({ name, known }: { name: string; known: readonly string[] }) =>
    `${name}() is not available in conditions; there is ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }: { kind: BankKind }) =>
    `${kind}() takes the name of one bank in quotes.`,
  bank_of_other_kind: ({ name, write }: { name: string; write: BankKind }) =>
    `The bank "${name}" is of the other kind: write ${write}("${name}").`,
  no_bank: ({ kind, name, known }: { kind: BankKind; name: string; known: readonly string[] }) =>
    `There is no ${bankKinds[kind]} "${name}".${known.length > 0 ? ` There is ${quoted(known)}.` : ''}`,
  ends_too_soon: 'The condition ends too soon.',
  not_here: ({ text }: { text: string }) => `"${text}" does not belong here.`,
  missing_before: ({ sign, text }: { sign: string; text: string }) =>
    `"${sign}" is missing before "${text}".`,
  not_closed: 'A text is not closed; it ends with the quotes that it began with.',
  not_a_number: ({ text }: { text: string }) => `"${text}" is no number.`,
  wrong_escape: 'After \\ comes one of n, r, t, \\, " and \'; write \\\\ for the sign itself.',
  reserved: ({ name }: { name: string }) =>
    `"${name}" is a word that the language keeps for itself.`,
  plain_values_only: 'Only texts, numbers, true and false are allowed here.',
  number_too_large: 'This number is too large.',
  result_too_large: 'This could become too large a number.',
  loop_in_loop: 'A loop inside a loop is not allowed.',
  loop_over_list: ({ name }: { name: string }) => `${name}() goes over a field that is a list.`,
  loop_name: ({ name }: { name: string }) => `${name}() needs a new name for the one it looks at.`,
  divisor: 'Divide by a number written here, larger than 0.',
  no_joining: 'Texts and lists cannot be joined in conditions.',
  no_index: 'Elements of a list cannot be picked by number; use exists() or in.',
  no_optional: 'Optional fields are not available: every field is always there.',
  no_maps: 'Maps are not available in conditions.',
  too_complex: (most: { parts: number; levels: number; elements: number }) =>
    `At most ${most.parts} parts, ${most.levels} levels and lists of ${most.elements} are allowed.`,
  too_long: ({ limit }: { limit: number }) => `A condition has at most ${limit} characters.`,
  not_true_or_false: 'A condition must be true or false; compare it with something.',
  /** What the library says of a mistake that has no sentence of its own; only in its own language. */
  not_understood: ({ summary }: { summary: string }) =>
    /[.!?]$/.test(summary) ? summary : `${summary}.`,
}

export type ConditionMistake = Said<typeof conditionMessages>
