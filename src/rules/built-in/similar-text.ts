import type { BuiltInRule } from '../rule'
import { says } from './details'

export const similarText: BuiltInRule = {
  name: 'similar_text',
  title: 'Nearly repeated text',
  explain:
    'Holds a text when nearly the same was posted more often in 24 hours than `max_near_duplicates`.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.max_near_duplicates
    const similar = features.comment.nearDuplicates24h
    if (limit === null || similar <= limit) return null
    return {
      action: 'hold',
      reason: 'duplicate',
      priority: 50,
      ...says('similar_text', { count: similar, limit }),
      spans: [],
    }
  },
}
