import ipaddr from 'ipaddr.js'

/**
 * The network that an address belongs to: /24 of IPv4, /64 of IPv6 (what one household or office
 * shares), so that no single person's address is kept. "" for what is no address, and for this
 * machine itself: that is a proxy nobody told us about, so everyone would seem to be one network.
 */
export function networkPrefix(address: string): string {
  if (!ipaddr.isValid(address)) return ''
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'loopback') return ''
  const bytes = parsed.toByteArray()
  return bytes.slice(0, bytes.length === 4 ? 3 : 8).join('.')
}
