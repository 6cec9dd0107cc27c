const mostRuns = 30

/**
 * Milliseconds of the fastest of some runs, of as many as it takes to get below the limit: other work
 * on the machine can only slow a run down, so one fast run shows what the code can do.
 */
export function fastestRunMs(work: () => void, limitMs: number): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < mostRuns && fastest >= limitMs; run++) {
    const start = performance.now()
    work()
    fastest = Math.min(fastest, performance.now() - start)
  }
  return fastest
}
