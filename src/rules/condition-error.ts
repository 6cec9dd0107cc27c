import { limits } from './condition-environment'
import { type ConditionMistake, conditionMessages, type Hint } from './condition-messages'
import { nearestField } from './nearest-field'
import { sentenceOf } from './sentence'

/** What is wrong with a condition, and where in its text (UTF-16 offsets, `end` exclusive). */
export type ConditionError = ConditionMistake & { code: string; start: number; end: number }

/** As callers of the API get it: in English. */
export const inEnglish = (error: ConditionError) => ({
  ...{ code: error.code, message: sentenceOf(conditionMessages, error) },
  ...{ start: error.start, end: error.end },
})

type Range = { start: number; end: number }

/** An error of the expression library; our own functions add the mistake itself. */
type LibraryError = {
  code?: unknown
  summary?: unknown
  message?: unknown
  range?: unknown
  mistake?: ConditionMistake
}

type Found = {
  code: string
  summary: string
  /** What it points at, what comes before that, and the path that ends there. */
  text: string
  before: string
  path: string
}

const isNumber = (type: string): boolean => type === 'int' || type === 'double'

function hintOf(left: string, right: string): Hint {
  if (isNumber(left) && isNumber(right)) return 'write_a_point'
  return left === 'null' || right === 'null' ? 'never_null' : null
}

const binary = /^no such overload: (.+) (==|!=|<=|>=|<|>|in|\+|-|\*|\/|%) (.+)$/
const unary = /^no such overload: (.)(.+)$/

function overload({ summary }: Found): ConditionMistake {
  const [, left = '', operator = '', right = ''] = binary.exec(summary) ?? []
  if (operator !== '') {
    const facts = { operator, left, right, hint: hintOf(left, right) }
    return { says: 'not_between', facts }
  }
  const [, sign = '', type = ''] = unary.exec(summary) ?? []
  return { says: 'not_before', facts: { sign, type } }
}

function noField({ summary, path }: Found): ConditionMistake {
  const name = /: (.+)$/.exec(summary)?.[1] ?? path
  return { says: 'no_field', facts: { name, near: nearestField(path), isGroup: false } }
}

/** What the library calls signs that it waits for. */
const signs: Record<string, string> = {
  RPAREN: ')',
  RBRACKET: ']',
  RBRACE: '}',
  LPAREN: '(',
  COLON: ':',
  COMMA: ',',
}

function unexpected({ summary, text }: Found): ConditionMistake {
  if (text === '' || /\bEOF$/.test(summary)) return { says: 'ends_too_soon' }
  const [, awaited = ''] = /^Expected (\w+),/.exec(summary) ?? []
  const sign = signs[awaited]
  return sign
    ? { says: 'missing_before', facts: { sign, text } }
    : { says: 'not_here', facts: { text } }
}

/** The type that the library names last, in quotes. */
const quotedType = ({ summary }: Found): string => /'([^']+)'$/.exec(summary)?.[1] ?? ''

const calledName = ({ summary }: Found): string => /'(?:.*\.)?(\w+)\(/.exec(summary)?.[1] ?? ''

/** By the library's code, which stays when its sentences change. */
const mistakes: Record<string, (found: Found) => ConditionMistake> = {
  no_such_overload: overload,
  unknown_variable: noField,
  no_such_key: noField,
  unexpected_token: unexpected,
  unexpected_character: unexpected,
  expected_token: unexpected,
  no_matching_overload: (found) => ({
    says: 'not_called_so',
    facts: { name: calledName(found) },
  }),
  invalid_logical_operand: (found) => ({
    says: 'needs_true_or_false',
    facts: { type: quotedType(found) },
  }),
  invalid_condition_type: (found) => ({
    says: 'needs_true_or_false',
    facts: { type: quotedType(found) },
  }),
  incompatible_ternary_branches: () => ({ says: 'branches_differ' }),
  heterogeneous_list_element: () => ({ says: 'mixed_list' }),
  cannot_index_type: (found) => ({
    says: 'no_fields_below',
    facts: { type: quotedType(found) },
  }),
  invalid_macro_argument: ({ before }) => ({
    says: 'loop_name',
    facts: { name: /(\w+)\([^(]*$/.exec(before)?.[1] ?? '' },
  }),
  unterminated_string: () => ({ says: 'not_closed' }),
  unterminated_triple_quoted_string: () => ({ says: 'not_closed' }),
  newline_in_string: () => ({ says: 'not_closed' }),
  reserved_identifier: ({ text }) => ({ says: 'reserved', facts: { name: text } }),
}

function mistakeOf(found: Found): ConditionMistake {
  const known = mistakes[found.code]
  if (known) return known(found)
  if (/escape|surrogate/.test(found.code)) return { says: 'wrong_escape' }
  if (/number|integer|exponent/.test(found.code))
    return { says: 'not_a_number', facts: { text: found.text } }
  return { says: 'not_understood', facts: { summary: found.summary } }
}

function rangeIn(text: string, range: unknown): Range {
  const { start, end } = (range ?? {}) as Partial<Range>
  if (typeof start !== 'number' || typeof end !== 'number') return { start: 0, end: text.length }
  const first = Math.max(0, Math.min(start, text.length))
  const last = Math.max(first, Math.min(end, text.length))
  // the library counts the halves of a sign beyond U+FFFF one by one
  const isCut = !text.slice(first, last).isWellFormed()
  return { start: first, end: isCut ? Math.min(last + 1, text.length) : last }
}

/** "comment.lenght" around the end of the range. */
function pathBefore(text: string, end: number): string {
  return /[\w.]+$/.exec(text.slice(0, end))?.[0] ?? ''
}

export const tooComplex = {
  ...({ code: 'too_complex', says: 'too_complex' } as const),
  facts: {
    parts: limits.maxAstNodes,
    levels: limits.maxDepth,
    elements: limits.maxListElements,
  },
}

/** An error of the expression library, as one that can be said to an owner. */
export function conditionError(text: string, error: unknown): ConditionError {
  const library = (error ?? {}) as LibraryError
  const code = typeof library.code === 'string' ? library.code : 'not_a_condition'
  const summary =
    typeof library.summary === 'string' ? library.summary : String(library.message ?? error)
  const range = rangeIn(text, library.range)
  if (code === 'limit_exceeded' || /exceeded/i.test(summary)) return { ...tooComplex, ...range }
  const found = {
    ...{ code, summary },
    text: text.slice(range.start, range.end),
    before: text.slice(0, range.start),
    path: pathBefore(text, range.end),
  }
  return { code, ...(library.mistake ?? mistakeOf(found)), ...range }
}
