import { placesOf } from '../bank-matcher'
import type { BuiltInRule } from '../rule'
import { namedEntries } from './bank-hits'
import { says } from './details'

export const suspectWords: BuiltInRule = {
  name: 'suspect_words',
  title: 'Suspect words',
  explain: 'Holds a comment with a word of the bank "suspect", disguised or not.',
  judge: ({ bankHits }) => {
    const hits = bankHits.filter((hit) => hit.bank === 'suspect')
    if (hits.length === 0) return null
    return {
      action: 'hold',
      reason: 'suspect_word',
      priority: 60,
      ...says('suspect_words', namedEntries(hits)),
      spans: placesOf(hits),
    }
  },
}
