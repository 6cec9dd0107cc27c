import { limits } from './condition-environment'

/** String literals, raw and plain, and comments, where "!" and "-" are not operators. */
const literalsAndComments = /r("""|'''|"|').*?\1|("""|'''|"|')(?:\\.|(?!\2)[^\\])*\2|\/\/[^\n]*/gisu

const operators = new RegExp(`(?:[!-]\\s*){${limits.maxDepth + 1}}`)

/**
 * Whether a condition has more consecutive unary operators than the maximum depth. The parser checks the
 * depth of brackets as it descends, but that of unary operators only after recursing through all of them.
 */
export const hasTooManyUnaryOperators = (condition: string): boolean =>
  operators.test(condition.replace(literalsAndComments, '0'))
