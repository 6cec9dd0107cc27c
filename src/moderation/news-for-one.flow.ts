import type { Database } from '../platform/database'
import { ofQueue } from './named-queue.store'
import type { QueueState } from './queue.store'
import type { QueueChange } from './queue-change.store'

/** Who reads the news, and the queue that is chosen; undefined shows every queue. */
export type NewsFor = { me: string; queue: string | undefined }

/**
 * The same changes with the tabs that each came into for one reader: an appeal is no news to whom it
 * may not be answered by, and what waits in another queue is none where one is chosen. What became of
 * the cards that are shown is told in any case.
 */
export async function newsForOne(
  db: Database,
  changes: readonly QueueChange[],
  { me, queue }: NewsFor,
): Promise<QueueChange[]> {
  const held = changes.filter(({ into }) => into.includes('held')).map((one) => one.commentId)
  const isChosen = queue !== undefined && held.length > 0
  const inQueue = isChosen ? await ofQueue(db, held, queue) : new Set(held)
  const isFound = ({ commentId, notFor }: QueueChange, tab: QueueState) =>
    (tab !== 'held' || inQueue.has(commentId)) && (tab !== 'appealed' || notFor !== me)
  return changes.map((one) => ({ ...one, into: one.into.filter((tab) => isFound(one, tab)) }))
}
