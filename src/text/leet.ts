import type { Atoms } from './atoms'
import { latinBit, letterBit } from './character-class'

const letters = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '8': 'b',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'l',
    '+': 't',
    '€': 'e',
    '£': 'l',
    '¢': 'c',
  }).map(([sign, letter]): [number, number] => [sign.codePointAt(0) ?? 0, letter.charCodeAt(0)]),
)
const trailing = new Set([...'01345$'].map((sign) => sign.charCodeAt(0)))
const leading = new Set([...'01345$@!|'].map((sign) => sign.charCodeAt(0)))
// "1st", "5pm", "4k": a number with its unit is no disguise.
const units = new Set(
  'st nd rd th s k m g x d h p am pm kg km cm mm ml gb mb tb hz hr hrs min yo yr yrs pc ft in lb lbs oz mph kmh ish way bn mn er ers'.split(
    ' ',
  ),
)
const longestRun = 2
const fewestLetters = 3
const dollar = 0x24

/** Stands for a letter in "leet" writing, though it is none. */
export function isLeetSign(code: number): boolean {
  return letters.has(code)
}

function isLatin(atoms: Atoms, slot: number): boolean {
  return ((atoms.classes[slot] ?? 0) & latinBit) !== 0
}

type Run = { start: number; end: number }

function follows(atoms: Atoms, run: Run, tokenEnd: number): string {
  return String.fromCodePoint(...atoms.codes.subarray(run.end, Math.min(tokenEnd, run.end + 4)))
}

function endsAsLetter(sign: number, run: Run, lettersBefore: number): boolean {
  const fewest = run.end - run.start === 1 ? fewestLetters : fewestLetters - 1
  return trailing.has(sign) && (sign === dollar || lettersBefore >= fewest)
}

function startsAsLetter(atoms: Atoms, token: Run, run: Run): boolean {
  if (run.start !== token.start || token.end - run.end < fewestLetters - 1) return false
  return leading.has(atoms.codes[run.start] ?? 0) && !units.has(follows(atoms, run, token.end))
}

function isDisguise(atoms: Atoms, token: Run, run: Run): boolean {
  const length = run.end - run.start
  const sign = atoms.codes[run.start] ?? 0
  const before = run.start > token.start && isLatin(atoms, run.start - 1)
  const after = run.end < token.end && isLatin(atoms, run.end)
  if (length > longestRun || before === after) return length <= longestRun && before
  if (length > 1 && atoms.codes[run.end - 1] !== sign) return false
  return before
    ? run.end === token.end && endsAsLetter(sign, run, run.start - token.start)
    : startsAsLetter(atoms, token, run)
}

function looksLikeMail(atoms: Atoms, token: Run): boolean {
  if (atoms.codes[token.end] !== 0x2e || !isLatin(atoms, token.end + 1)) return false
  return atoms.codes.subarray(token.start, token.end).includes(0x40)
}

function foldRun(atoms: Atoms, run: Run): void {
  for (let slot = run.start; slot < run.end; slot++) {
    atoms.codes[slot] = letters.get(atoms.codes[slot] ?? 0) ?? atoms.codes[slot] ?? 0
    atoms.classes[slot] = latinBit | letterBit
  }
}

/**
 * Turns signs that stand for letters into them, in place: `b4st4rd`, `$hit`, `idi0t`. Only next to
 * Latin letters, in runs of two at most, and never a number with its unit or a mail address.
 */
export function foldLeet(atoms: Atoms, start: number, end: number): void {
  const token = { start, end }
  if (looksLikeMail(atoms, token)) return
  for (let slot = start; slot < end; ) {
    const run = { start: slot, end: slot }
    while (run.end < end && isLeetSign(atoms.codes[run.end] ?? 0)) run.end++
    if (run.end > run.start && isDisguise(atoms, token, run)) foldRun(atoms, run)
    slot = Math.max(run.end, slot + 1)
  }
}
