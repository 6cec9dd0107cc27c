import { type Bank, bankSchema } from '../rules/bank'

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

const mostProblems = 20

/** The bank, checked as the admin API checks it, or what is wrong with it, line by line. */
export function bankOf(form: BankForm): { bank: Bank } | { problems: string[] } {
  const entries = form.entries
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = bankSchema.safeParse({ ...form, entries })
  if (read.success) return { bank: read.data }
  return { problems: read.error.issues.slice(0, mostProblems).map(({ message }) => message) }
}
