import { domainToUnicode } from 'node:url'

/** A host as it reads: "bücher.example", also where it is written "xn--bcher-kva.example". */
export const readableHost = (host: string): string =>
  host.includes('xn--') ? domainToUnicode(host) || host : host

/** Whether a host is one of the domains or lies below one: "shop.example.com" is in "example.com". */
export function isListed(host: string, domains: ReadonlySet<string>): boolean {
  let rest = readableHost(host)
  for (;;) {
    if (domains.has(rest)) return true
    const dot = rest.indexOf('.')
    if (dot === -1) return false
    rest = rest.slice(dot + 1)
  }
}

// Settings are one object for as long as they stand, and lists may have 10,000 lines.
const known = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A list of domains from the settings, ready for look-ups; "www." and a leading dot are ignored. */
export function domainSet(domains: readonly string[]): ReadonlySet<string> {
  const cached = known.get(domains)
  if (cached) return cached
  const set = new Set(
    domains.map((domain) => readableHost(domain.toLowerCase().replace(/^(?:www)?\./, ''))),
  )
  known.set(domains, set)
  return set
}
