/** A time limit has passed. The operation may still complete. */
export class TimeoutError extends Error {
  readonly code = 'ETIMEDOUT'
  // Prisma recognizes a socket error by these fields
  readonly syscall = 'read'
  readonly errno = -110
}

/**
 * Waits for some work, but no longer than that: a server that was never reached may keep its callers
 * waiting for ever. The work itself goes on.
 * @throws TimeoutError with `message` when the time is over
 */
export async function withTimeout<T>(work: Promise<T>, ms: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(message)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
