/** Levels of lists and objects in one another: more than any schema of ours has. */
export const maxJsonDepth = 32

/** Values in one document: a word list has up to 20,000 entries, a set of settings somewhat more. */
export const maxJsonValues = 50_000

const quote = 0x22
const comma = 0x2c
const backslash = 0x5c

/** What a byte does to the depth. */
const steps = new Int8Array(256)
for (const sign of Buffer.from('[{')) steps[sign] = 1
for (const sign of Buffer.from(']}')) steps[sign] = -1

/** @returns where the string that begins at `start` has its closing quote */
function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === quote) return at
    if (json[at] === backslash) at++
  }
  return json.length
}

/**
 * Whether JSON is deeper or longer than we read. To be asked before it is parsed: one pass without
 * recursion, since what is nested deep enough ends the process in whatever walks through it later.
 *
 * @param json in UTF-8; need not be valid
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
