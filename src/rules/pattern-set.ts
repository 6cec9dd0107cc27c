import { RE2JS, RE2Set } from 're2js'
import { patternCost, patternFlags } from './pattern-cost'
import type { Steps } from './steps'
import type { EntryRef } from './word-index'

type Pattern = { ref: EntryRef; pattern: RE2JS }
type PatternGroup = { set: RE2Set; patterns: Pattern[] }

/**
 * Patterns of all banks as some automata, each of which tells in one linear pass which of its patterns
 * match. One automaton of all would be quicker on plain text, but a single costly pattern would make
 * it slow as a whole, and nobody could look at the clock in between.
 */
export type PatternSet = readonly PatternGroup[]

/** Patterns look at so many UTF-16 units of a comment. */
export const longestMatchedText = 10_000
const mostSpans = 20

/**
 * Patterns with the same need of memory, in bytes for remembered states. A costly pattern meets so
 * many different states on hostile text that remembering them costs more than it saves; classes such
 * as \p{L} make every state about ten times as large.
 */
const kinds = {
  plain: { memoryBytes: 2 ** 20 },
  wide: { memoryBytes: 2 ** 21 },
  costly: { memoryBytes: 2 ** 18 },
} as const
type Kind = keyof typeof kinds

/** Patterns that may wait at more places than this are alone in their automaton. */
const mostWaitingTogether = 40
const largestGroup = { size: 500, waiting: 120 }

/** Letters, digits and signs: the states that nearly every comment meets. */
const warmUpText =
  'The quick brown fox, 12 years old, jumps (over) 3-4 lazy dogs: "why not?" a@b.com https://x.org/y +49 30 567 8!'

type Open = { patterns: Pattern[]; size: number; waiting: number }

function kindOf(source: string, waiting: number): Kind {
  if (waiting > mostWaitingTogether) return 'costly'
  return /\\p/i.test(source) ? 'wide' : 'plain'
}

function hasRoom(open: Open, size: number, waiting: number): boolean {
  return open.size + size <= largestGroup.size && open.waiting + waiting <= largestGroup.waiting
}

function* groupOf(kind: Kind, patterns: Pattern[]): Steps<PatternGroup> {
  const set = new RE2Set(RE2Set.UNANCHORED, patternFlags, kinds[kind].memoryBytes)
  for (const { ref } of patterns) set.add(ref.entry)
  set.compile()
  yield
  set.match(warmUpText)
  yield
  return { set, patterns }
}

/**
 * In steps of a few milliseconds, each as long as one pattern or one automaton takes to compile.
 * @throws RE2JSException for a pattern that `patternMistake` objects to
 */
export function* compilePatterns(refs: readonly EntryRef[]): Steps<PatternSet> {
  const open = new Map<Kind, Open>()
  const groups: PatternGroup[] = []
  for (const ref of refs) {
    const { size, waiting } = patternCost(ref.entry)
    const kind = kindOf(ref.entry, waiting)
    let group = open.get(kind)
    if (group && (kind === 'costly' || !hasRoom(group, size, waiting))) {
      groups.push(yield* groupOf(kind, group.patterns))
      group = undefined
    }
    group ??= { patterns: [], size: 0, waiting: 0 }
    group.patterns.push({ ref, pattern: RE2JS.compile(ref.entry, patternFlags) })
    group.size += size
    group.waiting += waiting
    open.set(kind, group)
    yield
  }
  for (const [kind, { patterns }] of open) {
    groups.push(yield* groupOf(kind, patterns))
  }
  return groups
}

/** A pattern that was found: UTF-16 offsets in the view; no places when the time was up. */
export type FoundPattern = { ref: EntryRef; places: [start: number, end: number][] }

/** Whether there is time for more; asked before every piece of work that may take long. */
export type HasTime = () => boolean

function placesOf(pattern: RE2JS, text: string, hasTime: HasTime): FoundPattern['places'] {
  const places: FoundPattern['places'] = []
  const matcher = pattern.matcher(text)
  while (places.length < mostSpans && hasTime() && matcher.find()) {
    places.push([matcher.start(), matcher.end()])
  }
  return places
}

function matchGroups(set: PatternSet, text: string, hasTime: HasTime) {
  const matched: Pattern[] = []
  for (const { set: automaton, patterns } of set) {
    if (!hasTime()) return { matched, isComplete: false }
    for (const index of automaton.match(text)) {
      const pattern = patterns[index]
      if (pattern) matched.push(pattern)
    }
  }
  return { matched, isComplete: true }
}

/**
 * The patterns that match a text, each with its first 20 places. The text is never cut for it, apart
 * from its end: a pattern sees all of it, or the search says that it is not complete.
 */
export function findPatterns(
  set: PatternSet,
  text: string,
  hasTime: HasTime,
): { found: FoundPattern[]; isComplete: boolean } {
  if (set.length === 0) return { found: [], isComplete: true }
  const searched = text.slice(0, longestMatchedText)
  const { matched, isComplete } = matchGroups(set, searched, hasTime)
  const found = matched.map(({ ref, pattern }) => {
    return { ref, places: placesOf(pattern, searched, hasTime) }
  })
  return { found, isComplete: isComplete && searched.length === text.length }
}
