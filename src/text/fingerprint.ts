import { sha256 } from '../platform/keys'
import type { TextViews } from './views'
import { isUnspaced, wordsOf } from './words'

/**
 * Two texts whose fingerprints differ in at most this many of 64 bits count as nearly the same.
 * One changed word in a comment of 15 to 40 words moves 1 to 8 bits, two words 4 to 8. Among two
 * million pairs of different news comments 6 came as near as 8: 2 of 4 to 6 words, and 4 of 60 words
 * and more.
 */
export const nearDistance = 7

const half = 32

/** FNV-1a over UTF-16 units with the finaliser of MurmurHash3, unsigned 32 bits. */
function hash32(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** What is compared: words in any order, numbers all alike, characters where no spaces are. */
function traitsOf(views: TextViews): string[] {
  const traits: string[] = []
  for (const word of wordsOf(views.skeleton.text)) {
    if (isUnspaced(word.text)) traits.push(...word.text)
    else traits.push(word.text.replace(/\d+/g, '#'))
  }
  return traits.length > 0 ? traits : [views.norm.text]
}

function count(votes: Int32Array, hash: number, offset: number): void {
  for (let bit = 0; bit < half; bit++) {
    const index = offset + bit
    votes[index] = (votes[index] ?? 0) + (((hash >>> bit) & 1) * 2 - 1)
  }
}

function majority(votes: Int32Array, offset: number): number {
  let bits = 0
  for (let bit = 0; bit < half; bit++) {
    if ((votes[offset + bit] ?? 0) > 0) bits |= 1 << bit
  }
  return bits
}

/**
 * A 64-bit SimHash of the words of a comment (Charikar 2002), signed so that it fits PostgreSQL's
 * `bigint`: equal for equal words, near for nearly the same ones. Words rather than runs of three
 * words, which one changed word in a short comment would move too far (8 to 14 bits).
 */
export function fingerprintOf(views: TextViews): bigint {
  const votes = new Int32Array(half * 2)
  for (const trait of traitsOf(views)) {
    count(votes, hash32(trait, 0x811c9dc5), 0)
    count(votes, hash32(trait, 0x9747b28c), half)
  }
  const high = BigInt(majority(votes, half))
  const low = BigInt(majority(votes, 0) >>> 0)
  return (high << 32n) | low
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Bits in which two fingerprints differ, 0..64. In SQL, over the bands: `simhash_distance`. */
export function hammingDistance(one: bigint, other: bigint): number {
  const difference = BigInt.asUintN(64, one ^ other)
  return bitsOf(Number(difference & 0xffffffffn)) + bitsOf(Number(difference >> 32n))
}

const bands = 4
const bitsPerBand = 16
/** The bands of one text on two days that follow each other are so far apart. */
export const bandsPerDay = bands << bitsPerBand
/** As many as fit a signed 32-bit number; they come again after 22 years. */
const days = 2 ** 31 / bandsPerDay
const dayMs = 86_400_000

/**
 * Four numbers, one for each 16 bits of a fingerprint, each tagged with its place and the day (of UTC),
 * so that they can share one indexed integer array: what is looked for on two days meets nothing of
 * all the others. Two fingerprints of a day at a distance of 3 or less surely share at least one; by
 * calculation 91, 77, 62 and 49 % do at 4, 5, 6 and 7. A finer split would find all of them and also
 * a thirtieth of everything posted.
 * @param at when the text was written
 */
export function bandsOf(fingerprint: bigint, at: Date): number[] {
  const bits = BigInt.asUintN(64, fingerprint)
  const day = Math.floor(at.getTime() / dayMs) % days
  return Array.from({ length: bands }, (_, band) => {
    const part = Number((bits >> BigInt(band * bitsPerBand)) & 0xffffn)
    return day * bandsPerDay + ((band << bitsPerBand) | part)
  })
}

/** The words alone, joined by single spaces; what stands there, where there are no words. */
export function canonicalText(views: TextViews): string {
  const words = wordsOf(views.norm.text)
  if (words.length === 0) return views.norm.text.replace(/\s+/g, '')
  return words.map((word) => word.text).join(' ')
}

/** The first 64 bits of the SHA-256 of the canonical text, signed: the same for texts that say the same. */
export function textHashOf(views: TextViews): bigint {
  return sha256(canonicalText(views)).readBigInt64BE(0)
}
