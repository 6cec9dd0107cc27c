/** Changes whenever the same text could get other feature numbers; heads of another version are refused. */
export const hashVersion = 1

/** Feature numbers are below 2 to this power; a head may keep fewer bits of them. */
export const featureBits = 18

const prime = 0x01000193

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * 32-bit hash of the UTF-16 units `[start, end)` of a text: FNV-1a (Fowler, Noll and Vo) with the
 * finaliser of MurmurHash3. `seed` keeps kinds of features apart.
 */
export function hashText(text: string, start: number, end: number, seed: number): number {
  let hash = seed | 0
  for (let index = start; index < end; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime)
  }
  return finish(hash)
}

/** Hash of two hashes in order, for pairs of words. */
export function hashPair(first: number, second: number): number {
  return finish(Math.imul(first ^ 0x2b1d3f01, 0x9e3779b1) ^ second)
}
