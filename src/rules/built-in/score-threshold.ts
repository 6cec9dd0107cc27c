import type { Action } from '../../comments/comment'
import type { Reason } from '../../comments/reason'
import { notScored, type ScoreName, scoreNames } from '../../scoring/score'
import type { BuiltInRule } from '../rule'
import { says } from './details'

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

function scoreThreshold(name: ScoreName): BuiltInRule {
  return {
    name: `score_${name}`,
    title: `Score for ${name.replace('_', ' ')}`,
    explain: `Holds, marks as spam or rejects a comment from the limits in \`thresholds.${name}\` on.`,
    judge: ({ features, settings }) => {
      const value = features.scores[name]
      if (value === notScored) return null
      const limits = settings.thresholds[name]
      const action = actions.find((one) => limits[one] !== null && value >= limits[one])
      if (action === undefined) return null
      return {
        action,
        reason: reasonOf[name],
        priority: priorityOf(name, value),
        ...says('score', { score: name, value, limit: limits[action] ?? 1, action }),
        spans: [],
      }
    },
  }
}

/** One rule for each score. */
export const scoreThresholds: readonly BuiltInRule[] = scoreNames.map(scoreThreshold)
