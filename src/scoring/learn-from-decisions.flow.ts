import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../platform/database'
import { settingsOf } from '../sites/site.store'
import {
  type LearningScore,
  type LoggedDecision,
  learningScores,
  lessonOf,
  withoutExcess,
} from './decision-log'
import type { Learnt } from './scorer'
import { type Foretold, siteCalibration } from './site-calibration'
import {
  afterDecision,
  emptyDelta,
  learningSettings,
  replayPlaces,
  siteOdds,
  type TaughtDecision,
} from './site-delta'
import { findSitesToTeach, readDecisionLog, saveLearning } from './site-learning.store'
import type { Teacher } from './trained-scorer'

/** Older decisions are forgotten: a site changes, and its log has to be gone through in a second. */
const mostDecisions = 5000
const decisionsPerTurn = 20

/**
 * Teaches the scores of every site whose moderators have decided something new. What a site has
 * learnt depends on its decision log alone: the same log gives the same numbers, on any machine.
 * @returns false: there is never more to do at once
 */
export async function learnFromDecisions(db: Database, teacher: Teacher): Promise<boolean> {
  for (const { id, until } of await findSitesToTeach(db)) {
    const { learning, language } = await settingsOf(db, id)
    if (!learning.enabled) continue
    const since = new Date(learning.since ?? 0)
    const log = await readDecisionLog(db, id, { since, limit: mostDecisions })
    const lessons = withoutExcess(log, learning.most_per_moderator_day)
    const scores = await learnt(lessons, (score, body) => teacher.lesson(score, body, language))
    await saveLearning(db, id, { scores, until, since: learning.since })
  }
  return false
}

type Lesson = (score: LearningScore, body: string) => ReturnType<Teacher['lesson']>

async function learnt(
  log: readonly LoggedDecision[],
  lesson: Lesson,
): Promise<Map<LearningScore, Learnt>> {
  const scores = new Map<LearningScore, Learnt>()
  for (const score of learningScores) {
    const taught = await taughtDecisions(score, log, lesson)
    if (taught.length > 0) scores.set(score, await replay(score, taught))
  }
  return scores
}

async function taughtDecisions(
  score: LearningScore,
  log: readonly LoggedDecision[],
  lesson: Lesson,
): Promise<TaughtDecision[]> {
  const taught: TaughtDecision[] = []
  for (const [number, decision] of log.entries()) {
    if (number % decisionsPerTurn === 0) await nextTurn()
    const isOfClass = lessonOf(score, decision)
    const read = isOfClass === null ? null : lesson(score, decision.body)
    if (isOfClass !== null && read) taught.push({ ...read, isOfClass })
  }
  return taught
}

/** As `replayLog`, with turns for the event loop in between, noting what was foretold of each comment. */
async function replay(score: LearningScore, log: readonly TaughtDecision[]): Promise<Learnt> {
  const settings = learningSettings[score] ?? { rate: 0.1, l2: 1e-4 }
  let delta = emptyDelta()
  const foretold: Foretold[] = []
  for (const [number, decision] of log.entries()) {
    if (number % decisionsPerTurn === 0) await nextTurn()
    const odds = siteOdds(delta, decision.features, decision.priorOdds)
    foretold.push({ odds, isOfClass: decision.isOfClass })
    const replayed = replayPlaces(number, number + 1).flatMap((place) => log[place] ?? [])
    delta = afterDecision(delta, decision, { settings, replayed })
  }
  return { delta, calibration: siteCalibration(foretold) }
}
