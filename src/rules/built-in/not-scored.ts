import { notScored as missing } from '../../scoring/score'
import type { BuiltInRule } from '../rule'
import { says } from './details'

/** A comment that nothing has checked must not pass as a clean one. */
export const notScored: BuiltInRule = {
  name: 'not_scored',
  title: 'Not scored',
  explain:
    'Holds a comment that could be checked neither for spam nor for its tone, such as one in a language without a model.',
  judge: ({ features }) => {
    const { spam, toxicity } = features.scores
    if (spam !== missing || toxicity !== missing) return null
    return {
      action: 'hold',
      reason: 'not_scored',
      priority: 30,
      ...says('not_scored', { lang: features.comment.lang }),
      spans: [],
    }
  },
}
