/** An opaque place in a list: the sort values of the last row that was shown. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** @returns the values, or undefined when the text is no cursor of such a list */
export function readCursor<T extends readonly ('string' | 'number')[]>(
  text: string,
  kinds: T,
): { [K in keyof T]: T[K] extends 'number' ? number : string } | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(values) || values.length !== kinds.length) return undefined
    const fits = kinds.every((kind, index) => typeof values[index] === kind)
    // biome-ignore lint/suspicious/noExplicitAny: each value was checked against its kind above
    return fits ? (values as any) : undefined
  } catch {
    return undefined
  }
}
