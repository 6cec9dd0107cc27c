import { defaultSettings, type SiteSettings, settingsSchema } from './settings'

export type Site = {
  id: string
  slug: string
  name: string
  settings: SiteSettings
  /** Grows with every change of settings, banks or rules. */
  ruleSetVersion: number
  /** Of the house rules in force; null as long as there are none. */
  houseRulesVersion: number | null
}

type OldSettings = { thresholds?: { identity_attack?: Record<string, unknown> } } | null

/** Without the limits that let the score for identity attack refuse a comment: it had them once. */
function withoutDropped(stored: unknown): unknown {
  const { thresholds } = (stored as OldSettings) ?? {}
  if (!thresholds?.identity_attack) return stored
  const { spam: _spam, reject: _reject, ...identity_attack } = thresholds.identity_attack
  return { ...(stored as object), thresholds: { ...thresholds, identity_attack } }
}

/** Stored settings hold what the owner set; a value that no longer fits falls back to the defaults. */
export function readSettings(stored: unknown): SiteSettings {
  const read = settingsSchema.safeParse(withoutDropped(stored))
  return read.success ? read.data : defaultSettings
}
