import type { BuiltInRule } from '../rule'
import { says } from './details'

export const tooShort: BuiltInRule = {
  name: 'too_short',
  title: 'Too short',
  explain: 'Holds a comment with fewer characters than `min_length`.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.min_length
    const { length } = features.comment
    if (limit === null || length >= limit) return null
    return {
      action: 'hold',
      reason: 'too_short',
      priority: 10,
      ...says('too_short', { count: length, limit }),
      spans: [],
    }
  },
}
