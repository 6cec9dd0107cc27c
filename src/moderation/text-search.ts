/** Words alone, without the signs that a web search gives a meaning to. */
const plain = /^[\p{L}\p{M}\p{N}\s]+$/u
const operator = /(^|\s)or(\s|$)/i
const mostParts = 5

/**
 * What a text has to contain, in any case, to be found by `q`; undefined when that cannot be said
 * because `q` says "or", "not" or "next to each other". A trigram index knows such parts, and they
 * are much cheaper to look for than words.
 */
export const partsOf = (q: string): string[] | undefined =>
  plain.test(q) && !operator.test(q) ? longest(q.trim().split(/\s+/)) : undefined

const longest = (words: string[]): string[] =>
  words.toSorted((a, b) => b.length - a.length).slice(0, mostParts)

/** Signs alone are no words. */
export const hasLetters = (q: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(q)

/** A trigram index is of no use for fewer than three letters in a row. */
export const isIndexed = (q: string): boolean => /[\p{L}\p{M}\p{N}]{3}/u.test(q)
