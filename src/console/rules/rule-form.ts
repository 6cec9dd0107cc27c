import { isDeepStrictEqual } from 'node:util'
import { storable } from '../../comments/comment-form'
import { compileCondition } from '../../rules/condition'
import type { BankCatalogue } from '../../rules/condition-environment'
import type { ConditionError } from '../../rules/condition-error'
import { type ConditionRows, type WrittenRows, writeRows } from '../../rules/condition-rows'
import { readRows } from '../../rules/read-rows'
import type { RuleDocument } from '../../rules/rule-document'
import { readRowsForm } from './rows-form'

/** A rule as its form holds it: what was typed, whether or not it can be used. */
export type RuleForm = {
  name: string
  explain: string
  /** Whether the rows or the text are the condition. */
  way: 'rows' | 'text'
  rows: ConditionRows
  when: string
  action: string
  reason: string
  queue: string
  priority: string
  score: string
  note: string
  notifyAuthor: boolean
  /** One a line. */
  sections: string
  articles: string
  exempt: string[]
  /** "2026-11-24T09:30" in UTC, "" for never. */
  expiresAt: string
  comment: string
  /** The version that is edited, "" for a new rule. */
  version: string
}

export const noRows: ConditionRows = { join: 'all', blocks: [] }

export const newForm: RuleForm = {
  ...{ name: '', explain: '', way: 'rows', rows: noRows, when: '' },
  ...{ action: 'hold', reason: 'house_rules', queue: 'default', priority: '50', score: '2' },
  ...{ note: '', notifyAuthor: false, sections: '', articles: '', exempt: ['staff'] },
  ...{ expiresAt: '', comment: '', version: '' },
}

const isoInUtc = (at: string | null): string =>
  at === null ? '' : new Date(at).toISOString().replace(/(:00)?\.\d+Z$/, '')

/** @param when can be compiled or not; rows are read only where it can */
export function conditionForm(
  when: string,
  catalogue: BankCatalogue,
): Pick<RuleForm, 'way' | 'rows' | 'when'> {
  const rows = compileCondition(when, catalogue).ok ? readRows(when) : null
  return rows ? { way: 'rows', rows, when } : { way: 'text', rows: noRows, when }
}

export function formOfDocument(document: RuleDocument, catalogue: BankCatalogue): RuleForm {
  const { name, explain, when, then, scope, exempt, expiresAt } = document
  return {
    ...newForm,
    ...{ name, explain, ...conditionForm(when, catalogue) },
    ...{ action: then.action, reason: then.reason, note: then.note },
    priority: String(then.priority),
    ...(then.action === 'score'
      ? { score: String(then.score) }
      : { queue: then.queue, notifyAuthor: then.notifyAuthor }),
    sections: scope.sections.join('\n'),
    articles: scope.articles.join('\n'),
    exempt,
    expiresAt: isoInUtc(expiresAt),
  }
}

type Fields = Record<string, unknown>

const textOf = (value: unknown): string => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? storable(last) : ''
}

export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** What a browser sent: an unticked box is not there at all. */
export function readRuleForm(body: unknown): RuleForm {
  const fields = (body ?? {}) as Fields
  const text = (name: keyof RuleForm) => textOf(fields[name])
  return {
    ...{ name: text('name').trim(), explain: text('explain').trim() },
    way: fields.way === 'text' ? 'text' : 'rows',
    rows: readRowsForm(fields),
    when: text('when').trim(),
    ...{ action: text('action'), reason: text('reason'), queue: text('queue').trim() },
    ...{ priority: text('priority'), score: text('score'), note: text('note') },
    notifyAuthor: fields.notifyAuthor !== undefined,
    ...{ sections: text('sections'), articles: text('articles') },
    exempt: textsOf(fields.exempt),
    ...{ expiresAt: text('expiresAt'), comment: text('comment'), version: text('version') },
  }
}

/**
 * The condition of a form as text, with what is wrong with its rows. Rows that nobody has changed keep
 * the text that they were read from, so that versions differ only where somebody wrote something.
 */
export function conditionOf({ way, when, rows }: RuleForm): WrittenRows {
  if (way === 'text') return { text: when, problems: [] }
  const isUnchanged = when !== '' && isDeepStrictEqual(readRows(when), rows)
  return isUnchanged ? { text: when, problems: [] } : writeRows(rows)
}

/** What is wrong with a condition; nothing at all with one that is still empty. */
export function conditionErrors(text: string, catalogue: BankCatalogue): ConditionError[] {
  const compiled = text === '' ? undefined : compileCondition(text, catalogue)
  return compiled && !compiled.ok ? compiled.errors : []
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const numberOf = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.replace(',', '.'))

/** The document that a form stands for, to be checked where every rule is. */
export function documentOf(form: RuleForm): Record<string, unknown> {
  const { name, explain, action, reason, note, exempt, expiresAt } = form
  const common = { action, reason, note, priority: numberOf(form.priority) }
  const seconds = /T\d\d:\d\d$/.test(expiresAt) ? ':00Z' : 'Z'
  return {
    ...{ name, explain, exempt },
    when: conditionOf(form).text,
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then:
      action === 'score'
        ? { ...common, score: numberOf(form.score) }
        : { ...common, queue: form.queue, notifyAuthor: form.notifyAuthor },
    scope: { sections: linesOf(form.sections), articles: linesOf(form.articles) },
    expiresAt: expiresAt === '' ? null : `${expiresAt}${seconds}`,
  }
}

/** "then.priority" and "scope.sections.3" as the fields of the form that hold them. */
export function formField(path: string): string {
  const names = path.split('.')
  return (names[0] === 'then' || names[0] === 'scope' ? names[1] : names[0]) ?? ''
}
