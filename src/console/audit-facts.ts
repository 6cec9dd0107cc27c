import type { AuditEvent } from '../audit/audit'
import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { choiceOf } from './choice'
import { reasonLabel } from './moderator-reasons'
import { isChosen, settingLabel } from './settings-model'
import { queueName, valueInWords } from './value-words'
import type { Words } from './words/words'

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "limits.max_links" and 2, for every value at the end of a branch. */
const leavesOf = (tree: Tree, prefix = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    isTree(value) && Object.keys(value).length > 0
      ? leavesOf(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as [string, unknown]],
  )

/** Facts that name somebody, as the audit names actors. */
const people = ['moderator', 'token'] as const

const isPerson = (name: string): boolean => people.some((one) => one === name)

const idsOf = (events: readonly Pick<AuditEvent, 'data'>[], name: string): string[] =>
  events.flatMap(({ data }) => {
    const id = (data as Tree)[name]
    return typeof id === 'string' ? [id] : []
  })

/** Everybody and everything that events name by an id. */
export const namedIn = (events: readonly Pick<AuditEvent, 'actor' | 'data'>[]) => ({
  actors: [
    ...events.map(({ actor }) => actor),
    ...people.flatMap((kind) => idsOf(events, kind).map((id) => `${kind}:${id}`)),
  ],
  rules: idsOf(events, 'rule'),
  articles: idsOf(events, 'article'),
})

export type FactWords = {
  words: Words
  /** Names for what the audit has as an id; undefined where there is none. */
  who(actor: string): string
  rule(id: string): string | undefined
  article(id: string): string | undefined
}

const named = (names: Readonly<Record<string, string>>, value: string): string =>
  names[value] ?? value

/** Facts whose values are codes or ids. */
const tellers: Record<string, (value: string, told: FactWords) => string> = {
  action: (value, { words }) => named(words.did, value),
  reason: (value, { words }) => reasonLabel(words, value),
  queue: (value, { words }) => queueName(words, value),
  role: (value, { words }) => named({ ...words.account.role, ...words.values.roles }, value),
  mode: (value, { words }) => named(words.rulesPages.modes, value),
  kind: (value, { words }) => named(words.banks.kinds, value),
  language: (value, { words }) => words.languageName(value) || words.audit.nothing,
  moderator: (value, { who }) => who(`moderator:${value}`),
  token: (value, { who }) => who(`token:${value}`),
  rule: (value, { rule }) => rule(value) ?? value,
  article: (value, { article }) => article(value) ?? value,
}

function shownValue(name: string, value: unknown, told: FactWords): string {
  const { words } = told
  const isNothing = value === null || value === undefined
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0)
  if (typeof value === 'string' && tellers[name]) return tellers[name](value, told)
  if (isChosen(name)) return named(words.settings.choices, String(value ?? ''))
  return isNothing || isEmpty ? words.audit.nothing : valueInWords(words, '', value)
}

/** Of other events; their names say all that a reader can use. */
const ids: readonly string[] = ['batch', 'undoes']
/** Of what the event is itself. */
const own: readonly string[] = ['decision', 'note', 'id']

const labelOf = ({ words }: FactWords, name: string): string =>
  (words.audit.facts as Record<string, string>)[name] ?? settingLabel(name, words) ?? name

function moveOf({ from, to }: Tree, { words }: FactWords): string {
  const status = words.status as Record<string, string>
  return words.audit.change(named(status, String(from)), named(status, String(to)))
}

/** What was decided; where a status says it already, nothing. */
function decided({ action, ...data }: Tree): Tree {
  if (typeof action !== 'string') return data
  const choice = choiceOf(action as Action, data.reason as Reason)
  return typeof data.to === 'string' && choice === action ? data : { action: choice, ...data }
}

/** The facts of an event in one line: "Held → Spam, Reason: Spam", "Most links: 2 → 5". */
export function factsOf(event: object, told: FactWords): string {
  const { change, fact } = told.words.audit
  const { was, ...data } = event as { was?: unknown }
  const before = isTree(was) ? new Map(leavesOf(was)) : undefined
  const { from, to, ...rest } = decided(data)
  const moves = typeof from === 'string' && typeof to === 'string'
  const textOf = (name: string, value: unknown): string => {
    if (ids.includes(name)) return labelOf(told, name)
    const text = shownValue(name, value, told)
    // what there was before may be a plain text: a new name for an old one
    const then = before ? before.get(name) : was
    const isChanged = before ? !isPerson(name) : was !== undefined
    return fact(labelOf(told, name), isChanged ? change(shownValue(name, then, told), text) : text)
  }
  const facts = leavesOf(moves ? rest : { from, to, ...rest })
    .filter(([name, value]) => value !== undefined && !own.includes(name))
    .map(([name, value]) => textOf(name, value))
  return [...(moves ? [moveOf({ from, to }, told)] : []), ...facts].join(', ')
}
