import type { BuiltInRule } from '../rule'
import { says } from './details'

/** "I agree" is said by many; only longer texts are spam for being repeated. */
const fewestWords = 3

export const repeatedText: BuiltInRule = {
  name: 'repeated_text',
  title: 'Repeated text',
  explain:
    'Marks a text as spam that was posted more often in 24 hours than `max_duplicates`, whoever posted it; one or two words are only held.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.max_duplicates
    const { duplicates24h, words } = features.comment
    if (limit === null || duplicates24h <= limit) return null
    const isShort = words < fewestWords
    return {
      action: isShort ? 'hold' : 'spam',
      reason: 'duplicate',
      priority: isShort ? 30 : 60,
      ...says('repeated_text', { count: duplicates24h, limit }),
      spans: [],
    }
  },
}
