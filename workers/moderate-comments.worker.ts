import {
  type PendingCommentsJob,
  pendingCommentsQueue,
} from '../src/comments/pending-comments.queue'
import { moderateComments } from '../src/moderation/moderate-comments.flow'
import type { Services } from '../src/services'

/**
 * The lock outlives any batch by far; a dead worker's job is given away within 15 s. After a queue outage
 * the next job is fetched within 1 s (BullMQ's default is 15 s).
 */
const timing = {
  lockDuration: 10_000,
  stalledInterval: 5000,
  maxStalledCount: 100,
  runRetryDelay: 1000,
}

export const startModerateCommentsWorker = (services: Services) =>
  services.queues.worker<PendingCommentsJob>(
    pendingCommentsQueue,
    (job) => moderateComments(services, job.data.ids),
    { concurrency: 4, ...timing },
  )
