import { classOf, codeAt, spaceBit, unitsOf, wordBits } from './character-class'
import type { Span } from './span'
import { rawSpan } from './text-view'
import { endingOf } from './top-level-domains'
import type { TextViews } from './views'

/** A web address in a comment; the span points into the text as typed. */
export type Link = Span & {
  /** As typed where it is plain ASCII, otherwise as it reads. */
  address: string
  /** Lower case, without "www." and the last dot. */
  host: string
}

/** What is beyond is not read. */
export const mostLinks = 50
const schemes = ['https://', 'http://', 'hxxps://', 'hxxp://']
const longestHost = 253
const longestLabel = 63
const trailingPunctuation = new Set([...'.,;:!?\'"*_~…)]}»”'])

const addressEnds = new Set([...'<>"`{}|\\^[]«»“”'].map((sign) => sign.charCodeAt(0)))

function isHostCode(code: number): boolean {
  return code === 0x2d || code === 0x2e || (classOf(code) & wordBits) !== 0
}

function isAddressCode(code: number): boolean {
  return code > 0x20 && !addressEnds.has(code) && (code < 0x80 || (classOf(code) & spaceBit) === 0)
}

function isAuthorityCode(code: number): boolean {
  return isAddressCode(code) && code !== 0x2f && code !== 0x3f && code !== 0x23
}

/** A set of characters, with one table look-up for those that most texts consist of. */
type Characters = { ascii: Uint8Array; has: (code: number) => boolean }

function characters(has: (code: number) => boolean): Characters {
  return { ascii: Uint8Array.from({ length: 0x80 }, (_, code) => (has(code) ? 1 : 0)), has }
}

const hostCharacters = characters(isHostCode)
const addressCharacters = characters(isAddressCode)
const authorityCharacters = characters(isAuthorityCode)

function runEnd(text: string, start: number, { ascii, has }: Characters): number {
  let end = start
  while (end < text.length) {
    const known = ascii[text.charCodeAt(end)]
    if (known === 0) break
    const code = known === 1 ? 0 : codeAt(text, end)
    if (known === undefined && !has(code)) break
    end += known === 1 ? 1 : unitsOf(code)
  }
  return end
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** Leaves out punctuation that ends the sentence, but keeps a bracket that was opened inside. */
function trimEnd(text: string, start: number, end: number): number {
  const address = text.slice(start, end)
  let unopened = count(address, ')') - count(address, '(')
  let last = end
  while (last > start && trailingPunctuation.has(text[last - 1] ?? '')) {
    if (text[last - 1] === ')' && unopened-- <= 0) break
    last--
  }
  return last
}

function withoutWww(host: string): string {
  const bare = host.replace(/\.$/, '')
  return bare.startsWith('www.') ? bare.slice(4) : bare
}

/** Host of "user:password@host:port"; "" when it is none. */
function hostOf(authority: string): string {
  const afterUser = authority.slice(authority.lastIndexOf('@') + 1)
  const colon = afterUser.indexOf(':')
  const host = withoutWww(colon === -1 ? afterUser : afterUser.slice(0, colon))
  const isName = host.includes('.') && !host.startsWith('.') && !host.includes('..')
  return (isName && host.length <= longestHost) || host === 'localhost' ? host : ''
}

type Found = { start: number; end: number; host: string }

function schemeLink(text: string, start: number): Found | null {
  const scheme = schemes.find((known) => text.startsWith(known, start))
  if (scheme === undefined) return null
  const from = start + scheme.length
  const until = runEnd(text, from, authorityCharacters)
  const host = hostOf(text.slice(from, trimEnd(text, from, until)))
  if (host === '') return null
  return { start, end: trimEnd(text, start, runEnd(text, until, addressCharacters)), host }
}

function isGoodLabel(label: string): boolean {
  return (
    label !== '' && label.length <= longestLabel && !label.startsWith('-') && !label.endsWith('-')
  )
}

function hasGoodLabels(labels: string[]): boolean {
  return labels.length >= 2 && labels.every(isGoodLabel)
}

/** "end.De" is more often a missing space than an address; "Example.Com" is one. */
function startsSentence(typed: string): boolean {
  const ending = typed.slice(typed.lastIndexOf('.') + 1)
  return /^\p{Lu}\p{Ll}/u.test(ending) && !/^(?:com|net|org)$/i.test(ending)
}

function isPlausible(name: string, typed: string, hasPath: boolean): boolean {
  if (name.length > longestHost || /^[\d.]+$/.test(name)) return false
  const labels = name.split('.')
  const ending = endingOf(labels.at(-1) ?? '')
  if (!hasGoodLabels(labels) || ending === 'none') return false
  if (hasPath || name.startsWith('www.')) return true
  return ending === 'certain' && !startsSentence(typed)
}

function bareLink(views: TextViews, start: number, end: number): Found | null {
  const { text } = views.norm
  const last = trimEnd(text, start, end)
  const name = text.slice(start, last)
  const typed = rawSpan(views.norm, start, last)
  const hasPath = last === end && text[end] === '/'
  if (!isPlausible(name, views.raw.slice(typed.start, typed.end), hasPath)) return null
  const addressEnd =
    last === end && /[/?#:]/.test(text[end] ?? '') ? runEnd(text, end, addressCharacters) : last
  return { start, end: trimEnd(text, start, addressEnd), host: withoutWww(name) }
}

function linkFrom(views: TextViews, found: Found): Link {
  const span = rawSpan(views.norm, found.start, found.end)
  const typed = views.raw.slice(span.start, span.end)
  const isAscii = /^[!-~]*$/.test(typed)
  const address = isAscii ? typed : views.norm.text.slice(found.start, found.end)
  return { ...span, address, host: found.host }
}

/** The address in the run of host characters `[start, end)`, which may begin inside it with a scheme. */
function linkInRun(views: TextViews, start: number, end: number): Found | null {
  const { text } = views.norm
  if (text.startsWith('://', end)) {
    const scheme = schemes.find((known) => text.endsWith(known.slice(0, -3), end))
    return scheme === undefined ? null : schemeLink(text, end - scheme.length + 3)
  }
  if (!text.slice(start, end).includes('.')) return null
  const isMail = text[start - 1] === '@' || text[end] === '@'
  const firstLetter = text[start] === '.' || text[start] === '-' ? start + 1 : start
  return isMail ? null : bareLink(views, firstLetter, end)
}

// Nearly every comment ends here: no address is without a dot inside or a scheme.
const hint = /[^\s.]\.[^\s.]|:\/\//

/**
 * The first 50 web addresses of a comment: with `http(s)://` (also `hxxp`), with `www.`, and bare names
 * whose ending is a known one. Mail addresses are none. Linear.
 */
export function linksOf(views: TextViews): Link[] {
  const { text } = views.norm
  if (!hint.test(text)) return []
  const links: Link[] = []
  let index = 0
  while (index < text.length && links.length < mostLinks) {
    const end = runEnd(text, index, hostCharacters)
    const found = end > index ? linkInRun(views, index, end) : null
    if (found !== null) links.push(linkFrom(views, found))
    index = end > index ? Math.max(end, found?.end ?? 0) : index + unitsOf(codeAt(text, index))
  }
  return links
}

/** Where links stand, and nothing else of them. */
export const spansOfLinks = (links: readonly Link[]): Span[] =>
  links.map(({ start, end }) => ({ start, end }))

/** A text as typed, without its links; the same text where it has none. */
export const withoutLinks = (views: TextViews): string =>
  linksOf(views).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    views.raw,
  )

/** The hosts of the links of a text, each once. */
export const domainsOf = (views: TextViews): string[] => [
  ...new Set(linksOf(views).map(({ host }) => host)),
]
