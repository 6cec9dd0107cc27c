import type { BuiltInRule } from '../rule'
import { says } from './details'

export const tooFast: BuiltInRule = {
  name: 'too_fast',
  title: 'Sent too fast',
  explain: 'Holds a comment sent sooner after the form was shown than `min_fill_seconds`.',
  judge: ({ features, settings }) => {
    const limit = settings.limits.min_fill_seconds
    const seconds = features.client.captchaSeconds
    // -1 means that no form was shown: an import, or a client with a token of its own.
    if (limit === null || seconds < 0 || seconds >= limit) return null
    return {
      action: 'hold',
      reason: 'automation',
      priority: 40,
      ...says('too_fast', { seconds, limit }),
      spans: [],
    }
  },
}
