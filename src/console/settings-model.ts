import { maskedKey } from '../sites/settings-secrets'
import type { Site } from '../sites/site'
import {
  type SettingFacts,
  type SettingPath,
  settingFacts,
  type ThresholdPath,
} from './settings-fields'
import type { ReadSettings, TypedSettings } from './settings-form'
import { isUsual, typedOf, usualText } from './settings-form'
import type { Words } from './words/words'

/** One setting as the page shows it. */
export type FieldModel = {
  path: SettingPath
  /** For labels and hints; a path has dots. */
  id: string
  facts: SettingFacts
  label: string
  /** What it does, its range, and what is usual. */
  help: string
  unit: string
  typed: string | null
  isChanged: boolean
  problem: string | undefined
  /** Where another value was saved meanwhile. */
  inForce: string | undefined
}

export type SettingProblems = ReadonlyMap<SettingPath, string>

const isThreshold = (path: SettingPath): path is ThresholdPath => path.startsWith('thresholds.')

function labelOf(path: ThresholdPath, words: Words): string {
  const [, score = '', action = ''] = path.split('.')
  const { threshold, thresholdHeads } = words.settings
  return threshold(words.score[score as 'spam'], thresholdHeads[action as 'hold'])
}

/** What a setting is called; undefined for what is none. */
export function settingLabel(path: string, words: Words): string | undefined {
  if (!Object.hasOwn(settingFacts, path)) return undefined
  const known = path as SettingPath
  return isThreshold(known) ? labelOf(known, words) : words.settings.fields[known].label
}

/** Whether a setting is one of few values. */
export const isChosen = (path: string): boolean =>
  Object.hasOwn(settingFacts, path) && settingFacts[path as SettingPath].widget === 'choice'

/** A value in words: "2", "off", "none". */
function shown(path: SettingPath, typed: string | null, { settings, number }: Words): string {
  const { widget } = settingFacts[path]
  if (typed === null || (widget === 'switch' && typed === '')) return settings.off.toLowerCase()
  if (widget === 'switch') return settings.on
  if (widget === 'choice') return settings.choices[typed] ?? typed
  if (widget === 'list' && typed !== '') return settings.entries(typed.split('\n').length)
  if (typed === '') return settings.none
  return widget === 'number' && Number.isInteger(Number(typed)) ? number(Number(typed)) : typed
}

/** What is usual in words, with the range of a number; empty where it goes without saying. */
function usualOf(path: SettingPath, words: Words): string {
  const { widget, least = 0, most, isAbove } = settingFacts[path]
  const { settings, number } = words
  const usual = shown(path, usualText(path), words)
  if (isAbove) return settings.aboveAndUsual(number(least), usual)
  if (widget === 'number')
    return settings.rangeAndUsual(number(least), most === undefined ? null : number(most), usual)
  return path.startsWith('external_scorer.') || widget === 'list' ? '' : settings.usual(usual)
}

/** What a number has to be, in words; empty for everything else. */
export function rangeOf(path: SettingPath, { settings, number }: Words): string {
  const { widget, isWhole, least = 0, most, isNullable } = settingFacts[path]
  if (widget !== 'number') return ''
  const range = isWhole ? settings.whole : settings.fraction
  const text = range(number(least), most === undefined ? null : number(most))
  return isNullable ? settings.orOff(text) : text
}

export type FieldsInput = {
  site: Site
  typed: TypedSettings
  problems: SettingProblems
  /** Somebody else has saved meanwhile: say what is in force where it differs. */
  isOvertaken: boolean
}

export function fieldModel(path: SettingPath, input: FieldsInput, words: Words): FieldModel {
  const { site, typed, problems, isOvertaken } = input
  const facts = settingFacts[path]
  const value = typed[path]
  const stored = typedOf(site.settings)[path]
  const isSecret = facts.widget === 'secret'
  const said = isThreshold(path)
    ? { label: labelOf(path, words), help: '', unit: '' }
    : { unit: '', ...words.settings.fields[path] }
  return {
    path,
    id: `setting-${path.replaceAll('.', '-')}`,
    facts,
    ...said,
    help: [said.help, isSecret ? keyText(site, words) : usualOf(path, words)]
      .filter(Boolean)
      .join(' '),
    typed: value,
    isChanged: !isSecret && !isUsual(path, value),
    problem: problems.get(path),
    inForce: isOvertaken && stored !== value && !isSecret ? shown(path, stored, words) : undefined,
  }
}

function keyText({ settings: { external_scorer } }: Site, { settings }: Words): string {
  const key = external_scorer?.key ?? ''
  return key === '' ? settings.keyMissing : settings.keyStored(maskedKey(key))
}

/** What is wrong, beside each field. */
export function problemsInWords(
  read: Extract<ReadSettings, { outcome: 'invalid' }>,
  words: Words,
): SettingProblems {
  const { settings } = words
  const problems = new Map<SettingPath, string>()
  for (const { path, line } of read.problems) {
    if (problems.has(path)) continue
    const range = rangeOf(path, words)
    const text = settings.problemOf[path] ?? (range || settings.problems[settingFacts[path].widget])
    problems.set(path, line === undefined ? text : settings.line(line, text))
  }
  return problems
}
