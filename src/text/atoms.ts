import {
  asciiClasses,
  classOf,
  codeAt,
  letterBit,
  spaceBit,
  unitsOf,
  wordBits,
} from './character-class'
import { enclosedLetter, regionalLetter } from './confusables'
import type { TextView } from './text-view'

/** The characters of a view, one slot each, while its skeleton is being made. */
export type Atoms = {
  count: number
  codes: Uint32Array
  /** Bits of character-class; 0 for punctuation and symbols. */
  classes: Uint8Array
  starts: Uint32Array
  ends: Uint32Array
}

/** A run of regional indicators; an even number of them is flags, not letters. */
type RegionalRun = { end: number; isFlags: boolean }

function regionalRunAt(text: string, index: number): RegionalRun {
  let end = index
  while (regionalLetter(codeAt(text, end)) !== 0) end += 2
  return { end, isFlags: (end - index) % 4 === 0 }
}

// Read once: an imported name is looked up anew at every use.
const ascii = asciiClasses
const ofWord = wordBits
const ofLetter = letterBit

function push(atoms: Atoms, code: number, start: number, end: number): void {
  const slot = atoms.count++
  atoms.codes[slot] = code
  atoms.classes[slot] = code < 0x80 ? (ascii[code] ?? 0) : classOf(code)
  atoms.starts[slot] = start
  atoms.ends[slot] = end
}

/** Adds the character at `index`, which is beyond ASCII; returns where it ends. */
function pushOther(atoms: Atoms, view: TextView, index: number, run: RegionalRun): number {
  const typed = codeAt(view.text, index)
  const next = index + unitsOf(typed)
  const regional = regionalLetter(typed)
  if (regional !== 0 && index >= run.end) Object.assign(run, regionalRunAt(view.text, index))
  const letter = regional !== 0 && run.isFlags ? 0 : regional || enclosedLetter(typed)
  push(atoms, letter || typed, view.starts[index] ?? 0, view.ends[next - 1] ?? 0)
  return next
}

/** Splits a view into characters; letters in circles and squares become plain ones, flags stay. */
export function atomsOf(view: TextView): Atoms {
  const { text, starts, ends } = view
  const size = text.length
  const atoms: Atoms = {
    count: 0,
    codes: new Uint32Array(size),
    classes: new Uint8Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
  }
  const run: RegionalRun = { end: 0, isFlags: false }
  for (let index = 0; index < size; ) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) push(atoms, unit, starts[index] ?? 0, ends[index] ?? 0)
    index = unit < 0x80 ? index + 1 : pushOther(atoms, view, index, run)
  }
  return atoms
}

const at = 0x40
const dollar = 0x24
const longestGap = 4
const fewestLetters = 3
const longestStretch = 4

function isWordAtom(atoms: Atoms, slot: number): boolean {
  const code = atoms.codes[slot]
  return ((atoms.classes[slot] ?? 0) & ofWord) !== 0 || code === at || code === dollar
}

function wordEnd(atoms: Atoms, start: number): number {
  let slot = start
  while (slot < atoms.count && isWordAtom(atoms, slot)) slot++
  return slot
}

function gapEnd(atoms: Atoms, start: number): number {
  let slot = start
  while (slot < atoms.count && !isWordAtom(atoms, slot)) slot++
  return slot
}

/** "s", "ss" or "s̈": one letter, perhaps stretched or marked. */
function isSingleLetter(atoms: Atoms, start: number, end: number): boolean {
  if (end - start > longestStretch) return false
  const first = atoms.codes[start]
  for (let slot = start + 1; slot < end; slot++) {
    if (atoms.codes[slot] !== first) return false
  }
  return true
}

type Gap = { start: number; end: number }

function sameGap(atoms: Atoms, one: Gap, other: Gap): boolean {
  if (one.end - one.start !== other.end - other.start) return false
  for (let offset = 0; offset < one.end - one.start; offset++) {
    if (atoms.codes[one.start + offset] !== atoms.codes[other.start + offset]) return false
  }
  return true
}

function countLetters(atoms: Atoms, start: number, end: number): number {
  let letters = 0
  for (let slot = start; slot < end; slot++) {
    if (((atoms.classes[slot] ?? 0) & ofLetter) !== 0) letters++
  }
  return letters
}

function isSpace(atoms: Atoms, slot: number): boolean {
  return ((atoms.classes[slot] ?? 0) & spaceBit) !== 0
}

/** After the letter that ends at `end` comes one sign other than a space, and one more letter. */
function startsDottedRun(atoms: Atoms, end: number): boolean {
  const next = wordEnd(atoms, end + 1)
  if (end >= atoms.count || isSpace(atoms, end) || isWordAtom(atoms, end)) return false
  return next > end + 1 && isSingleLetter(atoms, end + 1, next)
}

/**
 * Where a run of single letters set apart by one and the same gap ends ("s p a m", "s.p.a.m",
 * "(s)(p)(a)(m)"), and how many there are. "a l.i.a.r" is two runs: the gap changes.
 */
function spacedRun(atoms: Atoms, start: number): { end: number; count: number } {
  let end = wordEnd(atoms, start)
  if (!isSingleLetter(atoms, start, end)) return { end, count: 0 }
  let count = 1
  let first: Gap | null = null
  for (;;) {
    const gap: Gap = { start: end, end: gapEnd(atoms, end) }
    const next = wordEnd(atoms, gap.end)
    const isGap = gap.end > gap.start && gap.end - gap.start <= longestGap
    if (!isGap || next === gap.end || !isSingleLetter(atoms, gap.end, next)) break
    if (first !== null && !sameGap(atoms, first, gap)) break
    if (isSpace(atoms, gap.start) && startsDottedRun(atoms, next)) break
    first ??= gap
    end = next
    count++
  }
  return { end, count }
}

function keep(atoms: Atoms, from: number, to: number): void {
  atoms.codes[to] = atoms.codes[from] ?? 0
  atoms.classes[to] = atoms.classes[from] ?? 0
  atoms.starts[to] = atoms.starts[from] ?? 0
  atoms.ends[to] = atoms.ends[from] ?? 0
}

/** Removes, in place, the gaps inside runs of three or more single letters, most of them letters. */
export function joinSpacedLetters(atoms: Atoms): void {
  let kept = 0
  let slot = 0
  while (slot < atoms.count) {
    if (!isWordAtom(atoms, slot)) {
      keep(atoms, slot++, kept++)
      continue
    }
    const { end, count } = spacedRun(atoms, slot)
    const isJoined = count >= fewestLetters && countLetters(atoms, slot, end) * 2 >= count
    // A long run of digits is looked at once, not again from each of its digits.
    const stop = count >= fewestLetters ? end : wordEnd(atoms, slot)
    for (; slot < stop; slot++) {
      if (!isJoined || isWordAtom(atoms, slot)) keep(atoms, slot, kept++)
    }
  }
  atoms.count = kept
}
