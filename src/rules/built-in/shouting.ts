import type { BuiltInRule } from '../rule'
import { says } from './details'

export const shouting: BuiltInRule = {
  name: 'shouting',
  title: 'Shouting',
  explain: 'Holds a comment with a larger share of capital letters than `max_caps`.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.max_caps
    const { capsRatio } = features.comment
    if (limit === null || capsRatio <= limit) return null
    return {
      action: 'hold',
      reason: 'shouting',
      priority: 20,
      ...says('shouting', { share: capsRatio, limit }),
      spans: [],
    }
  },
}
