import { classOf, codeAt, invisibleBit, markBit, spaceBit, unitsOf } from './character-class'
import { readEntity } from './entities'
import { TextBuilder } from './text-builder'
import type { TextView } from './text-view'

/** More marks on one letter than any orthography stacks are dropped before Unicode normalisation. */
const marksPerCluster = 8
/** A fourth diacritic on one letter is decoration ("zalgo"); polytonic Greek needs three. */
const diacriticsPerLetter = 3
/** A character that NFKC would blow up beyond this stays as it is (U+FDFA becomes 18). */
const longestExpansion = 3

const quotes = new Set([0xb4, 0x60, 0x2018, 0x2019, 0x201b, 0x2bc, 0x2032, 0xff07])
const plainAscii = /^[\t\n\v\f\r -%'-_a-~]*$/

function foldCase(text: string): string {
  const lower = text.toLowerCase()
  // "İ" becomes "i" and a dot above in lower case; final sigma is a matter of place, not of spelling.
  return lower.replace('i\u0307', 'i').replace('ς', 'σ')
}

function foldCharacter(code: number): string {
  if (quotes.has(code)) return "'"
  const character = String.fromCodePoint(code)
  const compatible = character.normalize('NFKC')
  const isSpacingDiacritic = compatible.length > 1 && compatible.startsWith(' ')
  const kept = compatible.length > longestExpansion || isSpacingDiacritic ? character : compatible
  return foldCase(kept)
}

// Of the characters below U+10000: 0 = not seen yet, 0xFFFF = several units, kept in `severalUnits`.
const oneUnit = new Uint16Array(0x10000)
const severalUnits = new Map<number, string>()

function foldOnce(code: number): string {
  const folded = foldCharacter(code)
  oneUnit[code] = folded.length === 1 ? folded.charCodeAt(0) : 0xffff
  if (folded.length !== 1) severalUnits.set(code, folded)
  return folded
}

function pushFolded(out: TextBuilder, code: number, start: number, end: number): void {
  const known = oneUnit[code] ?? 0
  if (code > 0xffff) out.pushText(foldCharacter(code), start, end)
  else if (known === 0) out.pushText(foldOnce(code), start, end)
  else if (known === 0xffff) out.pushText(severalUnits.get(code) ?? '', start, end)
  else out.push(known, start, end)
}

function isIn(code: number, first: number, last: number): boolean {
  return code >= first && code <= last
}

/** Strokes and frames laid over any letter: they spell nothing. */
function isOverlay(code: number): boolean {
  return isIn(code, 0x334, 0x338) || isIn(code, 0x20d0, 0x20ff) || isIn(code, 0x488, 0x489)
}

function isDiacritic(code: number): boolean {
  return (
    isIn(code, 0x300, 0x36f) ||
    isIn(code, 0x1ab0, 0x1aff) ||
    isIn(code, 0x1dc0, 0x1dff) ||
    isIn(code, 0xfe20, 0xfe2f)
  )
}

/** Composes with the character before it: marks, Hangul vowels and finals, half-width kana marks. */
function isExtender(code: number): boolean {
  if (code < 0x300) return false
  if (isIn(code, 0x1161, 0x11ff) || isIn(code, 0xd7b0, 0xd7fb)) return true
  return code === 0xff9e || code === 0xff9f || (classOf(code) & markBit) !== 0
}

type Character = { code: number; end: number }

function readCharacter(raw: string, index: number): Character {
  const code = codeAt(raw, index)
  if (code === 0x26) return readEntity(raw, index) ?? { code, end: index + 1 }
  return { code: isIn(code, 0xd800, 0xdfff) ? 0xfffd : code, end: index + unitsOf(code) }
}

type Extenders = { marks: number[]; diacritics: number; end: number }

function addExtender(found: Extenders, code: number, end: number): void {
  found.end = end
  if (isOverlay(code)) return
  if (isDiacritic(code)) found.diacritics++
  if (found.marks.length < marksPerCluster) found.marks.push(code)
}

function readExtenders(raw: string, start: number): Extenders {
  const found: Extenders = { marks: [], diacritics: 0, end: start }
  let index = start
  while (index < raw.length) {
    const { code, end } = readCharacter(raw, index)
    const isInvisible = (classOf(code) & invisibleBit) !== 0
    if (!isInvisible && !isExtender(code)) break
    if (!isInvisible) addExtender(found, code, end)
    index = end
  }
  return found
}

/** Texts use few marked letters, again and again; a hostile one may not fill the memory with its own. */
const knownClusters = new Map<string, string>()
const mostKnownClusters = 2000

function foldCluster(cluster: string): string {
  const known = knownClusters.get(cluster)
  if (known !== undefined) return known
  const folded = foldCase(cluster.normalize('NFKC'))
  if (knownClusters.size >= mostKnownClusters) knownClusters.clear()
  knownClusters.set(cluster, folded)
  return folded
}

/** Writes the character at `index` with everything that composes with it; returns where it ends. */
function pushCluster(out: TextBuilder, raw: string, index: number): number {
  const { code, end } = readCharacter(raw, index)
  const bits = classOf(code)
  if ((bits & invisibleBit) !== 0) return end
  if ((bits & spaceBit) !== 0) {
    out.push(isIn(code, 9, 13) ? code : 0x20, index, end)
    return end
  }
  const extenders = readExtenders(raw, end)
  const isZalgo = extenders.diacritics > diacriticsPerLetter
  const marks = isZalgo ? extenders.marks.filter((mark) => !isDiacritic(mark)) : extenders.marks
  if (marks.length > 0) {
    out.pushText(foldCluster(String.fromCodePoint(code, ...marks)), index, extenders.end)
  } else if (!isOverlay(code)) {
    pushFolded(out, code, index, extenders.end)
  }
  return extenders.end
}

function asciiView(raw: string): TextView {
  const starts = new Uint32Array(raw.length)
  const ends = new Uint32Array(raw.length)
  for (let index = 0; index < raw.length; index++) {
    starts[index] = index
    ends[index] = index + 1
  }
  return { text: raw.toLowerCase(), starts, ends }
}

/**
 * The text as it reads: HTML character references decoded, compatibility forms (full-width,
 * mathematical, ligatures) made plain (Unicode NFKC, UAX #15), invisible characters, overlays and
 * piled-up diacritics dropped, blanks made spaces, apostrophes made one, lower case. Letters of every
 * script keep their own marks. Linear in the length of `raw`; the result is well-formed UTF-16.
 */
export function normView(raw: string): TextView {
  if (plainAscii.test(raw)) return asciiView(raw)
  const out = new TextBuilder(raw.length + 16)
  let index = 0
  while (index < raw.length) {
    const code = raw.charCodeAt(index)
    const next = raw.charCodeAt(index + 1)
    const standsAlone = code >= 0x20 && code < 0x7f && code !== 0x26 && code !== 0x60
    if (standsAlone && (Number.isNaN(next) || (next < 0x80 && next !== 0x26))) {
      out.push(isIn(code, 65, 90) ? code + 32 : code, index, index + 1)
      index++
    } else {
      index = pushCluster(out, raw, index)
    }
  }
  return out.view()
}
