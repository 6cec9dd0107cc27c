/**
 * What is known of a service that may be away. Times come from one steady clock, in milliseconds.
 * After Nygard, "Release It!" (2007): closed, open, and one trial before it closes again.
 */
export type Circuit =
  | { phase: 'closed'; failures: number }
  | { phase: 'open'; untilMs: number }
  /** One call is on its way; should it never report, another may try from `untilMs` on. */
  | { phase: 'trial'; untilMs: number }

/** Failures in a row that open it. */
export const mostFailures = 5
export const openMs = 30_000

export const closedCircuit: Circuit = { phase: 'closed', failures: 0 }

export const letsThrough = (circuit: Circuit, nowMs: number): boolean =>
  circuit.phase === 'closed' || nowMs >= circuit.untilMs

/** To be told of every call that is let through, and of how it ended. */
export function nextCircuit(
  circuit: Circuit,
  event: 'asked' | 'answered' | 'failed',
  nowMs: number,
): Circuit {
  const untilMs = nowMs + openMs
  switch (event) {
    case 'asked':
      return circuit.phase === 'closed' ? circuit : { phase: 'trial', untilMs }
    case 'answered':
      // when open: a late answer to a call from before
      return circuit.phase === 'open' ? circuit : closedCircuit
    case 'failed': {
      if (circuit.phase === 'open') return circuit
      const failures = circuit.phase === 'closed' ? circuit.failures + 1 : mostFailures
      return failures < mostFailures ? { phase: 'closed', failures } : { phase: 'open', untilMs }
    }
  }
}
