import type { Request } from 'express'

/** @returns a signal that is aborted when the client disconnects or the response has been sent */
export function disconnectSignal({ res }: Request): AbortSignal {
  const closed = new AbortController()
  res?.once('close', () => closed.abort())
  return closed.signal
}
