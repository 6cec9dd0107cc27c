import { notScored as missing } from '../../scoring/score'
import type { BuiltInRule } from '../rule'
import { says } from './details'

/** Without these two a comment has not been checked for what comments are mostly refused for. */
const wanted = ['spam', 'toxicity'] as const

/** A comment that nothing has checked must not pass as a clean one. */
export const notScored: BuiltInRule = {
  name: 'not_scored',
  title: 'Not scored',
  explain:
    'Holds a comment that could not be scored for spam or for toxicity, such as one in a language without a model, unless `unscored` is "default".',
  judge: ({ features, settings }) => {
    const lacking = wanted.filter((name) => features.scores[name] === missing)
    // the language of a text is not known where the scorer failed: that is not what the owner chose
    const isAccepted = settings.unscored === 'default' && features.comment.lang !== ''
    if (lacking.length === 0 || isAccepted) return null
    return {
      action: 'hold',
      reason: 'not_scored',
      priority: 30,
      ...says('not_scored', { lang: features.comment.lang, lacking }),
      spans: [],
    }
  },
}
