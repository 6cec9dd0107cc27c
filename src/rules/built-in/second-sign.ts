import type { Subject } from '../rule'
import { countedLinks } from './counted-links'
import type { SecondSign } from './details'
import { copiesOfSender } from './repeated-text'

/** Fewer may be the work of one among many who share a network. */
const minSpamOfNetwork = 5
/** Earlier copies of an advert by the same author or from the same network. */
const minCopies = 2

type Evidence = {
  /** Whether it shows that the comment is spam even if only its links make the score. */
  isAgainstLinks?: true
  speaks(subject: Subject): boolean
}

/**
 * Everything that, together with a score for spam, may refuse a comment before a person has seen it.
 * It rests on what people of the site have said, on a trap, or on copies of one advert. Weak signs do not
 * belong here, however many there are: a first-time author, haste, a near copy, a strange
 * host, several links, refusals for tone, refusals by rules. They hold.
 */
const secondSigns: Record<SecondSign, Evidence> = {
  honeypot: { speaks: ({ features }) => features.client.honeypot },
  blocked_network: { speaks: ({ features }) => features.client.onBlocklist },
  spam_author: {
    speaks: ({ features: { author } }) => author.spamByPeople30d > author.approvedCount,
  },
  spam_network: {
    speaks: ({ features: { client } }) =>
      client.networkSpamByPeople30d >= minSpamOfNetwork && client.networkApproved30d === 0,
  },
  refused_domain: {
    isAgainstLinks: true,
    speaks: ({ features }) => features.comment.refusedDomains.length > 0,
  },
  copies: {
    speaks: (subject) =>
      copiesOfSender(subject.features).network >= minCopies && countedLinks(subject).length > 0,
  },
}

/** All its links lead to domains that the site trusts or that moderators have let through. */
const citesSources = (subject: Subject): boolean =>
  subject.features.comment.links.length > 0 && countedLinks(subject).length === 0

/** Not where it is the links alone that look like spam: so does a source that is new here. */
const isSpamWithoutLinks = ({ features: { comment } }: Subject, limit: number): boolean =>
  comment.links.length === 0 || comment.spamWithoutLinks >= limit

/**
 * The sign that lets a score for spam from a limit on act without a person, if there is one: the score
 * alone takes a stallholder who gives a phone number, or a reader who names a source, for an advert.
 */
export function secondSign(subject: Subject, limit: number): SecondSign | undefined {
  // a person judges those whom the site trusts
  if (subject.features.author.role !== 'reader' || citesSources(subject)) return undefined
  const isInText = isSpamWithoutLinks(subject, limit)
  return (Object.keys(secondSigns) as SecondSign[]).find((name) => {
    const { isAgainstLinks, speaks } = secondSigns[name]
    return (isInText || isAgainstLinks) && speaks(subject)
  })
}
