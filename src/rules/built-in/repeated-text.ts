import type { Features } from '../features'
import type { BuiltInRule, Subject } from '../rule'
import { countedLinks } from './counted-links'
import { says } from './details'
import { isLong } from './long-text'

/** Earlier copies by one author. Readers resend a text when nothing seems to happen. */
const minCopiesOfAuthor = 3
/** Earlier copies from one network. Many users share a company or mobile network, and may post the same campaign text. */
const minCopiesOfNetwork = 10

/** @returns the numbers of earlier copies by the author and from the network; 0 in features from before they were counted */
export function copiesOfSender({ comment }: Features): { author: number; network: number } {
  const { authorDuplicates24h = 0, networkDuplicates24h = 0 } = comment
  return {
    author: authorDuplicates24h,
    network: Math.max(networkDuplicates24h, authorDuplicates24h),
  }
}

/**
 * Many readers send condolences, greetings and agreement in the same words. So only copies by one sender
 * are spam, and only if the text has a link or is long.
 */
function isSpam(subject: Subject, limit: number): boolean {
  const { author, network } = copiesOfSender(subject.features)
  const isOfAuthor = author > limit && author >= minCopiesOfAuthor
  const isOfNetwork = network > limit && network >= minCopiesOfNetwork
  const isReader = subject.features.author.role === 'reader'
  if (!isReader || (!isOfAuthor && !isOfNetwork)) return false
  return countedLinks(subject).length > 0 || (isOfAuthor && isLong(subject.views))
}

export const repeatedText: BuiltInRule = {
  name: 'repeated_text',
  title: 'Repeated text',
  explain:
    'Holds a text that was posted more than `max_duplicates` times in 24 hours, by any author. Marks it as spam only from the fourth copy by one author, if it has a link or is long, or from the eleventh copy from one network, if it has a link.',
  judge: (subject) => {
    const { features, settings } = subject
    const limit = settings.limits.max_duplicates
    const { duplicates24h } = features.comment
    if (limit === null || duplicates24h <= limit) return null
    const action = isSpam(subject, limit) ? 'spam' : 'hold'
    const facts = { count: duplicates24h, own: copiesOfSender(features).network, limit }
    return {
      action,
      reason: 'duplicate',
      priority: action === 'spam' ? 60 : 30,
      ...says('repeated_text', facts),
      spans: [],
    }
  },
}
