import type { Subject } from '../rule'
import { countedLinks } from './counted-links'
import { manyLinks } from './many-links'
import { isNewcomer } from './newcomer'
import { tooFast } from './too-fast'

/** Whatever speaks against a comment beside what it says: who sent it, how, where it leads. */
function hasSecondSign(subject: Subject): boolean {
  const { author, client, comment } = subject.features
  return (
    isNewcomer(subject.features) ||
    author.strikes > 0 ||
    author.rejectedCount > 0 ||
    client.honeypot ||
    tooFast.judge(subject) !== null ||
    comment.duplicates24h > 0 ||
    comment.nearDuplicates24h > 0 ||
    comment.suspiciousDomains.length > 0 ||
    comment.refusedDomains.length > 0 ||
    manyLinks.judge(subject) !== null
  )
}

/** All its links lead to domains that the site allows or that moderators have let through. */
const citesSources = (subject: Subject): boolean =>
  subject.features.comment.links.length > 0 && countedLinks(subject).length === 0

/**
 * Whether a high score for spam may be acted on without a person: the score alone takes a comment
 * that names its source for an advert too often.
 */
export const mayRefuseAsSpam = (subject: Subject): boolean =>
  hasSecondSign(subject) && !citesSources(subject)
