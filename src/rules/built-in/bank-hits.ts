import type { Span } from '../../text/span'
import type { BankHit } from '../bank-matcher'

const mostNamed = 3

/** The first entries found, quoted: `"one", "two" and 4 more`. */
export function namedEntries(hits: readonly BankHit[]): string {
  const named = hits.slice(0, mostNamed).map((hit) => `"${hit.entry}"`)
  const others = hits.length - named.length
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ')
}

/** All places of all hits, in the order of the text. */
export function spansOf(hits: readonly BankHit[]): Span[] {
  return hits.flatMap((hit) => hit.spans).sort((one, other) => one.start - other.start)
}
