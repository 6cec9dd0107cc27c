import { domainSet, isListed } from '../../text/domains'
import { linksOf, spansOfLinks } from '../../text/links'
import type { BuiltInRule } from '../rule'
import { says } from './details'

export const blockedDomains: BuiltInRule = {
  name: 'blocked_domains',
  title: 'Blocked domains',
  explain: 'Rejects a comment that links to a domain of `blocked_domains` or to one below it.',
  judge: ({ features, views, settings }) => {
    const blocked = domainSet(settings.blocked_domains)
    if (!features.comment.linkDomains.some((host) => isListed(host, blocked))) return null
    const links = linksOf(views).filter((link) => isListed(link.host, blocked))
    return {
      action: 'reject',
      reason: 'blocked_link',
      priority: 80,
      ...says('blocked_domains', { host: links[0]?.host ?? 'a blocked domain' }),
      spans: spansOfLinks(links),
    }
  },
}
