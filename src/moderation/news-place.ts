import { uuidBytes, uuidOf } from '../platform/uuid'

/** How far the news of some sites were read: the number of the last event of each site's chain. */
export type NewsPlace = ReadonlyMap<string, number>

/** A place of more sites is not kept: it has to fit into a header and an address. */
const mostSites = 100

/** One word of a site: 16 bytes and a number. */
const word = /^([\w-]{22})([0-9a-z]{1,11})$/

/** Says only that somebody has read before. */
const somewhere = '-'

/** A place as one word, that `readPlace` reads unless it is of too many sites. */
export function placeText(place: NewsPlace): string {
  if (place.size > mostSites) return somewhere
  return Array.from(
    place,
    ([siteId, seq]) => `${uuidBytes(siteId).toString('base64url')}${seq.toString(36)}`,
  ).join('.')
}

/** @returns undefined for a text that names no place */
export function readPlace(text: string): NewsPlace | undefined {
  const place = new Map<string, number>()
  for (const part of text.split('.', mostSites + 1)) {
    const [, id = '', seq = ''] = word.exec(part) ?? []
    if (id === '' || place.size === mostSites) return undefined
    place.set(uuidOf(Buffer.from(id, 'base64url')), Number.parseInt(seq, 36))
  }
  return place
}

/**
 * How many events lie between two places, where the later one says of which sites.
 * @returns Infinity when the earlier one knows nothing of a site, or is ahead
 */
export function eventsBetween(before: NewsPlace, after: NewsPlace): number {
  let count = 0
  for (const [siteId, seq] of after) {
    const seen = before.get(siteId)
    if (seen === undefined || seen > seq) return Number.POSITIVE_INFINITY
    count += seq - seen
  }
  return count
}
