import type { Request } from 'express'

/** @returns a signal that is aborted when the client disconnects, even before this call, or the response has been sent */
export function disconnectSignal({ res }: Request): AbortSignal {
  const gone = new AbortController()
  res?.once('close', () => gone.abort())
  if (res?.destroyed) gone.abort()
  return gone.signal
}
