import type { Services } from '../src/services'
import { startModerateCommentsWorker } from './moderate-comments.worker'

export type Workers = { stop(): Promise<void> }

/** Starts one worker of every kind. */
export function startWorkers(services: Services): Workers {
  const workers = [startModerateCommentsWorker(services)]
  return {
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}
