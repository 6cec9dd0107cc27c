import { z } from 'zod'
import { areTooCostly, patternProblem } from './pattern-cost'
import { atOnce, type Steps } from './steps'
import { wordProblem } from './word-entry'

export const bankKinds = ['words', 'patterns'] as const

const mostBanks = 50
const mostWords = 20_000
const mostPatterns = 500
const longestWordEntry = 100
const longestPattern = 200

type Draft = { kind: (typeof bankKinds)[number]; entries: string[] }
export type BankProblem = { index: number; message: string }

function problemOf(kind: Draft['kind'], entry: string): string {
  const longest = kind === 'words' ? longestWordEntry : longestPattern
  if (entry.trim() === '') return 'It is empty.'
  if (entry.includes('\0') || !entry.isWellFormed()) return 'It holds what is no character.'
  if (entry.length > longest) return `It is longer than ${longest} characters.`
  return kind === 'words' ? wordProblem(entry) : patternProblem(entry)
}

const tooLarge = 'These patterns are too large together: shorten repeats such as {0,50}.'

function* wholeProblem({ kind, entries }: Draft): Steps<string> {
  const most = kind === 'words' ? mostWords : mostPatterns
  if (entries.length > most) return `A bank of ${kind} holds at most ${most} entries.`
  if (kind === 'words') return ''
  const patterns = entries.filter((entry) => entry.length <= longestPattern)
  return (yield* areTooCostly(patterns)) ? tooLarge : ''
}

/**
 * What is wrong with a bank, entry by entry; an `index` of -1 is about the bank as a whole. In steps
 * of an entry each.
 */
export function* bankProblems(draft: Draft): Steps<BankProblem[]> {
  const problems: BankProblem[] = []
  const isTooMany = draft.entries.length > (draft.kind === 'words' ? mostWords : mostPatterns)
  for (const [index, entry] of isTooMany ? [] : draft.entries.entries()) {
    const message = problemOf(draft.kind, entry)
    const shown = entry.length > 40 ? `${entry.slice(0, 40)}…` : entry
    if (message !== '')
      problems.push({ index, message: `Entry ${index + 1} (${shown}): ${message}` })
    yield
  }
  const message = yield* wholeProblem(draft)
  return message === '' ? problems : [{ index: -1, message }]
}

/**
 * A named list of words or patterns that rules look up. Words are compared as whole words in any
 * script and case; "word*" also takes longer words. Patterns are RE2 syntax (no look-around, no
 * back-references) and see the text in lower case. With `disguises` the text behind leet, spacing and
 * look-alike letters is compared as well; what is found only there may only hold a comment.
 */
export const bankShape = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Lower-case letters, digits, - and _, a letter first')
    .describe('How rules name it: list("name") or pattern("name")'),
  kind: z.enum(bankKinds),
  entries: z.array(z.string()).describe('At most 20,000 words or 500 patterns'),
  disguises: z.boolean().default(true).describe('Also look behind disguises (may only hold)'),
})

/** The same, with every entry checked at once. */
export const bankSchema = bankShape.superRefine((bank, context) => {
  for (const { index, message } of atOnce(bankProblems(bank))) {
    const path = index < 0 ? ['entries'] : ['entries', index]
    context.addIssue({ code: 'custom', path, message })
  }
})
export type Bank = z.infer<typeof bankSchema>

/** What is wrong with all banks of a site together, as a sentence for the owner; "" when nothing is. */
export function* siteProblem(
  banks: readonly Pick<Bank, 'name' | 'kind' | 'entries'>[],
): Steps<string> {
  if (banks.length > mostBanks) return `A site has at most ${mostBanks} banks.`
  const names = new Set(banks.map((bank) => bank.name))
  if (names.size < banks.length) return 'Two banks have the same name.'
  const patterns = banks.flatMap((bank) => (bank.kind === 'patterns' ? bank.entries : []))
  if (patterns.length > mostPatterns) return `A site holds at most ${mostPatterns} patterns in all.`
  return (yield* areTooCostly(patterns)) ? tooLarge : ''
}

/** All banks of one site. */
export const banksSchema = z.array(bankSchema).superRefine((banks, context) => {
  const message = atOnce(siteProblem(banks))
  if (message !== '') context.addIssue({ code: 'custom', message })
})
