import { linksOf, spansOfLinks } from '../../text/links'
import type { BuiltInRule } from '../rule'
import { says } from './details'

export const refusedDomain: BuiltInRule = {
  name: 'refused_domain',
  title: 'Link that moderators have refused before',
  explain: 'Holds a link to a host whose comments the moderators of this site have mostly refused.',
  judge: ({ features, views }) => {
    const hosts = new Set(features.comment.refusedDomains)
    if (hosts.size === 0) return null
    const links = linksOf(views).filter(({ host }) => hosts.has(host))
    return {
      action: 'hold',
      reason: 'blocked_link',
      priority: 60,
      ...says('refused_domain', { hosts: [...hosts] }),
      spans: spansOfLinks(links),
    }
  },
}
