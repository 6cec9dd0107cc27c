import type { Database } from '../platform/database'
import { type Agreement, agreementOf } from './agreement'
import { readAnswerPairs } from './agreement.store'
import { type RulePrecision, readRulePrecision } from './rule-precision.store'
import type { StatsRange } from './stats.store'

export type Quality = { agreement: Agreement; rules: RulePrecision[] }

/** How far moderators agree with each other, and rules with moderators, in a range of time. */
export async function readQuality(db: Database, range: StatsRange): Promise<Quality> {
  const [pairs, rules] = await Promise.all([
    readAnswerPairs(db, range),
    readRulePrecision(db, range),
  ])
  return { agreement: agreementOf(pairs), rules }
}
