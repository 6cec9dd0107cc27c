import { z } from 'zod'
import { largestPrograms, largestRepeatsInAll, patternCost, patternProblem } from './pattern-set'
import { wordProblem } from './word-entry'

export const bankKinds = ['words', 'patterns'] as const

const mostBanks = 50
const mostWords = 20_000
const mostPatterns = 500
const longestWordEntry = 100
const longestPattern = 200

type Draft = { kind: (typeof bankKinds)[number]; entries: string[] }
type Problem = { index: number; message: string }

function problemOf(kind: Draft['kind'], entry: string): string {
  const longest = kind === 'words' ? longestWordEntry : longestPattern
  if (entry.trim() === '') return 'It is empty.'
  if (entry.includes('\0') || !entry.isWellFormed()) return 'It holds what is no character.'
  if (entry.length > longest) return `It is longer than ${longest} characters.`
  return kind === 'words' ? wordProblem(entry) : patternProblem(entry)
}

const tooLarge = 'These patterns are too large together: shorten repeats such as {0,50}.'

function areTooLarge(patterns: readonly string[]): boolean {
  const costs = patterns.filter((pattern) => pattern.length <= longestPattern).map(patternCost)
  const size = costs.reduce((sum, cost) => sum + cost.size, 0)
  const repeats = costs.reduce((sum, cost) => sum + cost.repeats, 0)
  return size > largestPrograms || repeats > largestRepeatsInAll
}

/** What is wrong with a bank, entry by entry; an `index` of -1 is about the bank as a whole. */
export function bankProblems(draft: Draft): Problem[] {
  const most = draft.kind === 'words' ? mostWords : mostPatterns
  if (draft.entries.length > most) {
    return [{ index: -1, message: `A bank of ${draft.kind} holds at most ${most} entries.` }]
  }
  if (draft.kind === 'patterns' && areTooLarge(draft.entries)) {
    return [{ index: -1, message: tooLarge }]
  }
  return draft.entries.flatMap((entry, index) => {
    const message = problemOf(draft.kind, entry)
    const shown = entry.length > 40 ? `${entry.slice(0, 40)}…` : entry
    return message === '' ? [] : [{ index, message: `Entry ${index + 1} (${shown}): ${message}` }]
  })
}

/**
 * A named list of words or patterns that rules look up. Words are compared as whole words in any
 * script and case; "word*" also takes longer words. Patterns are RE2 syntax (no look-around, no
 * back-references) and see the text in lower case. With `disguises` the text behind leet, spacing and
 * look-alike letters is compared as well; what is found only there may only hold a comment.
 */
export const bankSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Lower-case letters, digits, - and _, a letter first')
      .describe('How rules name it: list("name") or pattern("name")'),
    kind: z.enum(bankKinds),
    entries: z.array(z.string()).describe('At most 20,000 words or 500 patterns'),
    disguises: z.boolean().default(true).describe('Also look behind disguises (may only hold)'),
  })
  .superRefine((bank, context) => {
    for (const { index, message } of bankProblems(bank)) {
      const path = index < 0 ? ['entries'] : ['entries', index]
      context.addIssue({ code: 'custom', path, message })
    }
  })
export type Bank = z.infer<typeof bankSchema>

/** All banks of one site. */
export const banksSchema = z
  .array(bankSchema)
  .max(mostBanks)
  .superRefine((banks, context) => {
    const names = new Set(banks.map((bank) => bank.name))
    if (names.size < banks.length) {
      context.addIssue({ code: 'custom', message: 'Two banks have the same name.' })
    }
    const patterns = banks.flatMap((bank) => (bank.kind === 'patterns' ? bank.entries : []))
    if (patterns.length > mostPatterns) {
      context.addIssue({
        code: 'custom',
        message: `A site holds at most ${mostPatterns} patterns in all.`,
      })
    } else if (areTooLarge(patterns)) {
      context.addIssue({ code: 'custom', message: tooLarge })
    }
  })
