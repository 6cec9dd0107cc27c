import { widened } from '../platform/network-list'
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

type Sent = {
  external_scorer?: Partial<ExternalScorerSettings> | null
  blocked_networks?: readonly string[]
}

/** A change of settings as the audit may keep it for good: no key, and no single person's address. */
export const auditedChange = ({ external_scorer, blocked_networks, ...changed }: Sent): object => ({
  ...changed,
  ...(external_scorer !== undefined && {
    external_scorer: external_scorer && masked(external_scorer),
  }),
  ...(blocked_networks && { blocked_networks: [...new Set(blocked_networks.map(widened))] }),
})

export type ExternalScorerChange =
  | { outcome: 'valid'; external: ExternalScorerSettings }
  | { outcome: 'invalid'; field: 'url' | 'key'; problem: ScorerProblem; message: string }

const messages = {
  'off-here':
    'External scorers are off in this installation. Its operator has to name their hosts in EXTERNAL_SCORER_HOSTS.',
  'unnamed-host':
    'The operator of this installation has not named this host in EXTERNAL_SCORER_HOSTS.',
  'part-of-key': 'This is not the stored key: send all of it.',
  'key-again': 'Send the key again for another address.',
}
export type ScorerProblem = keyof typeof messages

const invalid = (field: 'url' | 'key', problem: ScorerProblem): ExternalScorerChange => ({
  outcome: 'invalid',
  field,
  problem,
  message: messages[problem],
})

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
  if (hosts.length === 0) return invalid('url', 'off-here')
  if (!hostIsAllowed(new URL(external.url), hosts)) return invalid('url', 'unnamed-host')
  if (sentKey !== undefined && !sentKey.startsWith(hidden)) return { outcome: 'valid', external }
  const before = externalScorerSchema.safeParse(stored).data
  const kept = before?.key ?? ''
  if (sentKey !== undefined && sentKey !== maskedKey(kept)) return invalid('key', 'part-of-key')
  if (kept && before && new URL(before.url).origin !== new URL(external.url).origin)
    return invalid('key', 'key-again')
  return { outcome: 'valid', external: { ...external, key: kept } }
}
