import type { Features } from '../features'
import type { BuiltInRule, Subject } from '../rule'
import { countedLinks } from './counted-links'
import { says } from './details'
import { isLong } from './long-text'

/** A reader who sees nothing happen sends the same text again. */
const minCopiesOfAuthor = 3
/** A company or a mobile carrier is one network, and a campaign sends one text to many readers. */
const minCopiesOfNetwork = 10

/** Earlier copies by the author and from the network. What was judged before they were counted has none. */
export function copiesOfSender({ comment }: Features): { author: number; network: number } {
  const { authorDuplicates24h = 0, networkDuplicates24h = 0 } = comment
  return {
    author: authorDuplicates24h,
    network: Math.max(networkDuplicates24h, authorDuplicates24h),
  }
}

/**
 * Condolences, greetings and agreement come in the same words from many readers. Only the copies of
 * one sender are spam, and only where there is something to spread: a link, or a long text.
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
    'Holds a text that was posted more often in 24 hours than `max_duplicates`, whoever posted it. Marks it as spam only from the fourth copy of one author on, if it has a link or is long, or from the eleventh copy with a link from one network on.',
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
