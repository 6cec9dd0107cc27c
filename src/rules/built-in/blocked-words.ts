import { type BankHit, placesOf } from '../bank-matcher'
import type { BuiltInRule, Verdict } from '../rule'
import { namedEntries } from './bank-hits'
import { says } from './details'

function verdictOf(hits: readonly BankHit[]): Verdict {
  const isPlain = hits.some((hit) => hit.view === 'norm')
  return {
    action: isPlain ? 'reject' : 'hold',
    reason: 'blocked_word',
    priority: isPlain ? 80 : 70,
    ...says('blocked_words', { ...namedEntries(hits), isDisguised: !isPlain }),
    spans: placesOf(hits),
  }
}

/** A match behind a disguise may be a mistake, so it is for a moderator to see. */
export const blockedWords: BuiltInRule = {
  name: 'blocked_words',
  title: 'Blocked words',
  explain:
    'Rejects a comment with a word of the bank "blocked", and holds it when the word is disguised.',
  judge: ({ bankHits }) => {
    const hits = bankHits.filter((hit) => hit.bank === 'blocked')
    return hits.length === 0 ? null : verdictOf(hits)
  },
}
