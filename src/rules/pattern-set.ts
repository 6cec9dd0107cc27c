import { RE2JS, RE2Set } from 're2js'
import type { TextView } from '../text/text-view'
import type { EntryRef, Found } from './word-index'

/** Patterns of all banks as one automaton: one linear pass tells which of them match. */
export type PatternSet = { set: RE2Set; patterns: { ref: EntryRef; pattern: RE2JS }[] }

const flags = RE2JS.CASE_INSENSITIVE
/** Patterns look at so many UTF-16 units of a comment. */
export const longestMatchedText = 10_000
/** Instructions of all patterns of a site together. */
export const largestPrograms = 30_000
/**
 * Instructions that counted repeats add: `.{0,50}` adds 100. Each may be waiting for its end at every
 * place of the text, so these are what costs time: 0.1 s for 200 of them on 10,000 hostile characters.
 */
const largestRepeats = 100
export const largestRepeatsInAll = 2_000
const mostSpans = 20

/** What is wrong with a pattern, as a sentence for the owner; "" when nothing is. */
export function patternProblem(source: string): string {
  try {
    const pattern = RE2JS.compile(source, flags)
    if (patternCost(source).repeats > largestRepeats) {
      return 'It repeats too much: .{0,50} is the longest, and repeats within repeats multiply.'
    }
    return pattern.test('') ? 'It matches an empty text, and so every comment.' : ''
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return `Not a pattern of RE2 syntax: ${message.replace('(?i)', '').replace(/^error parsing regexp: /, '')}.`
  }
}

/** What a pattern costs: its instructions, and those of them that counted repeats add. */
export type PatternCost = { size: number; repeats: number }

function sizeOf(source: string): number {
  try {
    return RE2JS.compile(source, flags).programSize()
  } catch {
    return 0
  }
}

/** Zero for what is no pattern. */
export function patternCost(source: string): PatternCost {
  const size = sizeOf(source)
  const once = sizeOf(source.replace(/\{\d+(?:,\d*)?\}/g, ''))
  return { size, repeats: Math.max(0, size - once) }
}

/** @throws RE2JSException for a pattern that `patternProblem` objects to */
export function compilePatterns(refs: readonly EntryRef[]): PatternSet | null {
  if (refs.length === 0) return null
  const set = new RE2Set(RE2Set.UNANCHORED, flags)
  const patterns = refs.map((ref) => {
    set.add(ref.entry)
    return { ref, pattern: RE2JS.compile(ref.entry, flags) }
  })
  set.compile()
  return { set, patterns }
}

/** Finds the patterns that match a view, each at its first 20 places. */
export function findPatterns(patterns: PatternSet, view: TextView, found: Found): void {
  const text = view.text.slice(0, longestMatchedText)
  for (const index of patterns.set.match(text)) {
    const hit = patterns.patterns[index]
    if (!hit) continue
    const matcher = hit.pattern.matcher(text)
    for (let count = 0; count < mostSpans && matcher.find(); count++) {
      found(hit.ref, matcher.start(), matcher.end())
    }
  }
}
