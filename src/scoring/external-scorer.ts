import { z } from 'zod'
import { notScored, type ScoredText, type Scores, scoreNames } from './score'

function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { username, password } = new URL(value)
  return username + password === '' && !/[?#]/.test(value)
}

/** A scorer outside that a site's texts are sent to. */
export const externalScorerSchema = z.strictObject({
  kind: z.enum(['perspective', 'openai']).describe('What it speaks'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine(isPlainAddress, 'Give an address without user, query and fragment')
    .describe('Such as https://api.example; its host has to be in EXTERNAL_SCORER_HOSTS'),
  key: z
    .string()
    .max(500)
    .regex(/^…?[\x21-\x7e]*$/, 'A key has no spaces and no letters beyond ASCII')
    .default('')
    .describe('Shown by its end only; absent or as shown, the stored one stays'),
  // a batch has four seconds for all of its calls: docs/external-scorers.md
  timeout_ms: z.number().int().min(100).max(3000).default(800),
  mode: z
    .enum(['max', 'fill'])
    .default('max')
    .describe('max: the higher score counts; fill: only where ours is -1'),
})
export type ExternalScorerSettings = z.infer<typeof externalScorerSchema>

/** Why a text has no scores from outside; shown to moderators, so never with an address or a key. */
export type Outage =
  | 'host not allowed'
  | 'circuit open'
  | 'no time left'
  | 'timeout'
  | 'unreachable'
  | 'redirected'
  | 'text refused'
  | `status ${number}`
  | 'reply too large'
  | 'reply not understood'
  | 'no score given'

export type ExternalReply =
  | { outcome: 'scored'; scores: Partial<Scores> }
  | { outcome: 'unavailable'; why: Outage }

export const unavailable = (why: Outage): ExternalReply => ({ outcome: 'unavailable', why })

/**
 * Whether the operator lets texts be sent there: the very host and port, no patterns. A host without
 * port stands for the usual one of the address's scheme.
 */
export function hostIsAllowed(url: URL, hosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return hosts.includes(url.host) || hosts.includes(`${url.hostname}:${port}`)
}

/**
 * Our scores with those from outside. Where that scorer was away ours stay as they are, -1 included,
 * and `model` says so. Without a reply it was not asked, because its host is not allowed.
 */
export function withExternalScores(
  own: ScoredText,
  { kind, mode }: Pick<ExternalScorerSettings, 'kind' | 'mode'>,
  reply: ExternalReply = unavailable('host not allowed'),
): ScoredText {
  if (reply.outcome === 'unavailable')
    return { failure: 'away', ...own, model: `${own.model} (${kind} unavailable: ${reply.why})` }
  const scores = { ...own.scores }
  for (const name of scoreNames) {
    if (mode === 'fill' && scores[name] !== notScored) continue
    scores[name] = Math.max(scores[name], reply.scores[name] ?? notScored)
  }
  return { ...own, model: `${own.model}+${kind}`, scores }
}
