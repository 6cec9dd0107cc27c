import type { Subject } from '../rule'
import { countedLinks } from './counted-links'
import type { SecondSign } from './details'
import { copiesOfSender } from './repeated-text'

/** Fewer may come from one person among many who share a network. */
const minSpamOfNetwork = 5
/** Earlier copies of an advert by the same author. */
const minCopiesOfAuthor = 2
/** Earlier copies of an advert from the same network: several readers there may pass on one notice of an event. */
const minCopiesOfNetwork = 5

type Evidence = {
  /** Whether it is enough even if the score is high only because of the links. */
  isAgainstLinks?: true
  applies(subject: Subject): boolean
}

/**
 * All evidence that, together with a spam score, may refuse a comment before a moderator has seen it: earlier
 * judgements by people of the site, a trap, copies of one advert. Weak signs only hold and do not belong
 * here, however many there are: a first-time author, a form sent too fast, a near copy, a
 * suspicious host, several links, refusals for tone, refusals by rules.
 */
const secondSigns: Record<SecondSign, Evidence> = {
  honeypot: { applies: ({ features }) => features.client.honeypot },
  blocked_network: { applies: ({ features }) => features.client.onBlocklist },
  spam_author: {
    applies: ({ features: { author } }) => author.spamByPeople30d > author.approvedCount,
  },
  spam_network: {
    applies: ({ features: { client } }) =>
      client.networkSpamByPeople30d >= minSpamOfNetwork && client.networkApproved30d === 0,
  },
  refused_domain: {
    isAgainstLinks: true,
    applies: ({ features }) => features.comment.refusedDomains.length > 0,
  },
  copies: {
    applies: (subject) => {
      const { author, network } = copiesOfSender(subject.features)
      const areMany = author >= minCopiesOfAuthor || network >= minCopiesOfNetwork
      return areMany && countedLinks(subject).length > 0
    },
  },
}

/** All its links lead to domains that the site trusts or that moderators have let through. */
const citesSources = (subject: Subject): boolean =>
  subject.features.comment.links.length > 0 && countedLinks(subject).length === 0

/** Not where it is the links alone that look like spam: so does a source that is new here. */
const isSpamWithoutLinks = ({ features: { comment } }: Subject, limit: number): boolean =>
  comment.links.length === 0 || comment.spamWithoutLinks >= limit

/**
 * Finds a strong sign that lets a spam score act without a moderator. The score alone mistakes a stallholder
 * who gives a phone number, or a reader who cites a source, for an advert.
 * @param limit the threshold that the score has reached
 * @returns the first sign that applies; undefined if none does, or the author is trusted or staff
 */
export function secondSign(subject: Subject, limit: number): SecondSign | undefined {
  // comments of trusted authors and staff are only held
  if (subject.features.author.role !== 'reader' || citesSources(subject)) return undefined
  const isInText = isSpamWithoutLinks(subject, limit)
  return (Object.keys(secondSigns) as SecondSign[]).find((name) => {
    const { isAgainstLinks, applies } = secondSigns[name]
    return (isInText || isAgainstLinks) && applies(subject)
  })
}
