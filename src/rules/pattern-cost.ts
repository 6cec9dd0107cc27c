import { RE2JS } from 're2js'
import type { EntryMistake } from './bank-messages'
import type { Steps } from './steps'

/** The view is in lower case; patterns need not be. */
export const patternFlags = RE2JS.CASE_INSENSITIVE

/** Instructions of all patterns of a site together. */
export const largestPrograms = 20_000
/** Instructions of one pattern: as many as letters fit into it, and some. */
export const largestProgram = 250
/** Places of one pattern that may be waiting at once, and of all patterns of a site together. */
export const mostWaiting = 120
export const mostWaitingInAll = 4_000

/** Also bounds the depth of the compiler, which recurses into brackets. */
export const longestPattern = 200

/** What a pattern costs, whatever the text. */
export type PatternCost = {
  /** Instructions of its program. */
  size: number
  /**
   * How many of them may each be waiting for their end at every place of a text, which is what takes
   * time: those that counted repeats add, `.{0,50}` 100 of them, and two for any other repeat.
   * Measured on 10,000 random letters a and b: about 0.15 ms each.
   */
  waiting: number
}

const countedRepeat = /\{\d+(?:,\d*)?\}/g
const otherRepeat = /(?<![\\(])[*+?]/g

/** The compiler reports a larger count as an error, without writing anything out. */
const maxRepeatCount = 1000

/**
 * Counts the repeats that the compiler would write out. A pattern with more of them than it may have
 * instructions is refused without being compiled: `x{1000}x{1000}…` takes 50 ms. An escaped brace is no repeat.
 */
function writtenOutRepeats(source: string): number {
  const repeats = source.matchAll(/(?<!\\)\{(\d+)(?:,(\d*))?\}/g)
  const counts = [...repeats].map(([, min, max]) => Math.max(Number(min), Number(max ?? 0)))
  if (counts.some((count) => count > maxRepeatCount)) return 0
  return counts.reduce((sum, count) => sum + count, 0)
}

function sizeOf(source: string): number {
  if (writtenOutRepeats(source) > largestProgram) return largestProgram + 1
  try {
    return RE2JS.compile(source, patternFlags).programSize()
  } catch {
    return 0
  }
}

function costOf(source: string): PatternCost {
  const size = sizeOf(source)
  if (size === 0) return { size, waiting: 0 }
  const uncounted = source.replace(countedRepeat, '')
  const counted = uncounted === source ? 0 : Math.max(0, size - sizeOf(uncounted))
  const others = source.match(otherRepeat)?.length ?? 0
  return { size, waiting: counted + 2 * others }
}

// A pattern is asked about when it is checked, alone and with the others of its site, and compiled.
const known = new Map<string, PatternCost>()
const mostKnown = 2_000

/** Zero for what is no pattern. */
export function patternCost(source: string): PatternCost {
  if (source.length > longestPattern) return { size: 0, waiting: 0 }
  const cost = known.get(source) ?? costOf(source)
  if (known.size >= mostKnown) known.clear()
  known.set(source, cost)
  return cost
}

/** What is wrong with a pattern; null when nothing is. */
export function patternMistake(source: string): EntryMistake | null {
  if (source.length > longestPattern) return { says: 'too_long', facts: { limit: longestPattern } }
  if (writtenOutRepeats(source) > largestProgram) return { says: 'repeats_too_much' }
  try {
    const pattern = RE2JS.compile(source, patternFlags)
    const { size, waiting } = patternCost(source)
    if (waiting > mostWaiting) return { says: 'repeats_too_much' }
    if (size > largestProgram) return { says: 'too_large' }
    return pattern.test('') ? { says: 'matches_everything' } : null
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const problem = message.replace('(?i)', '').replace(/^error parsing regexp: /, '')
    const piece = /`(.+)`$/su.exec(problem)?.[1] ?? source
    return { says: 'no_pattern', facts: { problem, piece } }
  }
}

/** Whether patterns are too large together for one site, in steps of one pattern each. */
export function* areTooCostly(patterns: readonly string[]): Steps<boolean> {
  let size = 0
  let waiting = 0
  for (const pattern of patterns) {
    const cost = patternCost(pattern)
    size += cost.size
    waiting += cost.waiting
    yield
  }
  return size > largestPrograms || waiting > mostWaitingInAll
}
