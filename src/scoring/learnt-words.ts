import { viewsOf } from '../text/views'
import { wordsOf } from '../text/words'
import { featurise } from './featurise'
import { deltaOdds, type SiteDelta } from './site-delta'

export type LearntWord = { word: string; log_odds: number }

const mostWords = 3000
const mostShown = 15
/** Smaller effects are noise of the hashing. */
const leastOdds = 0.05

/**
 * The words of the decided comments that move a score most on a site: what a comment of that word
 * alone would gain. Words share numbers, so a rare one may carry what another has taught.
 */
export function learntWords(
  delta: SiteDelta,
  texts: readonly string[],
): { raises: LearntWord[]; lowers: LearntWord[] } {
  const words = new Set<string>()
  for (const text of texts) {
    if (words.size >= mostWords) break
    for (const word of wordsOf(text.toLowerCase())) words.add(word.text)
  }
  const effects = [...words].slice(0, mostWords).map((word): LearntWord => {
    const { open } = featurise(viewsOf(word))
    return { word, log_odds: deltaOdds(delta, open) - delta.bias }
  })
  const sorted = effects
    .filter(({ log_odds }) => Math.abs(log_odds) >= leastOdds)
    .sort((one, other) => other.log_odds - one.log_odds)
  return {
    raises: sorted.filter(({ log_odds }) => log_odds > 0).slice(0, mostShown),
    lowers: sorted
      .filter(({ log_odds }) => log_odds < 0)
      .reverse()
      .slice(0, mostShown),
  }
}
