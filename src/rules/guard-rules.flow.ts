import type { Database } from '../platform/database'
import { settingsOf } from '../sites/site.store'
import { demoteRule, findWatchedRules } from './rule.store'

/**
 * A live rule that runs wild within a day of its last change goes back to shadow, where it can do
 * no harm, and its owner is told. What it did until then can be returned to the queue.
 * @returns false: there is never more to do at once
 */
export async function guardRules(db: Database): Promise<boolean> {
  for (const rule of await findWatchedRules(db)) {
    const { rule_guard: guard } = await settingsOf(db, rule.siteId)
    const allowed = Math.max(guard.authors, guard.share * rule.comments)
    if (rule.authors <= allowed) continue
    await demoteRule(db, rule, Math.floor(allowed))
  }
  return false
}
