import { nearestField } from './nearest-field'

/** What is wrong with a condition, and where in its text (UTF-16 offsets, `end` exclusive). */
export type ConditionError = { code: string; message: string; start: number; end: number }

type Range = { start: number; end: number }
type LibraryError = { code?: unknown; summary?: unknown; message?: unknown; range?: unknown }

const overload = /no such overload: (.+) (==|!=|<=|>=|<|>|in|\+|-|\*|\/|%) (.+)$/

const typeNames: Record<string, string> = {
  int: 'a whole number',
  double: 'a number with decimals',
  string: 'a text',
  bool: 'true or false',
  null: 'null',
  'list<string>': 'a list of texts',
}

function nameOf(type: string): string {
  return typeNames[type] ?? type.replace(/^\$/, 'the group ')
}

function isNumber(type: string): boolean {
  return type === 'int' || type === 'double'
}

function overloadMessage(left: string, operator: string, right: string): string {
  const hint =
    isNumber(left) && isNumber(right)
      ? ' Write the whole number with a point, such as 2.0.'
      : right === 'null' || left === 'null'
        ? ' No field is ever null: a text is "" and a number -1 when it is not known.'
        : ''
  return `"${operator}" does not go between ${nameOf(left)} and ${nameOf(right)}.${hint}`
}

const translations: [RegExp, (...groups: string[]) => string][] = [
  [overload, (left = '', operator = '', right = '') => overloadMessage(left, operator, right)],
  [
    /^no such overload: (.)(.+)$/,
    (sign, type = '') => `"${sign}" does not go before ${nameOf(type)}.`,
  ],
  [/^Unknown variable: (.+)$/, (name) => `There is no field "${name}".`],
  [/^No such key: (.+)$/, (name) => `There is no field "${name}" here.`],
  [/^Unexpected token: EOF$/, () => 'The condition ends too soon.'],
  [/^Unexpected (?:token|character): (.+)$/, (what) => `"${what}" does not belong here.`],
  [
    /requires bool operands, got '(.+)'$/,
    (type = '') => `"&&" and "||" need true or false on both sides, this is ${nameOf(type)}.`,
  ],
]

function translate(summary: string): string {
  for (const [pattern, message] of translations) {
    const match = pattern.exec(summary)
    if (match) return message(...match.slice(1))
  }
  return /[.!?]$/.test(summary) ? summary : `${summary}.`
}

function rangeIn(text: string, range: unknown): Range {
  const { start, end } = (range ?? {}) as Partial<Range>
  if (typeof start !== 'number' || typeof end !== 'number') return { start: 0, end: text.length }
  const first = Math.max(0, Math.min(start, text.length))
  return { start: first, end: Math.max(first, Math.min(end, text.length)) }
}

/** "comment.lenght" around the end of the range. */
function pathBefore(text: string, end: number): string {
  return /[\w.]+$/.exec(text.slice(0, end))?.[0] ?? ''
}

function suggestion(code: string, text: string, range: Range): string {
  if (code !== 'no_such_key' && code !== 'unknown_variable') return ''
  const field = nearestField(pathBefore(text, range.end))
  return field === '' ? '' : ` Did you mean ${field}?`
}

/** An error of the expression library, in words for an owner. */
export function conditionError(text: string, error: unknown): ConditionError {
  const found = (error ?? {}) as LibraryError
  const code = typeof found.code === 'string' ? found.code : 'not_a_condition'
  const said = typeof found.summary === 'string' ? found.summary : String(found.message ?? error)
  const range = rangeIn(text, found.range)
  return { code, message: translate(said) + suggestion(code, text, range), ...range }
}
