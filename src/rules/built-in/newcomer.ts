import type { Features } from '../features'
import type { BuiltInRule } from '../rule'
import { says } from './details'

/** A reader of whom no comment has been approved yet. */
export function isNewcomer(features: Features): boolean {
  return features.author.role === 'reader' && features.author.approvedCount === 0
}

export const newcomer: BuiltInRule = {
  name: 'newcomer',
  title: 'First-time author',
  explain: 'Holds every comment of an author without an approved one, when `hold_newcomers` is on.',
  judge: ({ features, settings }) => {
    if (!settings.limits.hold_newcomers || !isNewcomer(features)) return null
    return {
      action: 'hold',
      reason: 'newcomer',
      priority: 20,
      ...says('newcomer', {}),
      spans: [],
    }
  },
}
