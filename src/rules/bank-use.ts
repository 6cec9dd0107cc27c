import { compileCondition } from './condition'
import type { BankCatalogue } from './condition-environment'
import type { RuleDocument } from './rule-document'

/** The names of the rules that look a bank up; those that do not compile name nothing. */
export function rulesNaming(
  bank: string,
  documents: readonly Pick<RuleDocument, 'name' | 'when'>[],
  catalogue: BankCatalogue,
): string[] {
  return (
    documents
      // a name may be spelt with escapes
      .filter(({ when }) => when.includes(bank) || when.includes('\\'))
      .filter(({ when }) => {
        const compiled = compileCondition(when, catalogue)
        return compiled.ok && compiled.condition.reads.banks.has(bank)
      })
      .map(({ name }) => name)
  )
}
