import type { Request } from 'express'

/** Aborted once nobody waits for the answer any more. */
export function goneOf({ res }: Request): AbortSignal {
  const gone = new AbortController()
  res?.once('close', () => gone.abort())
  return gone.signal
}
