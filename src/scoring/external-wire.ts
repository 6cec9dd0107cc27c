import { z } from 'zod'
import { jsonExcess } from '../platform/json-bounds'
import {
  type ExternalReply,
  type ExternalScorerSettings,
  type Outage,
  unavailable,
} from './external-scorer'
import type { ScoreName, Scores } from './score'

export type ExternalRequest = { url: URL; headers: Record<string, string>; body: object }

/** Their names for what we have a score for. A score is the highest of what counts for it. */
type Names = Record<string, readonly ScoreName[]>

/** Attributes of comments:analyze; SPAM and SEXUALLY_EXPLICIT know English only. */
export const perspectiveAttributes: Names = {
  TOXICITY: ['toxicity'],
  INSULT: ['insult'],
  THREAT: ['threat'],
  IDENTITY_ATTACK: ['identity_attack'],
  PROFANITY: ['profanity'],
  SEXUALLY_EXPLICIT: ['sexual'],
  SPAM: ['spam'],
}

export const openaiCategories: Names = {
  harassment: ['insult', 'toxicity'],
  'harassment/threatening': ['threat', 'toxicity'],
  hate: ['identity_attack', 'toxicity'],
  'hate/threatening': ['identity_attack', 'threat', 'toxicity'],
  violence: ['threat'],
  sexual: ['sexual'],
  'sexual/minors': ['sexual'],
}

const probability = z.number().min(0).max(1)

/** What they say of the names that we know; the others are passed over. */
function knownNames<T extends z.ZodType>(names: Names, type: T) {
  return z.object(Object.fromEntries(Object.keys(names).map((name) => [name, type.nullish()])))
}

const perspectiveReply = z.object({
  attributeScores: knownNames(
    perspectiveAttributes,
    z.object({ summaryScore: z.object({ value: probability }) }),
  ).optional(),
})

const openaiReply = z.object({
  results: z.tuple([z.object({ category_scores: knownNames(openaiCategories, probability) })]),
})

function scoresOf(names: Names, scoreNamed: (name: string) => number | undefined): ExternalReply {
  const scores: Partial<Scores> = {}
  for (const [theirs, ours] of Object.entries(names)) {
    const value = scoreNamed(theirs)
    if (value === undefined) continue
    for (const name of ours) scores[name] = Math.max(scores[name] ?? 0, value)
  }
  if (Object.keys(scores).length === 0) return unavailable('no score given')
  return { outcome: 'scored', scores }
}

function parsed(text: string): unknown {
  if (jsonExcess(Buffer.from(text))) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where an operation is below the address that the owner gave, with or without its version. */
function operation(base: string, version: string, path: string): URL {
  const root = base.replace(/\/+$/, '')
  return new URL(`${root.endsWith(`/${version}`) ? root : `${root}/${version}`}/${path}`)
}

type Wire = {
  /** @param text as typed; @param language ISO 639-1 of the text */
  request(settings: ExternalScorerSettings, text: string, language: string): ExternalRequest
  /** A reply of status 200, whatever it holds. */
  read(reply: string): ExternalReply
}

const perspective: Wire = {
  request({ url, key }, text, language) {
    const address = operation(url, 'v1alpha1', 'comments:analyze')
    if (key) address.searchParams.set('key', key)
    const body = {
      comment: { text, type: 'PLAIN_TEXT' },
      languages: [language],
      requestedAttributes: Object.fromEntries(
        Object.keys(perspectiveAttributes).map((name) => [name, {}]),
      ),
      doNotStore: true,
      // else one attribute without a model for this language refuses them all
      dropUnsupportedAttributes: true,
    }
    return { url: address, headers: {}, body }
  },
  read(reply) {
    const { data } = perspectiveReply.safeParse(parsed(reply))
    if (!data) return unavailable('reply not understood')
    const values = data.attributeScores ?? {}
    return scoresOf(perspectiveAttributes, (name) => values[name]?.summaryScore.value)
  },
}

const openai: Wire = {
  request({ url, key }, text) {
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    return { url: operation(url, 'v1', 'moderations'), headers, body: { input: text } }
  },
  read(reply) {
    const { data } = openaiReply.safeParse(parsed(reply))
    if (!data) return unavailable('reply not understood')
    const [{ category_scores: values }] = data.results
    return scoresOf(openaiCategories, (name) => values[name] ?? undefined)
  },
}

/** The two ways of asking, and of reading what comes back. */
export const wires: Record<ExternalScorerSettings['kind'], Wire> = { perspective, openai }

/** These statuses are about the text, such as its length or language; the service itself is well. */
const refusals: readonly number[] = [400, 413, 422]

/** What any status but 200 means. */
export function outageOf(status: number): Outage {
  if (status >= 300 && status < 400) return 'redirected'
  return refusals.includes(status) ? 'text refused' : `status ${status}`
}
