import type { BankHit } from '../bank-matcher'
import type { NamedEntries } from './details'

const mostNamed = 3

/** The first entries found, and how many there are beside them. */
export function namedEntries(hits: readonly BankHit[]): NamedEntries {
  const named = hits.slice(0, mostNamed).map(({ entry }) => entry)
  return { named, others: hits.length - named.length }
}
