import type { Action } from '../../comments/comment'
import type { Reason } from '../../comments/reason'
import { notScored, type ScoreName, scoreNames } from '../../scoring/score'
import type { BuiltInRule, Subject } from '../rule'
import { type SecondSign, says } from './details'
import { secondSign } from './second-sign'

const reasonOf: Record<ScoreName, Reason> = {
  spam: 'spam',
  toxicity: 'toxicity',
  insult: 'insult',
  threat: 'threat',
  identity_attack: 'hate_speech',
  profanity: 'profanity',
  sexual: 'sexual',
}
// Strongest first: a score that crosses several limits has the effect of the strongest.
const actions = ['reject', 'spam', 'hold'] as const satisfies Action[]

/** Threats may be urgent; among the others the higher score is seen sooner. */
function priorityOf(name: ScoreName, value: number): number {
  return Math.min(100, Math.round((name === 'threat' ? 60 : 40) + 40 * value))
}

type Effect = { action: (typeof actions)[number]; limit: number; sign?: SecondSign }

/** A score may lack an action altogether. */
type Limits = Partial<Record<(typeof actions)[number], number | null>>

function crossed(limits: Limits, value: number): Effect[] {
  return actions.flatMap((action) => {
    const limit = limits[action] ?? null
    return limit !== null && value >= limit ? [{ action, limit }] : []
  })
}

/** The strongest effect; without a second, strong sign a spam score only holds. */
function effectOf(name: ScoreName, value: number, subject: Subject): Effect | undefined {
  const effects = crossed(subject.settings.thresholds[name], value)
  const [strongest] = effects
  if (!strongest || name !== 'spam' || strongest.action === 'hold') return strongest
  const sign = secondSign(subject, strongest.limit)
  if (sign) return { ...strongest, sign }
  const weakest = effects.at(-1)
  return weakest && { ...weakest, action: 'hold' }
}

const explanations: Partial<Record<ScoreName, string>> = {
  spam: 'Holds a comment whose score reaches a limit in `thresholds.spam`. Marks it as spam or rejects it only with a second, strong sign (earlier refusals by people of the site, the trap field, copies of one advert), and never when it links only to trusted or approved domains. A first-time author is not a strong sign.',
  identity_attack:
    'Holds a comment from the limit in `thresholds.identity_attack.hold` on; it never refuses one.',
}
const explanationOf = (name: ScoreName): string =>
  explanations[name] ??
  `Holds, marks as spam or rejects a comment from the limits in \`thresholds.${name}\` on.`

function scoreThreshold(name: ScoreName): BuiltInRule {
  return {
    name: `score_${name}`,
    title: `Score for ${name.replace('_', ' ')}`,
    explain: explanationOf(name),
    judge: (subject) => {
      const value = subject.features.scores[name]
      if (value === notScored) return null
      const effect = effectOf(name, value, subject)
      if (effect === undefined) return null
      return {
        action: effect.action,
        reason: reasonOf[name],
        priority: priorityOf(name, value),
        ...says('score', { score: name, value, ...effect }),
        spans: [],
      }
    },
  }
}

/** One rule for each score. */
export const scoreThresholds: readonly BuiltInRule[] = scoreNames.map(scoreThreshold)
