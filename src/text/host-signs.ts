import { isTwin } from './confusables'
import { domainSet, isListed, readableHost } from './domains'
import { viewsOf } from './views'

/** What makes a host suspicious whatever stands around it. */
export type HostSign = 'shortener' | 'punycode' | 'mixed_scripts' | 'bare_address' | 'lookalike'

/** Services that hide where a link leads. */
const shorteners: ReadonlySet<string> = new Set([
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'buff.ly',
  'rebrand.ly',
  'cutt.ly',
  'shorturl.at',
  'rb.gy',
  't.ly',
  'tiny.cc',
  'bl.ink',
  'soo.gd',
  's.id',
  'v.gd',
  'adf.ly',
  'lnkd.in',
  'qr.ae',
  'clck.ru',
  'vk.cc',
  'u.to',
  'shorte.st',
  'linktr.ee',
  'amzn.to',
  'b.link',
  'bc.vc',
  'dlvr.it',
  'dub.sh',
  'gg.gg',
  'goo.su',
  'hubs.ly',
  'ouo.io',
  'reurl.cc',
  'short.gy',
  'snip.ly',
  'surl.li',
  't1p.de',
  'tiny.one',
  'tr.im',
  'urlz.fr',
  'x.co',
])

/** Those services give customers names of their own below theirs. */
const isShortener = (host: string): boolean => isListed(host, shorteners)

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

const isMixed = (label: string): boolean =>
  scripts.filter((script) => script.test(label)).length > 1

/** A name of another script that reads as a Latin one, letter by letter. */
const isDisguised = (label: string): boolean =>
  /[^ -~]/.test(label) &&
  Array.from(label).every((sign) => /[-\d]/.test(sign) || isTwin(sign.codePointAt(0) ?? 0))

/**
 * @param host lower case, without "www."
 * @param trusted domains that a host may pretend to be; they and what lies below them have no sign
 * @returns null for an ordinary host
 */
export function hostSign(host: string, trusted: readonly string[]): HostSign | null {
  const { domains, glances } = appearances(trusted)
  if (isListed(host, domains)) return null
  if (isShortener(host)) return 'shortener'
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return 'bare_address'
  const readable = readableHost(host)
  if (readable.split('.').some((label) => isMixed(label) || isDisguised(label)))
    return 'mixed_scripts'
  // the same at a glance and yet another host: "examp1e.com" and "example.com"
  if (glances.size > 0 && isListed(atAGlance(readable), glances)) return 'lookalike'
  return readable === host ? null : 'punycode'
}

type Appearances = { domains: ReadonlySet<string>; glances: ReadonlySet<string> }

// One list stands for as long as the settings do, and may have 10,000 domains.
const known = new WeakMap<readonly string[], Appearances>()

function appearances(trusted: readonly string[]): Appearances {
  const cached = known.get(trusted)
  if (cached) return cached
  const domains = domainSet(trusted)
  const found = { domains, glances: new Set(Array.from(domains, atAGlance)) }
  known.set(trusted, found)
  return found
}

/** Signs that small print confuses, as one of them. */
const confused: [RegExp, string][] = [
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

function atAGlance(host: string): string {
  const labels = host.split('.').map((label) => viewsOf(label).skeleton.text)
  return confused.reduce((text, [sign, as]) => text.replace(sign, as), labels.join('.'))
}
