import {
  type ExternalScorerSettings,
  externalScorerSchema,
  hostIsAllowed,
} from '../scoring/external-scorer'
import type { SiteSettings } from './settings'

const hidden = '…'
/** A shorter key would be guessed from its end. */
const fewestForEnd = 12

/** A key as it may be shown: "…" and its last four characters, "" when there is none. */
export function maskedKey(key: string): string {
  if (key === '' || key.startsWith(hidden)) return key
  return key.length < fewestForEnd ? hidden : `${hidden}${key.slice(-4)}`
}

const masked = <T extends { key?: string | undefined }>(external: T): T =>
  external.key === undefined ? external : { ...external, key: maskedKey(external.key) }

/** Settings as they may leave the service. */
export const shownSettings = (settings: SiteSettings): SiteSettings =>
  settings.external_scorer
    ? { ...settings, external_scorer: masked(settings.external_scorer) }
    : settings

type Sent = { external_scorer?: Partial<ExternalScorerSettings> | null }

/** A change of settings as the audit may keep it. */
export const auditedChange = (changed: Sent): object =>
  changed.external_scorer
    ? { ...changed, external_scorer: masked(changed.external_scorer) }
    : changed

export type ExternalScorerChange =
  | { outcome: 'valid'; external: ExternalScorerSettings }
  | { outcome: 'invalid'; field: 'url' | 'key'; message: string }

function refusedHost(url: string, hosts: readonly string[]): string | undefined {
  if (hosts.length === 0)
    return 'External scorers are off in this installation. Its operator has to name their hosts in EXTERNAL_SCORER_HOSTS.'
  if (hostIsAllowed(new URL(url), hosts)) return undefined
  return 'The operator of this installation has not named this host in EXTERNAL_SCORER_HOSTS.'
}

/**
 * The external scorer after a change: `merged` is what it would be, its key as sent, or as stored
 * when none was sent. A key that is kept stays with the host it was given for: whoever may change
 * settings could otherwise have it sent elsewhere and read it there.
 */
export function changeExternalScorer(
  stored: unknown,
  merged: unknown,
  { sentKey, hosts }: { sentKey: string | undefined; hosts: readonly string[] },
): ExternalScorerChange {
  const external = externalScorerSchema.parse(merged)
  const refused = refusedHost(external.url, hosts)
  if (refused) return { outcome: 'invalid', field: 'url', message: refused }
  if (sentKey !== undefined && !sentKey.startsWith(hidden)) return { outcome: 'valid', external }
  const before = externalScorerSchema.safeParse(stored).data
  const kept = before?.key ?? ''
  if (sentKey !== undefined && sentKey !== maskedKey(kept))
    return {
      outcome: 'invalid',
      field: 'key',
      message: 'This is not the stored key: send all of it.',
    }
  if (kept && before && new URL(before.url).origin !== new URL(external.url).origin)
    return { outcome: 'invalid', field: 'key', message: 'Send the key again for another address.' }
  return { outcome: 'valid', external: { ...external, key: kept } }
}
