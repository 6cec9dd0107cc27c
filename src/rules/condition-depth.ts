import { limits } from './condition-environment'

/** Texts, raw and plain, and comments: what stands in them is no sign of the language. */
const quiet = /r("""|'''|"|').*?\1|("""|'''|"|')(?:\\.|(?!\2)[^\\])*\2|\/\/[^\n]*/gisu

const signs = new RegExp(`(?:[!-]\\s*){${limits.maxDepth + 1}}`)

/**
 * Whether more signs stand before a value than brackets may stand in one another. The parser counts
 * brackets as it goes, and signs only once it has gone through all of them.
 */
export const hasTooManySigns = (condition: string): boolean =>
  signs.test(condition.replace(quiet, '0'))
