import {
  type LearningScore,
  type LoggedDecision,
  learningScores,
  lessonOf,
  weightsOf,
} from './decision-log'
import type { Learnt } from './scorer'
import { siteCalibration } from './site-calibration'
import { learningSettings, type TaughtDecision } from './site-delta'
import { Replay } from './site-replay'
import type { Teacher } from './trained-scorer'

type Lesson = (score: LearningScore, body: string) => ReturnType<Teacher['lesson']>
type Log = { decisions: readonly LoggedDecision[]; weights: readonly number[] }

function* taughtInSteps(
  score: LearningScore,
  { decisions, weights }: Log,
  lesson: Lesson,
): Generator<void, TaughtDecision[]> {
  const taught: TaughtDecision[] = []
  for (const [place, decision] of decisions.entries()) {
    const isOfClass = lessonOf(score, decision)
    if (isOfClass === null) continue
    const read = lesson(score, decision.body)
    if (read) taught.push({ ...read, isOfClass, weight: weights[place] ?? 1 })
    yield
  }
  return taught
}

function* replayInSteps(
  score: LearningScore,
  taught: readonly TaughtDecision[],
): Generator<void, Learnt> {
  const replay = new Replay(learningSettings[score])
  for (const decision of taught) {
    replay.take(decision)
    yield
  }
  return { delta: replay.delta, calibration: siteCalibration(replay.foretold) }
}

/**
 * What a decision log teaches the scores of its site; a score that it says nothing of is absent. The same
 * log gives the same numbers, on any machine.
 * @param decisions in order of time
 */
export function* learnInSteps(
  decisions: readonly LoggedDecision[],
  mostPerDay: number,
  lesson: Lesson,
): Generator<void, Map<LearningScore, Learnt>> {
  const log = { decisions, weights: weightsOf(decisions, mostPerDay) }
  const scores = new Map<LearningScore, Learnt>()
  for (const score of learningScores) {
    const taught = yield* taughtInSteps(score, log, lesson)
    if (taught.length > 0) scores.set(score, yield* replayInSteps(score, taught))
  }
  return scores
}
