import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { z95 } from '../rules/wilson'

/** How often two people, who did not know of each other, gave these two answers to one comment. */
export type AnswerPair = {
  first: { action: Action; reason: Reason }
  second: { action: Action; reason: Reason }
  count: number
}

/** Cohen's κ with its 95 % interval; the interval is an approximation for large samples. */
export type Kappa = { value: number; low: number; high: number }

export type Figures = {
  /** Overall all pairs; of one answer those in which at least one of the two gave it. */
  pairs: number
  agreed: number
  /** 0..1; null with too few pairs. */
  share: number | null
  /** null with too few pairs, and where chance alone would explain full agreement. */
  kappa: Kappa | null
  state: 'known' | 'too_few' | 'undefined'
}

export type FiguresOf<Answer> = Figures & { answer: Answer; first: number; second: number }

export type Agreement = {
  overall: Figures
  byAction: FiguresOf<Action>[]
  byReason: FiguresOf<Reason>[]
}

/** With fewer pairs a figure would say more about luck than about people. */
export const leastPairs = 20

/** Two answers to the same question and how often they were given. */
export type Tally = { first: string; second: string; count: number }

/**
 * Agreement beyond what two people who answer at random, each with their own habits, would reach:
 * κ = (po − pe) / (1 − pe), with Cohen's large-sample error √(po(1 − po) / (n(1 − pe)²)).
 * J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement
 * 20 (1960) 37–46.
 * @returns null where κ is not defined: nothing was tallied, or both gave one and the same answer
 *   throughout, so that agreement by chance is certain
 */
export function cohensKappa(tallies: readonly Tally[]): Kappa | null {
  const total = sumOf(tallies)
  const answers = new Set(tallies.flatMap(({ first, second }) => [first, second]))
  const observed = sumOf(tallies.filter(({ first, second }) => first === second)) / total
  const expected = [...answers].reduce((sum, answer) => {
    const byFirst = sumOf(tallies.filter(({ first }) => first === answer))
    const bySecond = sumOf(tallies.filter(({ second }) => second === answer))
    return sum + (byFirst / total) * (bySecond / total)
  }, 0)
  if (total === 0 || expected === 1) return null
  const value = (observed - expected) / (1 - expected)
  const error = Math.sqrt((observed * (1 - observed)) / (total * (1 - expected) ** 2))
  return { value, low: Math.max(-1, value - z95 * error), high: Math.min(1, value + z95 * error) }
}

const sumOf = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { count }) => sum + count, 0)

/** How far two people agree: on the action at all, on each action, and on each reason to reject. */
export function agreementOf(pairs: readonly AnswerPair[]): Agreement {
  const actions = pairs.map(({ first, second, count }) => ({
    first: first.action,
    second: second.action,
    count,
  }))
  const reasons = pairs.map(({ first, second, count }) => ({
    first: rejectedFor(first),
    second: rejectedFor(second),
    count,
  }))
  const agreed = sumOf(actions.filter(({ first, second }) => first === second))
  const total = sumOf(actions)
  return {
    overall: figures(total, agreed, {
      share: agreed / total,
      kappa: cohensKappa(actions),
    }),
    byAction: answersIn(actions).map((action) => figuresOf(action, actions)),
    byReason: answersIn(reasons)
      .filter((reason) => reason !== 'none')
      .map((reason) => figuresOf(reason, reasons)),
  }
}

/** Other actions carry their reason in themselves. */
const rejectedFor = ({ action, reason }: AnswerPair['first']): Reason | 'none' =>
  action === 'reject' ? reason : 'none'

const answersIn = <Answer extends string>(
  tallies: readonly { first: Answer; second: Answer }[],
): Answer[] => [...new Set(tallies.flatMap(({ first, second }) => [first, second]))].toSorted()

/**
 * One answer against all others. The share is that of specific agreement, twice the common ones by
 * all given ones: what both left out says nothing of it (Fleiss, Levin and Paik, Statistical Methods
 * for Rates and Proportions, 2003, chapter 18).
 */
function figuresOf<Answer extends string>(
  answer: Answer,
  tallies: readonly Tally[],
): FiguresOf<Answer> {
  const first = sumOf(tallies.filter((one) => one.first === answer))
  const second = sumOf(tallies.filter((one) => one.second === answer))
  const both = sumOf(tallies.filter((one) => one.first === answer && one.second === answer))
  const isIt = (one: string) => String(one === answer)
  const againstRest = tallies.map((one) => ({
    first: isIt(one.first),
    second: isIt(one.second),
    count: one.count,
  }))
  const known = { share: (2 * both) / (first + second), kappa: cohensKappa(againstRest) }
  return { answer, first, second, ...figures(first + second - both, both, known) }
}

function figures(pairs: number, agreed: number, known: Pick<Figures, 'share' | 'kappa'>): Figures {
  if (pairs < leastPairs) return { pairs, agreed, share: null, kappa: null, state: 'too_few' }
  return { pairs, agreed, ...known, state: known.kappa ? 'known' : 'undefined' }
}

const bands = [
  { below: 0, name: 'poor' },
  { below: 0.21, name: 'slight' },
  { below: 0.41, name: 'fair' },
  { below: 0.61, name: 'moderate' },
  { below: 0.81, name: 'substantial' },
] as const

export type Band = (typeof bands)[number]['name'] | 'almost-perfect'

/**
 * A word for κ, to two decimals. A rule of thumb only: J. R. Landis and G. G. Koch, The measurement
 * of observer agreement for categorical data, Biometrics 33 (1977) 159–174.
 */
export const bandOf = (kappa: number): Band =>
  bands.find(({ below }) => Math.round(kappa * 100) / 100 < below)?.name ?? 'almost-perfect'
