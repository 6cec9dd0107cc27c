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
    'Holds a comment that could not be scored for spam or for toxicity, because there is no model for its language or because a scorer failed; with `unscored` "default" the former is let through.',
  judge: ({ features, settings, scoreFailure }) => {
    const lacking = wanted.filter((name) => features.scores[name] === missing)
    // what the owner may choose to go without is a score for a language, not a scorer
    const isOfLanguage = scoreFailure === undefined && features.comment.lang !== ''
    const isAccepted = settings.unscored === 'default' && isOfLanguage
    if (lacking.length === 0 || isAccepted) return null
    return {
      action: 'hold',
      reason: 'not_scored',
      priority: 30,
      ...says('not_scored', {
        lang: features.comment.lang,
        lacking,
        ...(scoreFailure && { because: scoreFailure }),
      }),
      spans: [],
    }
  },
}
