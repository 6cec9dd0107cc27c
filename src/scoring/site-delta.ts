import type { LearningScore } from './decision-log'
import type { Features } from './featurise'
import { kindScale, styleScale } from './head'

/** Changes whenever the same decision log could lead to another delta or curve: sites are taught anew. */
export const learningVersion = 3

/** Features share this many numbers on a site: 2 to the power 13, 32 KiB twice. */
const deltaSize = 2 ** 13
const formatVersion = 1

/**
 * What a site's moderators have taught one score, on top of the head that ships: log odds to add for
 * each feature, with the sums of squared steps by which later steps get smaller.
 */
export type SiteDelta = {
  weights: Float32Array
  squares: Float32Array
  bias: number
  biasSquares: number
  /** Decisions learnt from, replays left out. */
  decisions: number
}

/** Features without the words that showed them: a log of thousands of them lies in memory at once. */
export type LessonFeatures = Pick<Features, 'words' | 'chars' | 'style'>

/**
 * A moderator's decision on one comment. `priorOdds` are the calibrated log odds of the head; `weight`
 * (above 0, to 1) is how much it counts.
 */
export type TaughtDecision = {
  features: LessonFeatures
  priorOdds: number
  isOfClass: boolean
  weight: number
}

export type LearningSettings = { rate: number; l2: number }

/** Spam follows a site's decisions quickly; toxicity moves slowly, for its decisions are noisy. */
export const learningSettings: Record<LearningScore, LearningSettings> = {
  spam: { rate: 0.3, l2: 1e-4 },
  toxicity: { rate: 0.1, l2: 1e-4 },
}

const firstSquares = 0.05
const firstBiasSquares = 0.5
const leastBound = 3
const moreBound = 12
const decisionsToHalve = 4

export function emptyDelta(): SiteDelta {
  return {
    weights: new Float32Array(deltaSize),
    squares: new Float32Array(deltaSize).fill(firstSquares),
    bias: 0,
    biasSquares: firstBiasSquares,
    decisions: 0,
  }
}

function kindsOf({ words, chars, style }: LessonFeatures): [Uint32Array, number][] {
  return [
    [words, kindScale(words.length)],
    [chars, kindScale(chars.length)],
    [style, styleScale],
  ]
}

export function weightInDelta({ weights }: SiteDelta, feature: number): number {
  return weights[feature % deltaSize] as number
}

/** Log odds that the site adds to those of the head. */
export function deltaOdds(delta: SiteDelta, features: LessonFeatures): number {
  let odds = delta.bias
  for (const [numbers, scale] of kindsOf(features)) {
    let sum = 0
    for (const feature of numbers) sum += weightInDelta(delta, feature)
    odds += sum * scale
  }
  return odds
}

/**
 * What the head says, in log odds, held between bounds that narrow from 15 to 3 as decisions come in:
 * how sure it is on texts like those of its training must not outvote a site's own moderators.
 */
function boundedPrior(priorOdds: number, decisions: number): number {
  const bound = leastBound + moreBound / (1 + decisions / decisionsToHalve)
  return bound * Math.tanh(priorOdds / bound)
}

/** How much of the head's log odds counts on the site, 0..1. */
export function priorShare(priorOdds: number, decisions: number): number {
  return priorOdds === 0 ? 1 : boundedPrior(priorOdds, decisions) / priorOdds
}

/** Log odds on this site, from the features of a comment and the head's calibrated log odds. */
export function siteOdds(delta: SiteDelta, features: LessonFeatures, priorOdds: number): number {
  return boundedPrior(priorOdds, delta.decisions) + deltaOdds(delta, features)
}

/** The same as a probability of 0..1. */
export function siteProbability(
  delta: SiteDelta,
  features: LessonFeatures,
  priorOdds: number,
): number {
  return 1 / (1 + Math.exp(-siteOdds(delta, features, priorOdds)))
}

/** Moves the delta by one decision, by AdaGrad. 3 to 5 us. */
export function learnFrom(
  delta: SiteDelta,
  { features, priorOdds, isOfClass, weight }: TaughtDecision,
  { rate, l2 }: LearningSettings,
): void {
  const error = siteProbability(delta, features, priorOdds) - (isOfClass ? 1 : 0)
  const { weights, squares } = delta
  for (const [numbers, scale] of kindsOf(features)) {
    for (const feature of numbers) {
      const place = feature % deltaSize
      const before = weights[place] as number
      const slope = error * scale + l2 * before
      // of the whole slope: it divides by their root, which would undo the weight otherwise
      const sum = (squares[place] as number) + slope * slope
      squares[place] = sum
      weights[place] = before - (weight * rate * slope) / Math.sqrt(sum)
    }
  }
  delta.biasSquares += error * error
  delta.bias -= (0.5 * weight * rate * error) / Math.sqrt(delta.biasSquares)
}

const headerBytes = 24

/** A delta as bytes: a header of 24 bytes, then the weights and the squares, little-endian. */
export function deltaBytes(delta: SiteDelta): Uint8Array {
  const bytes = new Uint8Array(headerBytes + deltaSize * 8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, formatVersion, true)
  view.setUint32(4, delta.decisions, true)
  view.setFloat64(8, delta.bias, true)
  view.setFloat64(16, delta.biasSquares, true)
  delta.weights.forEach((weight, place) => {
    view.setFloat32(headerBytes + place * 4, weight, true)
  })
  delta.squares.forEach((square, place) => {
    view.setFloat32(headerBytes + (deltaSize + place) * 4, square, true)
  })
  return bytes
}

/** A delta from its bytes; null when they are of another version or size, so that it starts anew. */
export function deltaFrom(bytes: Uint8Array): SiteDelta | null {
  if (bytes.length !== headerBytes + deltaSize * 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.getUint32(0, true) !== formatVersion) return null
  const floats = (start: number) =>
    Float32Array.from({ length: deltaSize }, (_, place) => view.getFloat32(start + place * 4, true))
  return {
    decisions: view.getUint32(4, true),
    bias: view.getFloat64(8, true),
    biasSquares: view.getFloat64(16, true),
    weights: floats(headerBytes),
    squares: floats(headerBytes + deltaSize * 4),
  }
}
