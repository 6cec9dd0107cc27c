import { z } from 'zod'
import { type BankMistake, bankMessages, type EntryMistake, entryMessages } from './bank-messages'
import type { BankCatalogue } from './condition-environment'
import { areTooCostly, longestPattern, patternMistake } from './pattern-cost'
import { sentenceOf } from './sentence'
import { atOnce, type Steps } from './steps'
import { wordMistake } from './word-entry'

export const bankKinds = ['words', 'patterns'] as const

const mostBanks = 50
const mostWords = 20_000
const mostPatterns = 500
const longestWordEntry = 100

type Draft = { kind: (typeof bankKinds)[number]; entries: string[] }

/** What is wrong with one entry of a bank, which is shown as far as it is short, or with the whole. */
export type BankProblem =
  | { index: number; entry: string; mistake: EntryMistake }
  | { entry: null; mistake: BankMistake }

function mistakeIn(kind: Draft['kind'], entry: string): EntryMistake | null {
  const limit = kind === 'words' ? longestWordEntry : longestPattern
  if (entry.trim() === '') return { says: 'empty' }
  if (entry.includes('\0') || !entry.isWellFormed()) return { says: 'no_text' }
  if (entry.length > limit) return { says: 'too_long', facts: { limit } }
  return kind === 'words' ? wordMistake(entry) : patternMistake(entry)
}

function tooMany({ kind, entries }: Draft): BankMistake | null {
  if (kind === 'words')
    return entries.length > mostWords
      ? { says: 'too_many_words', facts: { limit: mostWords } }
      : null
  return entries.length > mostPatterns
    ? { says: 'too_many_patterns', facts: { limit: mostPatterns } }
    : null
}

function* wholeMistake({ kind, entries }: Draft): Steps<BankMistake | null> {
  if (kind === 'words') return null
  return (yield* areTooCostly(entries)) ? { says: 'too_costly' } : null
}

const longestShown = 40

/** What is wrong with a bank, entry by entry. In steps of an entry each. */
export function* bankProblems(draft: Draft): Steps<BankProblem[]> {
  const excess = tooMany(draft)
  if (excess) return [{ entry: null, mistake: excess }]
  const problems: BankProblem[] = []
  for (const [index, entry] of draft.entries.entries()) {
    const mistake = mistakeIn(draft.kind, entry)
    const isLong = entry.length > longestShown
    const shown = isLong ? `${entry.slice(0, longestShown)}…` : entry
    if (mistake) problems.push({ index, entry: shown, mistake })
    yield
  }
  const mistake = yield* wholeMistake(draft)
  return mistake ? [{ entry: null, mistake }] : problems
}

/** As callers of the API get it: in English. */
export const problemInEnglish = (problem: BankProblem): string =>
  problem.entry === null
    ? sentenceOf(bankMessages, problem.mistake)
    : `Entry ${problem.index + 1} (${problem.entry}): ${sentenceOf(entryMessages, problem.mistake)}`

/**
 * A named list of words or patterns that rules look up. Words are compared as whole words in any
 * script and case; "word*" also takes longer words. Patterns are RE2 syntax (no look-around, no
 * back-references) and see the text in lower case. With `disguises` the text behind leet, spacing and
 * look-alike letters is compared as well; what is found only there may only hold a comment.
 */
export const bankShape = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, bankMessages.wrong_name)
    .describe('How rules name it: list("name") or pattern("name")'),
  kind: z.enum(bankKinds),
  entries: z.array(z.string()).describe('At most 20,000 words or 500 patterns'),
  disguises: z.boolean().default(true).describe('Also look behind disguises (may only hold)'),
})

/** The same, with every entry checked at once. */
export const bankSchema = bankShape.superRefine((bank, context) => {
  for (const problem of atOnce(bankProblems(bank))) {
    const path = problem.entry === null ? ['entries'] : ['entries', problem.index]
    context.addIssue({ code: 'custom', path, message: problemInEnglish(problem) })
  }
})
export type Bank = z.infer<typeof bankSchema>

/** The banks of a site as conditions may name them. */
export function catalogueOf(banks: readonly { name: string; kind: string }[]): BankCatalogue {
  const namesOf = (kind: Bank['kind']) =>
    new Set(banks.filter((bank) => bank.kind === kind).map(({ name }) => name))
  return { lists: namesOf('words'), patterns: namesOf('patterns') }
}

/** What is wrong with all banks of a site together; null when nothing is. */
export function* siteMistake(
  banks: readonly Pick<Bank, 'name' | 'kind' | 'entries'>[],
): Steps<BankMistake | null> {
  if (banks.length > mostBanks) return { says: 'too_many_banks', facts: { limit: mostBanks } }
  const names = new Set(banks.map((bank) => bank.name))
  if (names.size < banks.length) return { says: 'same_name' }
  const patterns = banks.flatMap((bank) => (bank.kind === 'patterns' ? bank.entries : []))
  if (patterns.length > mostPatterns)
    return { says: 'too_many_patterns_in_all', facts: { limit: mostPatterns } }
  return (yield* areTooCostly(patterns)) ? { says: 'too_costly' } : null
}

/** All banks of one site. */
export const banksSchema = z.array(bankSchema).superRefine((banks, context) => {
  const mistake = atOnce(siteMistake(banks))
  if (mistake) context.addIssue({ code: 'custom', message: sentenceOf(bankMessages, mistake) })
})
