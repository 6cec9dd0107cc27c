import { readableHost } from '../text/domains'
import { domainsOf } from '../text/links'
import { viewsOf } from '../text/views'

/** A piece of a text: a link when it has an address. */
export type TextPiece = { text: string; href?: string }

const maxLinks = 50
const maxLinkLength = 2000
/** Ends an address: white space, controls, quotes, angle brackets, and what turns or hides text. */
const addressEnd = /[\s\p{Cc}\p{Cf}\p{Cs}"<>`{}|\\^«»“”„‹›。、]/u
const schemes = /https?:\/\//gi
const trailing = ".,;:!?'’)]*_~"

/**
 * Finds the http and https addresses in a text a reader typed. Everything else, `javascript:` and
 * `data:` included, stays text, and so do addresses with a user name, which pose as another site, and
 * those whose host the rules have not read as one: nobody may click what nothing has looked at. Linear
 * in the length of the text; at most 50 links.
 */
export function autoLink(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let written = 0
  for (const { start, address, href } of linksIn(text)) {
    if (start > written) pieces.push({ text: text.slice(written, start) })
    pieces.push({ text: address, href })
    written = start + address.length
  }
  if (written < text.length) pieces.push({ text: text.slice(written) })
  return pieces
}

function* linksIn(text: string): Generator<{ start: number; address: string; href: string }> {
  // nearly every comment ends here
  if (!text.includes('://')) return
  const hosts = new Set(domainsOf(viewsOf(text)).map(readableHost))
  let scanned = 0
  let links = 0
  for (const { index } of text.matchAll(schemes)) {
    if (index < scanned || /[\p{L}\p{N}]/u.test(text[index - 1] ?? ' ')) continue
    const address = addressAt(text, index)
    scanned = index + address.length
    const href = safeHref(address, hosts)
    if (!href) continue
    yield { start: index, address, href }
    links += 1
    if (links === maxLinks) return
  }
}

/** Without the punctuation of the sentence around it; a closing bracket stays if it was opened. */
function addressAt(text: string, start: number): string {
  const ahead = text.slice(start, start + maxLinkLength + 1)
  const length = ahead.search(addressEnd)
  const address = length === -1 ? ahead : ahead.slice(0, length)
  let surplus = address.split(')').length - address.split('(').length
  let end = address.length
  for (; trailing.includes(address[end - 1] ?? ' '); end -= 1) {
    if (address[end - 1] !== ')') continue
    if (surplus <= 0) break
    surplus -= 1
  }
  return address.slice(0, end)
}

function safeHref(address: string, hosts: ReadonlySet<string>): string | undefined {
  if (address.length > maxLinkLength || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  const host = readableHost(url.hostname).replace(/^www\.|\.$/g, '')
  const isPlain = isWeb && url.username === '' && url.password === ''
  return isPlain && hosts.has(host) ? url.href : undefined
}
