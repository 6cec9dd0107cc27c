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

/** Who has decided less often is not one of those who share the work. */
const fewestOfOne = 20
/** So many times the average of those who share the work may one of them count for. */
const mostOfAverage = 1.5
/** So many decisions count in any case, of one of two; of one of three half as many, and so on. */
const alwaysCounted = 200

type Decided = Pick<LoggedDecision, 'decider' | 'decidedAt'>
const personOf = ({ decider }: Decided): string => decider
const dayOf = (one: Decided): string => `${one.decidedAt.toISOString().slice(0, 10)} ${one.decider}`

function sums(keys: readonly string[], weights: readonly number[]): Map<string, number> {
  const found = new Map<string, number>()
  keys.forEach((key, place) => {
    found.set(key, (found.get(key) ?? 0) + (weights[place] ?? 0))
  })
  return found
}

const rounds = 50

/** The most that one of several may count for, so that it is not far above the average of what they count for. */
function mostOfOne(counts: readonly number[]): number {
  let most = Math.max(...counts)
  for (let round = 0; round < rounds; round++) {
    const counted = counts.reduce((sum, count) => sum + Math.min(count, most), 0)
    most = Math.min(most, (mostOfAverage * counted) / counts.length)
  }
  return Math.max(most, alwaysCounted / (counts.length - 1), fewestOfOne)
}

/**
 * How much each decision counts, above 0 to 1, so that of several people none outweighs the others: one
 * counts for at most `mostPerDay` decisions on a day, and in the log for half again as much as they do on
 * average. Who decides alone counts in full.
 */
export function weightsOf(log: readonly Decided[], mostPerDay: number): number[] {
  const people = log.map(personOf)
  const days = log.map(dayOf)
  const whole = log.map(() => 1)
  const decided = sums(people, whole)
  const sharing = [...decided.keys()].filter((one) => (decided.get(one) ?? 0) >= fewestOfOne)
  if (sharing.length < 2) return whole
  const ofDays = sums(days, whole)
  const onDay = days.map((day) => Math.min(1, mostPerDay / (ofDays.get(day) ?? 1)))
  const counted = sums(people, onDay)
  const most = mostOfOne(sharing.map((one) => counted.get(one) ?? 0))
  return onDay.map((weight, place) => {
    return weight * Math.min(1, most / (counted.get(people[place] ?? '') ?? 1))
  })
}
