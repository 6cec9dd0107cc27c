import { type SiteSettings, settingsSchema } from '../sites/settings'
import { type SettingPath, settingFacts, settingPaths, valueAt } from './settings-fields'

/** What a field holds: text as typed, "on" or "" for a tick, null for "off". */
export type TypedSettings = Record<SettingPath, string | null>

const isKey = (path: SettingPath): boolean => path === 'external_scorer.key'

/** A value as its field shows it. */
function textOfValue(path: SettingPath, value: unknown): string | null {
  const { widget, isNullable } = settingFacts[path]
  if (value === null || value === undefined) return isNullable && widget === 'number' ? null : ''
  if (widget === 'switch') return value ? 'on' : ''
  if (widget === 'list') return (value as string[]).join('\n')
  if (widget === 'moment') return String(value).replace(/Z$/, '')
  return String(value)
}

export const usualText = (path: SettingPath): string | null =>
  textOfValue(path, settingFacts[path].usual)

/** The form as it shows settings; a key is never in it. */
export const typedOf = (settings: SiteSettings): TypedSettings =>
  Object.fromEntries(
    settingPaths.map((path) => {
      const isOfNoScorer = path.startsWith('external_scorer.') && !settings.external_scorer
      if (isKey(path)) return [path, '']
      return [path, isOfNoScorer ? usualText(path) : textOfValue(path, valueAt(settings, path))]
    }),
  ) as TypedSettings

export const isUsual = (path: SettingPath, typed: string | null): boolean =>
  typed === usualText(path)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const offField = (path: SettingPath): string => `off:${path}`
export const noKeyField = 'no-key'

/** What a browser sent. */
export function readTyped(body: unknown): TypedSettings {
  const sent = (body ?? {}) as Record<string, unknown>
  const read = (path: SettingPath): string | null => {
    const { widget, isNullable } = settingFacts[path]
    if (widget === 'switch') return sent[path] === undefined ? '' : 'on'
    if (isNullable && sent[offField(path)] !== undefined) return null
    return textOf(sent[path]).replace(/\r\n?/g, '\n').trim()
  }
  return Object.fromEntries(settingPaths.map((path) => [path, read(path)])) as TypedSettings
}

/** Also with a decimal comma; NaN for what is no number, which the schema refuses. */
const numberOf = (text: string): number =>
  /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN

function typedValue(path: SettingPath, typed: string | null): unknown {
  const { widget } = settingFacts[path]
  if (typed === null || (widget === 'moment' && typed === '')) return null
  if (widget === 'switch') return typed === 'on'
  if (widget === 'number') return numberOf(typed)
  if (widget === 'moment') return /T\d\d:\d\d$/.test(typed) ? `${typed}:00Z` : `${typed}Z`
  if (widget === 'list') return linesOf(typed).map(({ text }) => text)
  return typed
}

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '')

type Tree = Record<string, unknown>

function put(tree: Tree, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let group = tree
  for (const key of keys) {
    group[key] ??= {}
    group = group[key] as Tree
  }
  group[last] = value
}

export type SettingProblem = {
  path: SettingPath
  /** Of a list, from 1. */
  line?: number
}

export type ReadSettings =
  | { outcome: 'valid'; settings: Tree }
  | { outcome: 'invalid'; problems: SettingProblem[] }

/** The settings that a form stands for, as far as they differ from what is usual. */
export function settingsOf(typed: TypedSettings): ReadSettings {
  const hasScorer = typed['external_scorer.kind'] !== ''
  const paths = settingPaths.filter((path) => hasScorer || !path.startsWith('external_scorer.'))
  const tree: Tree = {}
  for (const path of paths) put(tree, path, typedValue(path, typed[path]))
  const read = settingsSchema.safeParse(tree)
  if (!read.success) {
    const problems = read.error.issues.map(({ path }) => problemAt(path.map(String), typed))
    return { outcome: 'invalid', problems }
  }
  const settings: Tree = {}
  for (const path of paths) {
    const value = valueAt(read.data, path)
    const isScorer = path.startsWith('external_scorer.')
    const usual = settingFacts[path].usual
    if (isScorer || JSON.stringify(value) !== JSON.stringify(usual)) put(settings, path, value)
  }
  return { outcome: 'valid', settings }
}

function problemAt(at: readonly string[], typed: TypedSettings): SettingProblem {
  const path = settingPaths.find((one) => `${at.join('.')}.`.startsWith(`${one}.`))
  // every leaf of the schema has a field: tests/unit/console/settings-form.test.ts
  if (!path) throw new Error(`The setting ${at.join('.')} has no field.`)
  const index = at[path.split('.').length]
  const line = index === undefined ? undefined : linesOf(typed[path] ?? '')[Number(index)]?.line
  return { path, ...(line !== undefined && { line }) }
}
