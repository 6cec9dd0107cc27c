/** What a code point is, as a sum of these bits. */
export const letterBit = 1
export const markBit = 2
export const digitBit = 4
export const spaceBit = 8
/** Scripts written without spaces between words: a run of them is one word. */
export const unspacedBit = 16
export const latinBit = 32
/** Shows nothing at all: dropped before anything is compared. */
export const invisibleBit = 64
const knownBit = 128

/** Bits of a character that belongs to a word. */
export const wordBits = letterBit | markBit | digitBit

// Blank but as wide as a letter: readers see a gap, so it separates words.
const blanks = new Set([0x85, 0x2800, 0x3164, 0xffa0])
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
const latin = /\p{Script=Latin}/u

function wordClass(character: string): number {
  const isLetter = /\p{L}/u.test(character)
  return (
    (isLetter ? letterBit : 0) |
    (isLetter && latin.test(character) ? latinBit : 0) |
    (/\p{M}/u.test(character) ? markBit : 0) |
    (/\p{N}/u.test(character) ? digitBit : 0) |
    (unspaced.test(character) ? unspacedBit : 0)
  )
}

/** Nothing beyond these planes belongs to a word; of plane 14 the first block is tags. */
const lastPlanesWithWords = 0x40000

/** The two great blocks, without asking for the properties of 40,000 characters. */
function blockClass(code: number): number {
  if (code >= 0xac00 && code <= 0xd7a3) return letterBit
  if ((code >= 0x4e00 && code <= 0x9ffc) || (code >= 0x3400 && code <= 0x4dbf)) {
    return letterBit | unspacedBit
  }
  return 0
}

function computeClass(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return knownBit
  const block = blockClass(code)
  if (block !== 0) return block | knownBit
  const character = String.fromCodePoint(code)
  const isBlank = blanks.has(code) || (/\s/u.test(character) && code !== 0xfeff)
  if (isBlank) return spaceBit | knownBit
  return (invisible.test(character) ? invisibleBit : wordClass(character)) | knownBit
}

// Filled on demand: a property test per character would cost 20 times a table look-up.
const known = new Uint8Array(lastPlanesWithWords)

/** Bits of one code point (0..0x10FFFF); half of a surrogate pair has none. */
export function classOf(code: number): number {
  if (code >= lastPlanesWithWords) return code >> 12 === 0xe0 ? invisibleBit : 0
  const bits = known[code] ?? 0
  if (bits !== 0) return bits
  const computed = computeClass(code)
  known[code] = computed
  return computed
}

/** Bits of the first 128 code points, for scanners that meet little else. */
export const asciiClasses = Uint8Array.from({ length: 0x80 }, (_, code) => classOf(code))

/** The code point at `index`, surrogate pairs joined; half a pair as it stands, 0 past the end. */
export function codeAt(text: string, index: number): number {
  return text.codePointAt(index) ?? 0
}

/** Number of UTF-16 units of a code point. */
export function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1
}
