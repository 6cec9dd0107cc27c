import type { Database } from '../platform/database'
import { inTurns } from '../platform/in-turns'
import { logger, placesIn } from '../platform/logger'
import { readSettings } from '../sites/site'
import { learnInSteps } from './learn-in-steps'
import {
  findSitesToTeach,
  readDecisionLog,
  type SiteToTeach,
  saveLearning,
} from './site-learning.store'
import type { Teacher } from './trained-scorer'

/** Older decisions are forgotten: a site changes, and its log has to be gone through in a second. */
const mostDecisions = 5000

/**
 * Teaches the scores of every site whose log holds what this process's model has not learnt: new decisions,
 * or all of them once heads, normaliser or the way of learning have changed. A site that fails keeps no
 * other from being taught, and is tried again with the next round.
 * @returns false: there is never more to do at once
 */
export async function learnFromDecisions(db: Database, teacher: Teacher): Promise<boolean> {
  for (const site of await findSitesToTeach(db, teacher.model)) {
    try {
      await teach(db, teacher, site)
    } catch (error) {
      logger.error({ site: site.id, places: placesIn(error) }, 'a site could not be taught')
    }
  }
  return false
}

async function teach(db: Database, teacher: Teacher, site: SiteToTeach): Promise<void> {
  const { id, settings, learning, until } = site
  const { learning: how, language } = readSettings(settings)
  if (!how.enabled) return
  const since = new Date(how.since ?? 0)
  const log = await readDecisionLog(db, id, { since, limit: mostDecisions })
  const scores = await inTurns(
    learnInSteps(log, how.most_per_moderator_day, (score, body) =>
      teacher.lesson(score, body, language),
    ),
  )
  await saveLearning(db, id, { model: teacher.model, scores, until, learning })
}
