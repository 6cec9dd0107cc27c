import type { Span } from '../text/span'
import { rawSpan, type TextView } from '../text/text-view'
import type { TextViews } from '../text/views'
import { wordsOf } from '../text/words'
import type { Bank } from './bank'
import { addLoose, findDisguised, type LooseIndex } from './disguised-words'
import { addMasked, findMasked, type MaskedIndex } from './masked-words'
import { compilePatterns, findPatterns, type PatternSet } from './pattern-set'
import { normEntry, skeletonEntry, type WordEntry } from './word-entry'
import {
  addEntry,
  type EntryRef,
  type Found,
  findInside,
  findWords,
  newWordIndex,
  type WordIndex,
} from './word-index'

/** One entry of one bank, found in a comment. */
export type BankHit = {
  bank: string
  entry: string
  /** `skeleton`: only behind a disguise; such a hit may hold a comment and do nothing more. */
  view: 'norm' | 'skeleton'
  /** Where in the text as typed, at most 20. */
  spans: Span[]
}

type Matcher = { words: WordIndex; patterns: PatternSet | null }

type DisguisedWords = { words: WordIndex; loose: LooseIndex; masked: MaskedIndex }

/** The banks of a site, ready to be matched against one comment after another. */
export type CompiledBanks = {
  lists: ReadonlySet<string>
  patterns: ReadonlySet<string>
  plain: Matcher
  disguised: Matcher & DisguisedWords & { isEmpty: boolean }
}

const mostSpans = 20
const mostHits = 200

type PlainBank = Pick<Bank, 'name' | 'kind' | 'entries' | 'disguises'>
type Parsed = { ref: EntryRef; entry: WordEntry }

/** The entries of word lists, each spelling once a bank, however many times its owner wrote it. */
function parsed(refs: readonly EntryRef[], parse: (entry: string) => WordEntry | null): Parsed[] {
  const seen = new Set<string>()
  return refs.flatMap((ref) => {
    const entry = parse(ref.entry)
    const key = JSON.stringify([ref.bank, entry])
    if (entry === null || seen.has(key)) return []
    seen.add(key)
    return [{ ref, entry }]
  })
}

function wordsMatcher(refs: readonly EntryRef[]): WordIndex {
  const index = newWordIndex()
  for (const { ref, entry } of parsed(refs, normEntry)) addEntry(index, entry, ref)
  return index
}

function disguisedMatcher(refs: readonly EntryRef[]): DisguisedWords {
  const words = newWordIndex()
  const loose: LooseIndex = new Map()
  const masked: MaskedIndex = new Map()
  for (const { ref, entry } of parsed(refs, skeletonEntry)) {
    addEntry(words, entry, ref)
    const [only, ...others] = entry.kind === 'words' && !entry.isPrefix ? entry.words : []
    if (only === undefined || others.length > 0) continue
    addLoose(loose, only, ref)
    addMasked(masked, only, ref)
  }
  return { words, loose, masked }
}

function refsOf(banks: readonly PlainBank[], kind: Bank['kind']): EntryRef[] {
  return banks
    .filter((bank) => bank.kind === kind)
    .flatMap((bank) => bank.entries.map((entry) => ({ bank: bank.name, entry })))
}

/**
 * Prepares the banks of one site; entries that say nothing are left out.
 * @throws RE2JSException for a pattern that `bankSchema` would have refused
 */
export function compileBanks(banks: readonly PlainBank[]): CompiledBanks {
  const behind = banks.filter((bank) => bank.disguises)
  const patterns = compilePatterns(refsOf(banks, 'patterns'))
  const isAllBehind = behind.length === banks.length
  const namesOf = (kind: Bank['kind']) => banks.filter((bank) => bank.kind === kind)
  return {
    lists: new Set(namesOf('words').map((bank) => bank.name)),
    patterns: new Set(namesOf('patterns').map((bank) => bank.name)),
    plain: {
      words: wordsMatcher(refsOf(banks, 'words')),
      patterns,
    },
    disguised: {
      ...disguisedMatcher(refsOf(behind, 'words')),
      patterns: isAllBehind ? patterns : compilePatterns(refsOf(behind, 'patterns')),
      isEmpty: behind.length === 0,
    },
  }
}

type Spans = Map<string, { ref: EntryRef; spans: Span[] }>

function keyOf(ref: EntryRef): string {
  return `${ref.bank}\n${ref.entry}`
}

function addSpan(spans: Span[], span: Span): void {
  const isKnown = spans.some((known) => known.start === span.start && known.end === span.end)
  if (!isKnown && spans.length < mostSpans) spans.push(span)
}

function collector(spans: Spans, view: TextView): Found {
  return (ref, start, end) => {
    const key = keyOf(ref)
    const known = spans.get(key)
    if (known) addSpan(known.spans, rawSpan(view, start, end))
    else if (spans.size < mostHits) spans.set(key, { ref, spans: [rawSpan(view, start, end)] })
  }
}

function hitsOf(found: Spans, view: BankHit['view']): BankHit[] {
  return [...found.values()].map(({ ref, spans }) => {
    return { ...ref, view, spans: spans.sort((one, other) => one.start - other.start) }
  })
}

function findPlain(banks: CompiledBanks, views: TextViews): Spans {
  const spans: Spans = new Map()
  const found = collector(spans, views.norm)
  findWords(banks.plain.words, wordsOf(views.norm.text), found)
  findInside(banks.plain.words, views.norm.text, found)
  if (banks.plain.patterns) findPatterns(banks.plain.patterns, views.norm, found)
  return spans
}

function findBehind(banks: CompiledBanks, views: TextViews, plain: Spans): Spans {
  const spans: Spans = new Map()
  if (banks.disguised.isEmpty) return spans
  const collect = collector(spans, views.skeleton)
  const found: Found = (ref, start, end) => {
    if (!plain.has(keyOf(ref))) collect(ref, start, end)
  }
  findMasked(banks.disguised.masked, views.skeleton.text, found)
  if (views.skeleton === views.norm) return spans
  const words = wordsOf(views.skeleton.text)
  findWords(banks.disguised.words, words, found)
  findInside(banks.disguised.words, views.skeleton.text, found)
  findDisguised(banks.disguised, views, words, found)
  if (banks.disguised.patterns) findPatterns(banks.disguised.patterns, views.skeleton, found)
  return spans
}

/**
 * Every entry of every bank that stands in a comment, at most 200, those found without looking behind
 * disguises first.
 */
export function matchBanks(banks: CompiledBanks, views: TextViews): BankHit[] {
  const plain = findPlain(banks, views)
  const behind = findBehind(banks, views, plain)
  return [...hitsOf(plain, 'norm'), ...hitsOf(behind, 'skeleton')].slice(0, mostHits)
}
