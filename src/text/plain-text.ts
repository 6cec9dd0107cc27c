// Kinds of ASCII characters, for one look-up each.
const gap = 0
const letter = 1
const sign = 2
const exclamation = 3

function kindOf(code: number): number {
  const character = String.fromCharCode(code)
  if (/[a-z]/.test(character)) return letter
  if (/[\d@$|+]/.test(character)) return sign
  return character === '!' ? exclamation : gap
}

const asciiSize = 0x80
const kinds = Uint8Array.from({ length: asciiSize }, (_, code) => kindOf(code))

/** A letter next to a sign that may stand for one; "wow!" is none, but "w!ow" is. */
function isTouching(before: number, kind: number): boolean {
  if (kind === sign) return before === letter
  return kind === letter && (before === sign || before === exclamation)
}

/** Beyond ASCII, a letter next to a leet sign, or one letter three times. */
function hasOddLetters(text: string): boolean {
  let before = 0
  let beforeKind = gap
  let repeats = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= asciiSize) return true
    const kind = kinds[code] ?? gap
    repeats = code === before && kind === letter ? repeats + 1 : 0
    if (repeats === 2 || isTouching(beforeKind, kind)) return true
    before = code
    beforeKind = kind
  }
  return false
}

const fewestSingles = 3

/** A letter or a digit; the other signs may be read as letters or as what stands between them. */
function isWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return kinds[code] === letter || (code >= 0x30 && code <= 0x39)
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isWord(text, end)) end++
  return end
}

function isSingle(text: string, start: number, end: number): boolean {
  return end - start === 1 || (end - start === 2 && text[start] === text[start + 1])
}

/** Three words of one letter in a row; a doubled letter counts as one, and so does a sign. */
function hasSingleLetters(text: string): boolean {
  let singles = 0
  for (let index = 0; index < text.length; ) {
    const start = index
    index = wordEnd(text, start)
    if (index > start) singles = isSingle(text, start, index) ? singles + 1 : 0
    else if (kinds[text.charCodeAt(index++)] === sign) singles++
    if (singles >= fewestSingles) return true
  }
  return false
}

/**
 * Whether a text in lower case hides nothing that its skeleton would show. Most comments are plain
 * English; this costs a microsecond where making the skeleton costs twenty.
 */
export function isPlain(text: string): boolean {
  return !hasOddLetters(text) && !hasSingleLetters(text)
}
