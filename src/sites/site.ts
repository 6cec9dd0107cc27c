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

/** Stored settings hold what the owner set; a value that no longer fits falls back to the defaults. */
export function readSettings(stored: unknown): SiteSettings {
  const read = settingsSchema.safeParse(stored)
  return read.success ? read.data : defaultSettings
}
