import type { BuiltInRule } from '../rule'
import { says } from './details'

export const authorFlooding: BuiltInRule = {
  name: 'author_flooding',
  title: 'Flooding by one author',
  explain:
    'Holds a comment of a reader who has posted `author_per_hour` comments within the last hour.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.author_per_hour
    const earlier = features.author.commentsLastHour
    if (limit === null || earlier < limit || features.author.role !== 'reader') return null
    return {
      action: 'hold',
      reason: 'flooding',
      priority: 40,
      ...says('author_flooding', { count: earlier, limit }),
      spans: [],
    }
  },
}
