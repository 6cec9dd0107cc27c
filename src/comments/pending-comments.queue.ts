import type { QueueConnection } from '../platform/queue-connection'
import { withTimeout } from '../platform/with-timeout'

/** A job is a doorbell: it says which comments to look at, never what they say. */
export type PendingCommentsJob = { ids: string[] }

export const pendingCommentsQueue = 'pending-comments'

/** Few enough that a batch is judged well within the job's lock, many enough for thousands a second. */
const idsPerJob = 50
const answerWithinMs = 2000

export type PendingComments = {
  /** @throws Error when the queue does not take the work within two seconds. */
  moderateLater(ids: readonly string[]): Promise<void>
  waiting(): Promise<number>
  close(): Promise<void>
}

export function openPendingComments(queues: QueueConnection): PendingComments {
  const queue = queues.queue<PendingCommentsJob>(pendingCommentsQueue)
  return {
    moderateLater: async (ids) => {
      const jobs = []
      for (let at = 0; at < ids.length; at += idsPerJob) {
        jobs.push({
          name: 'moderate',
          data: { ids: ids.slice(at, at + idsPerJob) },
          opts: {
            attempts: 5,
            backoff: { type: 'exponential', delay: 500 },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })
      }
      const late = `the queue did not answer within ${answerWithinMs} ms`
      await withTimeout(queue.current().addBulk(jobs), answerWithinMs, late)
    },
    waiting: () => queue.current().getWaitingCount(),
    close: () => queue.close(),
  }
}
