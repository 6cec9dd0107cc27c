import type { Database } from '../platform/database'
import { promiseOverdue, takeOutbox } from './outbox.store'
import type { PendingComments } from './pending-comments.queue'
import { pruneChallenges } from './submission.store'

const entriesPerRound = 500
const overduePerRound = 5000

/** One round of the relay. @returns whether there may be more to hand over */
export async function relayOutbox(db: Database, pending: PendingComments): Promise<boolean> {
  const taken = await takeOutbox(db, entriesPerRound, (ids) => pending.moderateLater(ids))
  return taken === entriesPerRound
}

/** What keeps promises when a queue forgot them. @returns whether there may be more to do */
export async function reconcile(db: Database): Promise<boolean> {
  const promised = await promiseOverdue(db, overduePerRound)
  await pruneChallenges(db)
  return promised === overduePerRound
}
