import type { BuiltInRule } from '../rule'
import { says } from './details'

export const tooLong: BuiltInRule = {
  name: 'too_long',
  title: 'Too long',
  explain: 'Holds a comment with more characters than `max_length`.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.max_length
    const { length } = features.comment
    if (limit === null || length <= limit) return null
    return {
      action: 'hold',
      reason: 'too_long',
      priority: 20,
      ...says('too_long', { count: length, limit }),
      spans: [],
    }
  },
}
