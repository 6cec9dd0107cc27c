import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.process>
type Network = { address: Address; bits: number }

/** Wider ones are whole continents: a slip of the pen, not a network. */
const fewestBits = { ipv4: 8, ipv6: 16 }

/** Strict: "10.1" and "010.0.0.1" are addresses to some programs, and not the same ones. */
function readAddress(text: string): Address | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined
  return text.includes('%') ? undefined : ipaddr.process(text)
}

/** An address or a network such as "203.0.113.0/24", undefined for anything else. */
function readNetwork(text: string): Network | undefined {
  const [, before = '', after] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? []
  const address = readAddress(before)
  if (!address) return undefined
  const most = address.kind() === 'ipv4' ? 32 : 128
  // an IPv4 address that is written as an IPv6 one has 96 bits before it
  const unused = before.includes(':') ? 128 - most : 0
  const bits = after === undefined ? most : Number(after) - unused
  return bits >= fewestBits[address.kind()] && bits <= most ? { address, bits } : undefined
}

/** Whether a text names an address or a network of a believable size. */
export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined

/** The first bits of an address, and how many: equal for all addresses of a network. */
function keyOf({ address, bits }: Network): string {
  const bytes = address.toByteArray().slice(0, Math.ceil(bits / 8))
  const cut = 8 * bytes.length - bits
  const last = bytes.pop() ?? 0
  return [address.kind(), bits, ...bytes, (last >> cut) << cut].join('.')
}

type Lookup = { keys: ReadonlySet<string>; sizes: Record<'ipv4' | 'ipv6', ReadonlySet<number>> }

// One list stands for as long as the settings do, and may have 10,000 lines.
const known = new WeakMap<readonly string[], Lookup>()

function lookupOf(list: readonly string[]): Lookup {
  const cached = known.get(list)
  if (cached) return cached
  const networks = list.map(readNetwork).filter((one) => one !== undefined)
  const sizesOf = (kind: 'ipv4' | 'ipv6') =>
    new Set(networks.filter(({ address }) => address.kind() === kind).map(({ bits }) => bits))
  const sizes = { ipv4: sizesOf('ipv4'), ipv6: sizesOf('ipv6') }
  const lookup = { keys: new Set(networks.map(keyOf)), sizes }
  known.set(list, lookup)
  return lookup
}

/**
 * Whether an address lies in one of the networks. This machine's own does in none: that is a proxy
 * nobody told us about, and would stand for everyone.
 */
export function isInNetworks(address: string, list: readonly string[]): boolean {
  if (list.length === 0 || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'loopback') return false
  const { keys, sizes } = lookupOf(list)
  return [...sizes[parsed.kind()]].some((bits) => keys.has(keyOf({ address: parsed, bits })))
}

/** A network as it may be kept for good: no narrower than /24 of IPv4 or /64 of IPv6; "" for none. */
export function widened(text: string): string {
  const network = readNetwork(text.trim())
  if (!network) return ''
  const { address } = network
  const bits = Math.min(network.bits, address.kind() === 'ipv4' ? 24 : 64)
  const cidr = `${address}/${bits}`
  const first =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr)
  return `${first}/${bits}`
}
