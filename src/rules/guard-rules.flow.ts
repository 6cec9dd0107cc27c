import type { Database } from '../platform/database'
import { logger, placesIn } from '../platform/logger'
import { settingsOf } from '../sites/site.store'
import { demoteRule, findWatchedRules, type WildRule } from './rule.store'

/**
 * A live rule that runs wild within a day of its last change goes back to shadow, where it can do
 * no harm, and its owner is told. What it did until then can be returned to the queue. An error in
 * checking one rule does not affect the others.
 * @returns false: there is never more to do at once
 */
export async function guardRules(db: Database): Promise<boolean> {
  for (const rule of await findWatchedRules(db)) {
    try {
      await guard(db, rule)
    } catch (error) {
      logger.error({ rule: rule.id, places: placesIn(error) }, 'a rule could not be checked')
    }
  }
  return false
}

async function guard(db: Database, rule: WildRule): Promise<void> {
  const { rule_guard: limits } = await settingsOf(db, rule.siteId)
  const allowed = Math.max(limits.authors, limits.share * rule.comments)
  if (rule.authors > allowed) await demoteRule(db, rule, Math.floor(allowed))
}
