import type { Link } from '../../text/links'
import { linksOf } from '../../text/links'
import { domainSet, isListed } from '../domains'
import type { Subject } from '../rule'

/** Links of a comment that lead anywhere but to the domains the site allows. */
export function countedLinks({ views, settings }: Subject): Link[] {
  const allowed = domainSet(settings.allowed_domains)
  return linksOf(views).filter((link) => !isListed(link.host, allowed))
}

/** "1 link", "2 links". */
export function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}
