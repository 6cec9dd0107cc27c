/** Maximum nesting of arrays and objects; deeper than any of our schemas. */
export const maxJsonDepth = 32

/** Maximum number of values in one document. A word list has up to 20,000, a set of settings somewhat more. */
export const maxJsonValues = 50_000

const quote = 0x22
const comma = 0x2c
const backslash = 0x5c

/** Change of depth for each byte. */
const steps = new Int8Array(256)
for (const bracket of Buffer.from('[{')) steps[bracket] = 1
for (const bracket of Buffer.from(']}')) steps[bracket] = -1

/** @returns the index of the closing quote of the string that begins at `start`, or the length without one */
function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === quote) return at
    if (json[at] === backslash) at++
  }
  return json.length
}

/**
 * Checks JSON against both limits, before it is parsed. Makes one pass without recursion, because a deeply
 * nested value can overflow the stack of any code that walks it later.
 *
 * @param json UTF-8 bytes; need not be valid JSON
 * @returns the limit that is exceeded, or null
 */
export function jsonExcess(json: Uint8Array): 'too_deep' | 'too_many_values' | null {
  let depth = 0
  let values = 1
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0
    if (byte === quote) at = endOfString(json, at)
    else if (byte === comma) values++
    else depth += steps[byte] ?? 0
    if (depth > maxJsonDepth) return 'too_deep'
    if (values > maxJsonValues) return 'too_many_values'
  }
  return null
}
