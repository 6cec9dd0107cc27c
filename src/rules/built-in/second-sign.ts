import type { Features } from '../features'
import type { Subject } from '../rule'
import { countedLinks } from './counted-links'
import { manyLinks } from './many-links'
import { isNewcomer } from './newcomer'
import { tooFast } from './too-fast'

const fewestRefusals = 3

/** Most of what comes from a shared network is from people who have nothing to do with each other. */
const isRefusedNetwork = ({ networkApproved30d, networkRefused30d }: Features['client']) =>
  networkRefused30d >= fewestRefusals && networkRefused30d > networkApproved30d

/** What speaks against who sent it, and how. */
function hasSignOfSender(subject: Subject): boolean {
  const { author, client } = subject.features
  return (
    isNewcomer(subject.features) ||
    author.strikes > 0 ||
    author.rejectedCount > 0 ||
    client.honeypot ||
    client.onBlocklist ||
    isRefusedNetwork(client) ||
    tooFast.judge(subject) !== null
  )
}

/** What speaks against where it leads, and that it comes again. */
function hasSignOfSpread(subject: Subject): boolean {
  const { comment } = subject.features
  return (
    comment.duplicates24h > 0 ||
    comment.nearDuplicates24h > 0 ||
    comment.suspiciousDomains.length > 0 ||
    comment.refusedDomains.length > 0 ||
    manyLinks.judge(subject) !== null
  )
}

/** All its links lead to domains that the site trusts or that moderators have let through. */
const citesSources = (subject: Subject): boolean =>
  subject.features.comment.links.length > 0 && countedLinks(subject).length === 0

/** Not where it is the links alone that look like spam: so does a source that is new here. */
const isSpamWithoutLinks = ({ features: { comment } }: Subject, limit: number): boolean =>
  comment.links.length === 0 || comment.spamWithoutLinks >= limit

/**
 * Whether a score for spam from a limit on may be acted on without a person: the score alone takes a
 * comment that names its source for an advert too often.
 */
export const mayRefuseAsSpam = (subject: Subject, limit: number): boolean =>
  !citesSources(subject) &&
  (hasSignOfSpread(subject) || (hasSignOfSender(subject) && isSpamWithoutLinks(subject, limit)))
