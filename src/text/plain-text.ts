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

function isWord(text: string, index: number): boolean {
  const kind = kinds[text.charCodeAt(index)] ?? gap
  return kind === letter || kind === sign
}

function isSingle(text: string, start: number, end: number): boolean {
  return end - start === 1 || (end - start === 2 && text[start] === text[start + 1])
}

/** Three words of one letter in a row; a doubled letter counts as one. */
function hasSingleLetters(text: string): boolean {
  let singles = 0
  let end = 0
  while (end < text.length) {
    let start = end
    while (start < text.length && !isWord(text, start)) start++
    end = start
    while (end < text.length && isWord(text, end)) end++
    singles = isSingle(text, start, end) ? singles + 1 : 0
    if (singles === fewestSingles) return true
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
