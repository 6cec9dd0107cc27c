import type { Database } from '../platform/database'
import { inTurns } from '../platform/in-turns'
import { readSettings } from '../sites/site'
import { learnInSteps } from './learn-in-steps'
import { findSitesToTeach, readDecisionLog, saveLearning } from './site-learning.store'
import type { Teacher } from './trained-scorer'

/** Older decisions are forgotten: a site changes, and its log has to be gone through in a second. */
const mostDecisions = 5000

/**
 * Teaches the scores of every site whose log holds what this process's model has not learnt: new decisions,
 * or all of them once heads, normaliser or the way of learning have changed.
 * @returns false: there is never more to do at once
 */
export async function learnFromDecisions(db: Database, teacher: Teacher): Promise<boolean> {
  const { model } = teacher
  for (const { id, settings, learning, until } of await findSitesToTeach(db, model)) {
    const { learning: how, language } = readSettings(settings)
    if (!how.enabled) continue
    const since = new Date(how.since ?? 0)
    const log = await readDecisionLog(db, id, { since, limit: mostDecisions })
    const scores = await inTurns(
      learnInSteps(log, how.most_per_moderator_day, (score, body) =>
        teacher.lesson(score, body, language),
      ),
    )
    await saveLearning(db, id, { model, scores, until, learning })
  }
  return false
}
