import { builtInDetails } from '../../../rules/built-in/details'
import { builtInRules as rules } from '../../../rules/built-in-rules'

/** English is the language that the built-in rules are written in. */
export const builtInRules: Readonly<Record<string, string>> = Object.fromEntries(
  rules.map(({ name, title }) => [name, title]),
)

export const details = builtInDetails
