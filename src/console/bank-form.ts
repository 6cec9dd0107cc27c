import { inTurns } from '../platform/in-turns'
import { type Bank, type BankProblem, bankProblems, bankShape } from '../rules/bank'
import { sentenceOf } from '../rules/sentence'
import type { Words } from './words/words'

/** A bank as a form holds it. */
export type BankForm = {
  name: string
  kind: 'words' | 'patterns'
  /** One a line. */
  entries: string
  disguises: boolean
}

export const newBank: BankForm = { name: '', kind: 'words', entries: '', disguises: true }

export const formOf = (bank: Omit<Bank, 'kind'> & { kind: string }): BankForm => ({
  name: bank.name,
  kind: bank.kind === 'patterns' ? 'patterns' : 'words',
  entries: bank.entries.join('\n'),
  disguises: bank.disguises,
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a browser sent: an unticked box is not there at all. */
export const readBankForm = (body: unknown): BankForm => {
  const fields = (body ?? {}) as Record<string, unknown>
  return {
    name: textOf(fields.name).trim(),
    kind: fields.kind === 'patterns' ? 'patterns' : 'words',
    entries: textOf(fields.entries).replace(/\r\n?/g, '\n'),
    disguises: fields.disguises !== undefined,
  }
}

function problemInWords(problem: BankProblem, { banks, mistakes }: Words): string {
  if (problem.entry === null) return sentenceOf(mistakes.bank, problem.mistake)
  const { index, entry, mistake } = problem
  return banks.entryWrong(index + 1, entry, sentenceOf(mistakes.entry, mistake))
}

const mostProblems = 20

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const mostMissing = 20

/** The first of the entries that a form lacks; empty where it has all. */
export function missingIn(form: BankForm, entries: readonly string[]): string {
  const typed = new Set(linesOf(form.entries))
  const missing = entries.filter((entry) => !typed.has(entry))
  const shown = missing.slice(0, mostMissing).join(', ')
  return missing.length > mostMissing ? `${shown} …` : shown
}

/** The bank, checked as the admin API checks it, or what is wrong with it, entry by entry. */
export async function bankOf(
  form: BankForm,
  words: Words,
): Promise<{ bank: Bank } | { problems: string[] }> {
  const read = bankShape.safeParse({ ...form, entries: linesOf(form.entries) })
  // nothing else can be wrong with what a form sends
  if (!read.success) return { problems: [words.mistakes.bank.wrong_name] }
  const found = await inTurns(bankProblems(read.data))
  if (found.length === 0) return { bank: read.data }
  const problems = found.slice(0, mostProblems).map((one) => problemInWords(one, words))
  const others = found.length - problems.length
  return { problems: others > 0 ? [...problems, words.banks.moreWrong(others)] : problems }
}
