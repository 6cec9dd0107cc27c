import { featureBits, hashVersion } from './feature-hash'
import { type Features, normaliserVersion } from './featurise'
import type { HeadCard } from './head-card'

/** A linear model of one score for some languages: a card and one signed byte a feature. */
export type Head = {
  card: HeadCard
  packed: Int8Array
  /** What each signed byte stands for, from -128 on. */
  weightOf: Float32Array
}

/**
 * Value of each word, and of each part of a word, of a text that shows `count` of its kind: long texts
 * weigh no more than short ones.
 */
export function kindScale(count: number): number {
  return 1 / Math.sqrt(count || 1)
}

/** Value of each outward sign. */
export const styleScale = 0.25

const steps = 127

/**
 * Weights as signed bytes, in steps that are finer near 0: byte = sign * round(127 * sqrt(size /
 * largest)). Nothing is clipped, for the rare large weights carry the insults.
 */
export function packWeights(weights: Float32Array): { packed: Int8Array; largest: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)
  const packed = Int8Array.from(
    weights,
    (weight) => Math.sign(weight) * Math.round(steps * Math.sqrt(Math.abs(weight) / largest)),
  )
  return { packed, largest }
}

function unpackTable(largest: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, index) => {
    const byte = index - 128
    return Math.sign(byte) * (byte / steps) ** 2 * largest
  })
}

/**
 * A head from its card and its bytes. Throws when they do not fit together, or were made for another
 * hash or normaliser: such a head would score noise.
 */
export function headFrom(card: HeadCard, bytes: Uint8Array): Head {
  const problem = [
    card.hash_version !== hashVersion && `hash version ${card.hash_version}`,
    card.normaliser_version !== normaliserVersion && `normaliser ${card.normaliser_version}`,
    card.bits > featureBits && `${card.bits} bits`,
    bytes.length !== 2 ** card.bits && `${bytes.length} bytes`,
  ].find((found) => found !== false)
  if (problem !== undefined) throw new Error(`The head ${card.name} does not fit: ${problem}.`)
  const packed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  return { card, packed, weightOf: unpackTable(card.largest_weight) }
}

function sum(head: Head, features: Uint32Array): number {
  const { packed, weightOf } = head
  const mask = packed.length - 1
  let total = 0
  for (let index = 0; index < features.length; index++) {
    const feature = features[index] as number
    total += weightOf[(packed[feature & mask] as number) + 128] as number
  }
  return total
}

/** Log odds, uncalibrated, of a text or a sentence. */
export function oddsOf(head: Head, { words, chars, style }: Features): number {
  return (
    head.card.bias +
    sum(head, words) * kindScale(words.length) +
    sum(head, chars) * kindScale(chars.length) +
    sum(head, style) * styleScale
  )
}

export type Strongest<One extends Features = Features> = { sentence: One; odds: number }

/** The sentence that the head finds worst; none where it does not ask for one. */
export function strongestSentence<One extends Features>(
  head: Head,
  sentences: readonly One[],
): Strongest<One> | undefined {
  if (head.card.sentence_share === 0) return undefined
  let strongest: Strongest<One> | undefined
  for (const sentence of sentences) {
    const odds = oddsOf(head, sentence)
    if (strongest === undefined || odds > strongest.odds) strongest = { sentence, odds }
  }
  return strongest
}

/** Log odds of a whole text, of which the strongest sentence counts for a share of its own. */
export function oddsWith(head: Head, whole: Features, strongest: Strongest | undefined): number {
  const odds = oddsOf(head, whole)
  const share = head.card.sentence_share
  return strongest === undefined ? odds : odds * (1 - share) + strongest.odds * share
}

/** The same, from all sentences. */
export function mixedOdds(head: Head, whole: Features, sentences: readonly Features[]): number {
  return oddsWith(head, whole, strongestSentence(head, sentences))
}

/** Log odds by Platt's calibration of the head. */
export function calibrated({ card }: Head, odds: number): number {
  return card.calibration.slope * odds + card.calibration.offset
}

/** The same as a probability of 0..1. */
export function probabilityOf(head: Head, odds: number): number {
  return 1 / (1 + Math.exp(-calibrated(head, odds)))
}
