import { cpuClockMs } from '../../src/platform/cpu-clock'

const mostRuns = 30

/**
 * Milliseconds of CPU of the fastest of some runs, of as many as it takes to get below the limit: other work
 * on the machine can only slow a run down, so one fast run shows what the code can do.
 */
export function fastestRunMs(work: () => void, limitMs: number): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < mostRuns && fastest >= limitMs; run++) {
    const start = cpuClockMs()
    work()
    fastest = Math.min(fastest, cpuClockMs() - start)
  }
  return fastest
}
