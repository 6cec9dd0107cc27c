import { domainToUnicode } from 'node:url'
import { isTwin } from './confusables'
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
  'goo.su',
  'hubs.ly',
  'ouo.io',
  'snip.ly',
  'surl.li',
  't1p.de',
  'tr.im',
  'urlz.fr',
  'x.co',
])

/** Those services give customers names of their own below theirs. */
const isShortener = (host: string): boolean =>
  host.split('.').some((_, at, labels) => shorteners.has(labels.slice(at).join('.')))

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

const isMixed = (label: string): boolean =>
  scripts.filter((script) => script.test(label)).length > 1

/** A name of another script that reads as a Latin one, letter by letter. */
const isDisguised = (label: string): boolean =>
  /[^ -~]/.test(label) &&
  Array.from(label).every((sign) => /[-\d]/.test(sign) || isTwin(sign.codePointAt(0) ?? 0))

/**
 * @param host lower case, without "www."
 * @param trusted domains that a host may pretend to be
 * @returns null for an ordinary host
 */
export function hostSign(host: string, trusted: readonly string[] = []): HostSign | null {
  if (isShortener(host)) return 'shortener'
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return 'bare_address'
  const readable = domainToUnicode(host) || host
  if (readable.split('.').some((label) => isMixed(label) || isDisguised(label)))
    return 'mixed_scripts'
  if (trusted.some((domain) => looksLike(readable, domain))) return 'lookalike'
  return readable === host ? null : 'punycode'
}

/** The same at a glance and yet another host: "examp1e.com" and "example.com". */
function looksLike(host: string, domain: string): boolean {
  if (host === domain || host.endsWith(`.${domain}`)) return false
  return atAGlance(host) === atAGlance(domain)
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
