import type { BuiltInRule } from '../rule'
import { says } from './details'

export const blockedNetwork: BuiltInRule = {
  name: 'blocked_network',
  title: 'Blocked network',
  explain:
    'Holds a comment sent from a network in `blocked_networks`. It never refuses one by itself, because networks are shared.',
  judge: ({ features }) => {
    if (!features.client.onBlocklist || features.author.role !== 'reader') return null
    return {
      action: 'hold',
      reason: 'blocked_network',
      priority: 60,
      ...says('blocked_network', {}),
      spans: [],
    }
  },
}
