import type { BuiltInRule } from '../rule'
import { says } from './details'

export const networkFlooding: BuiltInRule = {
  name: 'network_flooding',
  title: 'Flooding from one network',
  explain:
    'Holds a comment when `network_per_hour` comments came from its network within the last hour.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.network_per_hour
    const earlier = features.client.networkCommentsLastHour
    if (limit === null || earlier < limit || features.author.role !== 'reader') return null
    return {
      action: 'hold',
      reason: 'flooding',
      priority: 40,
      ...says('network_flooding', { count: earlier, limit }),
      spans: [],
    }
  },
}
