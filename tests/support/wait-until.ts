import { setTimeout as pause } from 'node:timers/promises'

const pauseMs = 20

/**
 * Waits for a condition, which may be asynchronous; an error counts as "not yet".
 * @returns the first truthy value of the condition
 * @throws Error with the description when the limit passes first
 */
export async function waitUntil<T>(
  description: string,
  condition: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + limitMs
  let lastError: unknown
  while (Date.now() < deadline) {
    try {
      const value = await condition()
      if (value) return value
    } catch (error) {
      lastError = error
    }
    await pause(pauseMs)
  }
  throw new Error(`Not within ${limitMs} ms: ${description}`, { cause: lastError })
}

/**
 * Waits until what is read equals what is expected, as `toEqual` does: for what follows a moment after.
 * @throws Error with the difference as its cause when the limit passes first
 */
export const untilEqual = (read: () => unknown, expected: unknown): Promise<true> =>
  waitUntil('it is as expected', async () => {
    expect(await read()).toEqual(expected)
    return true as const
  })
