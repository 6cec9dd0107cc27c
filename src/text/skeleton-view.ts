import { type Atoms, atomsOf, joinSpacedLetters } from './atoms'
import { classOf, latinBit, letterBit, markBit, wordBits } from './character-class'
import { isTwin, lookalikeOf, plainLatin } from './confusables'
import { foldLeet, isLeetSign } from './leet'
import { isPlain } from './plain-text'
import { TextBuilder } from './text-builder'
import type { TextView } from './text-view'

// Read once: an imported name is looked up anew at every use.
const ofLatin = latinBit
const ofLetter = letterBit
const ofWord = wordBits
const ofMark = markBit

/** So many times more Latin letters than others make a text Latin. */
const latinMajority = 4

function isTokenAtom(atoms: Atoms, slot: number): boolean {
  return ((atoms.classes[slot] ?? 0) & ofWord) !== 0 || isLeetSign(atoms.codes[slot] ?? 0)
}

function isLatinText(atoms: Atoms): boolean {
  let latin = 0
  let other = 0
  for (let slot = 0; slot < atoms.count; slot++) {
    const bits = atoms.classes[slot] ?? 0
    if ((bits & ofLatin) !== 0) latin++
    else if ((bits & ofLetter) !== 0) other++
  }
  return latin >= other * latinMajority
}

type Token = {
  start: number
  end: number
  latin: number
  foreign: number
  /** Of the foreign letters, those that look like Latin ones, and those nobody could tell apart. */
  lookalikes: number
  twins: number
}

function typedAt(raw: string, atoms: Atoms, slot: number): number {
  return raw.codePointAt(atoms.starts[slot] ?? 0) ?? 0
}

function lookalikeAt(raw: string, atoms: Atoms, slot: number): number {
  const bits = atoms.classes[slot] ?? 0
  if ((bits & ofLatin) !== 0 || (bits & ofWord) === 0) return 0
  return lookalikeOf(atoms.codes[slot] ?? 0, typedAt(raw, atoms, slot))
}

function countForeign(raw: string, atoms: Atoms, slot: number, token: Token): void {
  token.foreign++
  if (lookalikeAt(raw, atoms, slot) !== 0) token.lookalikes++
  if (isTwin(typedAt(raw, atoms, slot))) token.twins++
}

function tokenAt(raw: string, atoms: Atoms, start: number): Token {
  const token: Token = { start, end: start, latin: 0, foreign: 0, lookalikes: 0, twins: 0 }
  for (; token.end < atoms.count && isTokenAtom(atoms, token.end); token.end++) {
    const bits = atoms.classes[token.end] ?? 0
    if ((bits & ofLatin) !== 0) token.latin++
    else if ((bits & ofLetter) !== 0) countForeign(raw, atoms, token.end, token)
  }
  return token
}

/** Only in words that mix scripts, or that could be Latin throughout in a Latin text. */
function foldLookalikes(raw: string, atoms: Atoms, token: Token): void {
  for (let slot = token.start; slot < token.end; slot++) {
    const lookalike = lookalikeAt(raw, atoms, slot)
    if (lookalike === 0) continue
    atoms.codes[slot] = lookalike
    atoms.classes[slot] = ofLatin | ofLetter
  }
}

function isDiacritic(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

/** A third equal letter in a row adds nothing: "sooooo" and "soo" are one. */
function pushSqueezed(out: TextBuilder, code: number, start: number, end: number): void {
  const isThird = code < 0x10000 && out.last(1) === code && out.last(2) === code
  if (isThird && (classOf(code) & ofLetter) !== 0) out.stretchTo(end)
  else if (code < 0x10000) out.push(code, start, end)
  else out.pushText(String.fromCodePoint(code), start, end)
}

function pushAtom(out: TextBuilder, atoms: Atoms, slot: number): void {
  const code = atoms.codes[slot] ?? 0
  const start = atoms.starts[slot] ?? 0
  const end = atoms.ends[slot] ?? 0
  const bits = atoms.classes[slot] ?? 0
  if ((bits & ofMark) !== 0 && isDiacritic(code)) {
    out.stretchTo(end)
  } else if (code < 0x80 || (bits & ofLatin) === 0) {
    pushSqueezed(out, code, start, end)
  } else {
    for (const letter of plainLatin(code)) {
      pushSqueezed(out, letter.codePointAt(0) ?? 0, start, end)
    }
  }
}

function isWww(atoms: Atoms, token: Token): boolean {
  const { codes } = atoms
  const isTriple = token.end - token.start === 3 && codes[token.end] === 0x2e
  return isTriple && codes.subarray(token.start, token.end).every((code) => code === 0x77)
}

function pushToken(out: TextBuilder, atoms: Atoms, token: Token): void {
  if (isWww(atoms, token)) {
    for (let slot = token.start; slot < token.end; slot++) {
      out.push(0x77, atoms.starts[slot] ?? 0, atoms.ends[slot] ?? 0)
    }
    return
  }
  for (let slot = token.start; slot < token.end; slot++) pushAtom(out, atoms, slot)
}

/**
 * The text behind simple disguises, for matching that may only hold a comment: runs of spaced or
 * dotted letters joined, look-alike letters made Latin in words that mix scripts (or that look Latin
 * throughout in a Latin text), Latin diacritics dropped, leet signs between letters read as letters,
 * and three or more equal letters squeezed to two. Words in other scripts are left alone. Returns
 * `norm` itself when nothing changes.
 */
export function skeletonView(raw: string, norm: TextView): TextView {
  if (isPlain(norm.text)) return norm
  const atoms = atomsOf(norm)
  joinSpacedLetters(atoms)
  const inLatinText = isLatinText(atoms)
  const out = new TextBuilder(atoms.count + 16)
  let slot = 0
  while (slot < atoms.count) {
    if (!isTokenAtom(atoms, slot)) {
      pushAtom(out, atoms, slot++)
      continue
    }
    const token = tokenAt(raw, atoms, slot)
    const isMixed = token.latin > 0 && token.lookalikes > 0
    const isWholeLookalike = inLatinText && token.foreign > 0 && token.twins === token.foreign
    if (isMixed || isWholeLookalike) foldLookalikes(raw, atoms, token)
    if (token.latin > 0 || isWholeLookalike) foldLeet(atoms, token.start, token.end)
    pushToken(out, atoms, token)
    slot = token.end
  }
  return out.view()
}
