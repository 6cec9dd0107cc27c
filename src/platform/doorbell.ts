import { setTimeout as pause } from 'node:timers/promises'
import { logger } from './logger'

export type Doorbell = {
  /** Asks for a round now; many rings while one is under way make one more round. */
  ring(): void
  /** Waits for the round under way; none starts afterwards. */
  stop(): Promise<void>
}

/** Under load one round then serves what many rings asked for; the first ring never waits. */
const restMs = 25

/**
 * Runs `round` when rung and at least every `everyMs`, one at a time in this process. A round that
 * says `true` is followed by another at once, any other by a short rest; one that throws is logged
 * and tried again in time.
 */
export function createDoorbell(
  name: string,
  everyMs: number,
  round: () => Promise<boolean>,
): Doorbell {
  let stopped = false
  let rung = false
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    do {
      rung = false
      try {
        if (await round()) rung = true
        else await pause(restMs)
      } catch (error) {
        logger.warn(
          { task: name, reason: (error as Error).message },
          'task failed, tried again later',
        )
        break
      }
    } while (rung && !stopped)
    running = undefined
  }

  const ring = () => {
    if (stopped) return
    rung = true
    running ??= run()
  }
  const timer = setInterval(ring, everyMs)
  timer.unref()
  return {
    ring,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
