import { reconcile } from '../src/comments/relay-outbox.flow'
import { createDoorbell } from '../src/platform/doorbell'
import { guardRules } from '../src/rules/guard-rules.flow'
import { learnFromDecisions } from '../src/scoring/learn-from-decisions.flow'
import type { Services } from '../src/services'
import { startModerateCommentsWorker } from './moderate-comments.worker'

export type Workers = { stop(): Promise<void> }

const reconcileEveryMs = 15_000
const guardEveryMs = 5000
const learnEveryMs = 30_000

/** Starts one worker of every kind, and what has to be looked at from time to time. */
export function startWorkers(services: Services): Workers {
  const { db, teacher } = services
  const worker = startModerateCommentsWorker(services)
  const learning = createDoorbell('learning', learnEveryMs, () => learnFromDecisions(db, teacher))
  const doorbells = [
    createDoorbell('reconciler', reconcileEveryMs, () => reconcile(db)),
    createDoorbell('rule guard', guardEveryMs, () => guardRules(db)),
    learning,
  ]
  // heads that came with an update have learnt nothing yet
  learning.ring()
  return {
    stop: async () => {
      await Promise.all([worker.close(), ...doorbells.map((doorbell) => doorbell.stop())])
    },
  }
}
