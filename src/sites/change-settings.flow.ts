import type { Database } from '../platform/database'
import { sha256 } from '../platform/keys'
import { type SiteSettings, settingsSchema } from './settings'
import { differences, inPlacesOf, mergeSettings } from './settings-change'
import {
  auditedChange,
  changeExternalScorer,
  type ExternalScorerChange,
  shownSettings,
} from './settings-secrets'
import { readSettings } from './site'
import { saveSettings, storedSettings } from './site.store'

type Tools = {
  db: Database
  articles: { forget(): void }
  config: { externalScorerHosts?: readonly string[] | undefined }
}
type Plain = Record<string, unknown>

export type SettingsOutcome =
  | { outcome: 'saved'; settings: SiteSettings }
  | Extract<ExternalScorerChange, { outcome: 'invalid' }>
  /** Others changed them meanwhile. */
  | { outcome: 'overtaken' }

/** Who is overtaken reads again, so that changes made at once all count. */
const mostReadings = 20

/** Changes what is sent and leaves the rest. @param changed has passed the schema, without defaults */
export async function patchSettings(
  tools: Tools,
  siteId: string,
  { changed, actor }: { changed: Plain; actor: string },
): Promise<SettingsOutcome> {
  for (let reading = 0; reading < mostReadings; reading++) {
    const before = (await storedSettings(tools.db, siteId)) as Plain
    const settings = mergeSettings(before, changed)
    const sentKey = (changed.external_scorer as { key?: string } | null | undefined)?.key
    const change = { before, settings, sentKey, actor, audited: changed }
    const answer = await save(tools, siteId, change)
    if (answer.outcome !== 'overtaken') return answer
  }
  return { outcome: 'overtaken' }
}

/** Names what an owner has set: another name, and somebody has changed it. */
export const settingsMark = (stored: object): string =>
  sha256(JSON.stringify(stored)).toString('base64url').slice(0, 12)

export type Replacement = {
  /** Mark of the settings that the owner saw. */
  mark: string
  /** All that differs from the defaults. */
  settings: Plain
  /** A new key of the external scorer; undefined leaves the stored one. */
  sentKey: string | undefined
  actor: string
}

/** Puts a whole set of settings in place of the one that the owner saw. */
export async function replaceSettings(
  tools: Tools,
  siteId: string,
  { mark, settings, sentKey, actor }: Replacement,
): Promise<SettingsOutcome | { outcome: 'unchanged' }> {
  const before = (await storedSettings(tools.db, siteId)) as Plain
  if (settingsMark(before) !== mark) return { outcome: 'overtaken' }
  const kept = before.external_scorer as { key?: string } | null | undefined
  const external = settings.external_scorer as Plain | undefined
  const next = external
    ? { ...settings, external_scorer: { ...external, key: sentKey ?? kept?.key ?? '' } }
    : settings
  const audited = differences(
    shownSettings(readSettings(before)),
    shownSettings(settingsSchema.parse(next)),
  )
  if (Object.keys(audited).length === 0 && !(external && sentKey !== undefined))
    return { outcome: 'unchanged' }
  return save(tools, siteId, { before, settings: { ...next }, sentKey, actor, audited })
}

type Change = {
  before: Plain
  settings: Plain
  sentKey: string | undefined
  actor: string
  /** What changed; the audit keeps what it may of it, and of what was there before. */
  audited: Plain
}

async function save(
  { db, articles, config }: Tools,
  siteId: string,
  { before, settings, sentKey, actor, audited }: Change,
): Promise<SettingsOutcome> {
  const isScorerChanged = audited.external_scorer || sentKey !== undefined
  if (settings.external_scorer && isScorerChanged) {
    const change = changeExternalScorer(before.external_scorer, settings.external_scorer, {
      sentKey,
      hosts: config.externalScorerHosts ?? [],
    })
    if (change.outcome === 'invalid') return change
    settings.external_scorer = change.external
  }
  const was = inPlacesOf(audited, shownSettings(readSettings(before)))
  const changed = { ...auditedChange(audited), was: auditedChange(was) }
  if (!(await saveSettings(db, siteId, { before, settings, changed, actor })))
    return { outcome: 'overtaken' }
  articles.forget()
  return { outcome: 'saved', settings: readSettings(settings) }
}
