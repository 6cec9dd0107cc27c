import { domainSet, isListed } from '../../text/domains'
import { type Link, linksOf, mostLinks } from '../../text/links'
import type { Subject } from '../rule'

/**
 * Links of a comment that lead anywhere but to domains that the site trusts or that its moderators
 * have let through again and again: naming a source is no fault. All of them count where there are so
 * many that not all were read, for nobody knows where the others lead.
 */
export function countedLinks({ views, trustedDomains, features }: Subject): Link[] {
  const links = linksOf(views)
  if (links.length === mostLinks) return links
  const trusted = domainSet(trustedDomains)
  const cited = new Set(features.comment.citedDomains)
  return links.filter(({ host }) => !isListed(host, trusted) && !cited.has(host))
}
