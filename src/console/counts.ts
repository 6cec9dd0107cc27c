import { noCounts, type QueueCounts, type SiteCounts } from '../moderation/queue-counts.store'

/** The counts of several sites as one, for who is to answer. */
export function sumOfCounts(counts: Iterable<SiteCounts>, me: string): QueueCounts {
  const sum = { ...noCounts }
  for (const one of counts) {
    sum.held += one.held
    sum.pending += one.pending
    sum.approved += one.approved
    sum.rejected += one.rejected
    sum.spam += one.spam
    sum.reported += one.reported
    sum.appealed += one.appealed - ownAppealsOf(one, me)
    sum.sampled += one.sampled
    sum.lead += one.lead
    sum.draws = [...sum.draws, ...one.draws]
    if (one.oldestHeldAt && (!sum.oldestHeldAt || one.oldestHeldAt < sum.oldestHeldAt))
      sum.oldestHeldAt = one.oldestHeldAt
  }
  return sum
}

const ownAppealsOf = ({ ownAppeals }: SiteCounts, me: string): number =>
  ownAppeals.find(({ decider }) => decider === me)?.count ?? 0
