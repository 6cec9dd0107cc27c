import type { Request } from 'express'

/** @returns a signal that is aborted once the client has disconnected, also if it did so before this call */
export function disconnectSignal({ res }: Request): AbortSignal {
  const gone = new AbortController()
  res?.once('close', () => gone.abort())
  if (res?.destroyed) gone.abort()
  return gone.signal
}
