/**
 * Work that takes long, in steps that do not. Whoever runs it decides whether others get a turn in
 * between; `inTurns` of the platform lets them.
 */
export type Steps<Result> = Generator<void, Result>

/** Takes all steps one after the other. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
