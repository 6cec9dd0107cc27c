import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import type { ScoreName } from './score'

/** A moderator's decision that still stands, with the text that it was about. */
export type LoggedDecision = {
  body: string
  action: Action
  reason: Reason
  decider: string
  decidedAt: Date
}

/** Scores that learn on a site. */
export const learningScores = ['spam', 'toxicity'] as const satisfies readonly ScoreName[]
export type LearningScore = (typeof learningScores)[number]

/** The reasons by which a rejection speaks of a score. */
export const lessonReasons: Record<LearningScore, readonly Reason[]> = {
  spam: ['spam', 'advertising', 'blocked_link'],
  toxicity: [
    'toxicity',
    'abuse',
    'insult',
    'hate_speech',
    'threat',
    'threat_or_abuse',
    'profanity',
  ],
}

/**
 * What a decision says of a score: true and false are lessons, null is none. An approval says that a
 * comment is neither; a rejection speaks of what its reason names and of nothing else.
 */
export function lessonOf(score: LearningScore, { action, reason }: LoggedDecision): boolean | null {
  if (action === 'approve') return false
  if (score === 'spam' && action === 'spam') return true
  return action === 'reject' && lessonReasons[score].includes(reason) ? true : null
}

/**
 * At most so many decisions of one person on one day are learnt from: nobody teaches a site alone.
 * @param log in order of time
 */
export function withoutExcess(
  log: readonly LoggedDecision[],
  mostPerDay: number,
): LoggedDecision[] {
  const seen = new Map<string, number>()
  return log.filter(({ decider, decidedAt }) => {
    const key = `${decider} ${decidedAt.toISOString().slice(0, 10)}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count <= mostPerDay
  })
}
