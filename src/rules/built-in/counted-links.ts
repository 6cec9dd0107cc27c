import type { Link } from '../../text/links'
import { linksOf } from '../../text/links'
import { domainSet, isListed } from '../domains'
import type { Subject } from '../rule'

/**
 * Links of a comment that lead anywhere but to domains that the site allows or that its moderators
 * have let through again and again: naming a source is no fault.
 */
export function countedLinks({ views, settings, features }: Subject): Link[] {
  const allowed = domainSet(settings.allowed_domains)
  const cited = new Set(features.comment.citedDomains)
  return linksOf(views).filter(({ host }) => !isListed(host, allowed) && !cited.has(host))
}
