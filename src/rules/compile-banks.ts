import { type Bank, catalogueOf } from './bank'
import type { BankCatalogue } from './condition-environment'
import { addLoose, type LooseIndex } from './disguised-words'
import { addMasked, type MaskedIndex } from './masked-words'
import { compilePatterns, type PatternSet } from './pattern-set'
import { atOnce, type Steps } from './steps'
import { normEntry, skeletonEntry, type WordEntry } from './word-entry'
import { addEntry, type EntryRef, newWordIndex, type WordIndex } from './word-index'

type Matcher = { words: WordIndex; patterns: PatternSet }

type DisguisedWords = { words: WordIndex; loose: LooseIndex; masked: MaskedIndex }

/** The banks of a site, ready to be matched against one comment after another. */
export type CompiledBanks = BankCatalogue & {
  plain: Matcher
  disguised: Matcher & DisguisedWords & { isEmpty: boolean }
}

type PlainBank = Pick<Bank, 'name' | 'kind' | 'entries' | 'disguises'>

const entriesPerStep = 100

/** The entries of word lists, each spelling once a bank, however many times its owner wrote it. */
function* parsed(
  refs: readonly EntryRef[],
  parse: (entry: string) => WordEntry | null,
  add: (entry: WordEntry, ref: EntryRef) => void,
): Steps<void> {
  const seen = new Set<string>()
  for (const [index, ref] of refs.entries()) {
    if (index % entriesPerStep === 0) yield
    const entry = parse(ref.entry)
    const key = JSON.stringify([ref.bank, entry])
    if (entry === null || seen.has(key)) continue
    seen.add(key)
    add(entry, ref)
  }
}

function* wordsMatcher(refs: readonly EntryRef[]): Steps<WordIndex> {
  const index = newWordIndex()
  yield* parsed(refs, normEntry, (entry, ref) => addEntry(index, entry, ref))
  return index
}

function* disguisedMatcher(refs: readonly EntryRef[]): Steps<DisguisedWords> {
  const words = newWordIndex()
  const loose: LooseIndex = new Map()
  const masked: MaskedIndex = new Map()
  yield* parsed(refs, skeletonEntry, (entry, ref) => {
    addEntry(words, entry, ref)
    const [only, ...others] = entry.kind === 'words' && !entry.isPrefix ? entry.words : []
    if (only === undefined || others.length > 0) return
    addLoose(loose, only, ref)
    addMasked(masked, only, ref)
  })
  return { words, loose, masked }
}

function refsOf(banks: readonly PlainBank[], kind: Bank['kind']): EntryRef[] {
  return banks
    .filter((bank) => bank.kind === kind)
    .flatMap((bank) => bank.entries.map((entry) => ({ bank: bank.name, entry })))
}

/**
 * Prepares the banks of one site, in steps of a few milliseconds; entries that say nothing are left out.
 * @throws RE2JSException for a pattern that `bankSchema` would have refused
 */
export function* compileBanksInSteps(banks: readonly PlainBank[]): Steps<CompiledBanks> {
  const behind = banks.filter((bank) => bank.disguises)
  const open = banks.filter((bank) => !bank.disguises)
  const disguised = yield* compilePatterns(refsOf(behind, 'patterns'))
  const patterns = [...(yield* compilePatterns(refsOf(open, 'patterns'))), ...disguised]
  const words = yield* wordsMatcher(refsOf(banks, 'words'))
  const disguisedWords = yield* disguisedMatcher(refsOf(behind, 'words'))
  return {
    ...catalogueOf(banks),
    plain: { words, patterns },
    disguised: { ...disguisedWords, patterns: disguised, isEmpty: behind.length === 0 },
  }
}

/** The same at once, which takes up to a second for the largest banks. */
export const compileBanks = (banks: readonly PlainBank[]): CompiledBanks =>
  atOnce(compileBanksInSteps(banks))
