import { setImmediate as nextTurn } from 'node:timers/promises'

/** After this much work everybody else gets a turn. */
const turnMs = 8

/** Takes the steps of some work, but never holds up the event loop for much longer than one of them. */
export async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  let turnEndsAt = performance.now() + turnMs
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < turnEndsAt) continue
    await nextTurn()
    turnEndsAt = performance.now() + turnMs
  }
}
