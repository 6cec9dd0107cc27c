import type { Span } from '../text/span'
import { rawSpan, type TextView } from '../text/text-view'
import type { TextViews } from '../text/views'
import { wordsOf } from '../text/words'
import type { CompiledBanks } from './compile-banks'
import { findDisguised } from './disguised-words'
import { findMasked } from './masked-words'
import { findPatterns, type HasTime, type PatternSet } from './pattern-set'
import { type EntryRef, type Found, findInside, findWords } from './word-index'

/** One entry of one bank, found in a comment. */
export type BankHit = {
  bank: string
  entry: string
  /** `skeleton`: only behind a disguise; such a hit may hold a comment and do nothing more. */
  view: 'norm' | 'skeleton'
  /** Where in the text as typed, at most 20. */
  spans: Span[]
}

/** All places of all hits, in the order of the text. */
export function placesOf(hits: readonly BankHit[]): Span[] {
  return hits.flatMap((hit) => hit.spans).sort((one, other) => one.start - other.start)
}

const mostSpans = 20
const mostHits = 200

type Spans = Map<string, { ref: EntryRef; spans: Span[] }>

function keyOf(ref: EntryRef): string {
  return `${ref.bank}\n${ref.entry}`
}

function addSpan(spans: Span[], span: Span): void {
  const isKnown = spans.some((known) => known.start === span.start && known.end === span.end)
  if (!isKnown && spans.length < mostSpans) spans.push(span)
}

/** Of one reading: at most 200 entries, but of every bank that was hit at least one. */
type Collector = { hitsByEntry: Spans; add(ref: EntryRef): Span[]; found: Found }

function collector(view: TextView): Collector {
  const hitsByEntry: Spans = new Map()
  const banks = new Set<string>()
  const add = (ref: EntryRef): Span[] => {
    const key = keyOf(ref)
    const known = hitsByEntry.get(key)
    if (known) return known.spans
    const spans: Span[] = []
    if (hitsByEntry.size < mostHits || !banks.has(ref.bank)) hitsByEntry.set(key, { ref, spans })
    banks.add(ref.bank)
    return spans
  }
  const found: Found = (ref, start, end) => addSpan(add(ref), rawSpan(view, start, end))
  return { hitsByEntry, add, found }
}

function hitsOf(found: Spans, view: BankHit['view']): BankHit[] {
  return [...found.values()].map(({ ref, spans }) => {
    return { ...ref, view, spans: spans.sort((one, other) => one.start - other.start) }
  })
}

/** @returns whether all of the text was compared with all patterns */
function addPatterns(
  set: PatternSet,
  view: TextView,
  { add, found }: Collector,
  hasTime: HasTime,
): boolean {
  const search = findPatterns(set, view.text, hasTime)
  for (const { ref, places } of search.found) {
    add(ref)
    for (const [start, end] of places) found(ref, start, end)
  }
  return search.isComplete
}

type ViewSearch = { hitsByEntry: Spans; isComplete: boolean }

function findPlain(banks: CompiledBanks, { norm }: TextViews, hasTime: HasTime): ViewSearch {
  const collect = collector(norm)
  findWords(banks.plain.words, wordsOf(norm.text), collect.found)
  findInside(banks.plain.words, norm.text, collect.found)
  const isComplete = addPatterns(banks.plain.patterns, norm, collect, hasTime)
  return { hitsByEntry: collect.hitsByEntry, isComplete }
}

function findBehind(
  { disguised }: CompiledBanks,
  views: TextViews,
  plain: Spans,
  hasTime: HasTime,
): ViewSearch {
  const { norm, skeleton } = views
  const all = collector(skeleton)
  const { hitsByEntry } = all
  if (disguised.isEmpty) return { hitsByEntry, isComplete: true }
  const isNew = (ref: EntryRef): boolean => !plain.has(keyOf(ref))
  const add: Collector['add'] = (ref) => (isNew(ref) ? all.add(ref) : [])
  const found: Found = (ref, start, end) => {
    if (isNew(ref)) all.found(ref, start, end)
  }
  findMasked(disguised.masked, skeleton.text, found)
  if (skeleton === norm) return { hitsByEntry, isComplete: true }
  const words = wordsOf(skeleton.text)
  findWords(disguised.words, words, found)
  findInside(disguised.words, skeleton.text, found)
  findDisguised(disguised, views, words, found)
  const isComplete = addPatterns(disguised.patterns, skeleton, { ...all, add, found }, hasTime)
  return { hitsByEntry, isComplete }
}

/** What was found, and whether there was time to look for everything. */
export type BankSearch = { hits: BankHit[]; isComplete: boolean }

/**
 * Patterns get so much time for one comment before the search is broken off. The clock is read before
 * each automaton, and one takes up to 30 ms on the most hostile text.
 */
export const patternBudgetMs = 20

/** At most 200 hits, but of every bank that was hit at least one. */
function fewest(hits: readonly BankHit[]): BankHit[] {
  const banks = new Set<string>()
  return hits.filter(({ bank }, index) => {
    const isKept = index < mostHits || !banks.has(bank)
    banks.add(bank)
    return isKept
  })
}

/**
 * Every entry of every bank that stands in a comment, at most 200 of them, those found without looking
 * behind disguises first.
 * @param clock milliseconds of a clock that only goes forward
 */
export function searchBanks(
  banks: CompiledBanks,
  views: TextViews,
  clock: () => number,
): BankSearch {
  const endMs = clock() + patternBudgetMs
  const hasTime = (): boolean => clock() <= endMs
  const plain = findPlain(banks, views, hasTime)
  const behind = findBehind(banks, views, plain.hitsByEntry, hasTime)
  const hits = [...hitsOf(plain.hitsByEntry, 'norm'), ...hitsOf(behind.hitsByEntry, 'skeleton')]
  return { hits: fewest(hits), isComplete: plain.isComplete && behind.isComplete }
}

/** The same, however long it takes. */
export const matchBanks = (banks: CompiledBanks, views: TextViews): BankHit[] =>
  searchBanks(banks, views, () => 0).hits
