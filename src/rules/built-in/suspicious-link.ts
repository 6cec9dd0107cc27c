import { hostSign } from '../../text/host-signs'
import { linksOf, spansOfLinks } from '../../text/links'
import type { BuiltInRule } from '../rule'
import { says } from './details'

export const suspiciousLink: BuiltInRule = {
  name: 'suspicious_link',
  title: 'Link that hides or pretends',
  explain: 'Holds links by shorteners, to look-alike or mixed-script hosts and to bare addresses.',
  judge: ({ features, views, trustedDomains }) => {
    const [host] = features.comment.suspiciousDomains
    if (host === undefined) return null
    const hosts = new Set(features.comment.suspiciousDomains)
    return {
      action: 'hold',
      reason: 'links',
      priority: 50,
      ...says('suspicious_link', { host, sign: hostSign(host, trustedDomains) }),
      spans: spansOfLinks(linksOf(views).filter((link) => hosts.has(link.host))),
    }
  },
}
