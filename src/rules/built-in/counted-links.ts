import { domainSet, isListed } from '../../text/domains'
import { type Link, linksOf } from '../../text/links'
import type { Subject } from '../rule'

/**
 * Links of a comment that lead anywhere but to domains that the site trusts or that its moderators
 * have let through again and again: naming a source is no fault.
 */
export function countedLinks({ views, trustedDomains, features }: Subject): Link[] {
  const trusted = domainSet(trustedDomains)
  const cited = new Set(features.comment.citedDomains)
  return linksOf(views).filter(({ host }) => !isListed(host, trusted) && !cited.has(host))
}
