import type { BuiltInRule } from '../rule'
import { says } from './details'

export const honeypot: BuiltInRule = {
  name: 'honeypot',
  title: 'Trap field filled in',
  explain: 'Marks a comment as spam when a field was filled in that readers cannot see.',
  judge: ({ features }) => {
    if (!features.client.honeypot) return null
    return {
      action: 'spam',
      reason: 'automation',
      priority: 90,
      ...says('honeypot', {}),
      spans: [],
    }
  },
}
