import type { BuiltInRule } from '../rule'

const percent = (share: number) => `${Math.round(share * 100)} %`

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
      detail: `${percent(capsRatio)} of its letters are capitals; the limit is ${percent(limit)}.`,
      spans: [],
    }
  },
}
