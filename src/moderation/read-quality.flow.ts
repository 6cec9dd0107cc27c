import type { Database } from '../platform/database'
import { type Agreement, agreementOf } from './agreement'
import { readAnswerPairs } from './agreement.store'
import { type Overturned, readOverturned } from './overturned.store'
import { type RulePrecision, readRulePrecision } from './rule-precision.store'
import type { StatsRange } from './stats.store'

export type Quality = {
  agreement: Agreement
  rules: RulePrecision[]
  /** undefined where it is not for the reader: figures of persons are for owners. */
  overturned: Overturned[] | undefined
}

/** How far moderators agree with each other, and rules with moderators, in a range of time. */
export async function readQuality(
  db: Database,
  range: StatsRange,
  reader: { isOwner: boolean },
): Promise<Quality> {
  const [pairs, rules, overturned] = await Promise.all([
    readAnswerPairs(db, range),
    readRulePrecision(db, range),
    reader.isOwner ? readOverturned(db, range) : undefined,
  ])
  return { agreement: agreementOf(pairs), rules, overturned }
}
