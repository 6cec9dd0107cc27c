import { type HostSign, hostSign } from '../../text/host-signs'
import { linksOf } from '../../text/links'
import type { BuiltInRule } from '../rule'

const says: Record<HostSign, string> = {
  shortener: 'a service that hides where it leads',
  punycode: 'a name that is written in another way than it reads',
  mixed_scripts: 'letters of several scripts',
  bare_address: 'a bare network address',
  lookalike: 'a name that looks like one this site trusts',
}

export const suspiciousLink: BuiltInRule = {
  name: 'suspicious_link',
  title: 'Link that hides or pretends',
  explain: 'Holds links by shorteners, to look-alike or mixed-script hosts and to bare addresses.',
  judge: ({ features, views, settings }) => {
    const [host] = features.comment.suspiciousDomains
    if (host === undefined) return null
    const hosts = new Set(features.comment.suspiciousDomains)
    const sign = hostSign(host, settings.allowed_domains)
    return {
      action: 'hold',
      reason: 'links',
      priority: 50,
      detail: `${host}: ${sign ? says[sign] : 'a suspicious host'}.`,
      spans: linksOf(views)
        .filter((link) => hosts.has(link.host))
        .map(({ start, end }) => ({ start, end })),
    }
  },
}
