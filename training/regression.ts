import { kindScale, styleScale } from '../src/scoring/head'
import type { Examples } from './examples'
import { randomFrom, shuffle } from './random'

/** A linear model on hashed features, before it is packed into a head. */
export type Model = { bits: number; weights: Float32Array; bias: number }

/** What to learn: a target of 0..1 and a weight for each example. */
export type Lesson = { examples: Examples; targets: ArrayLike<number>; weights: ArrayLike<number> }

export type Settings = {
  bits: number
  epochs: number
  rate: number
  l2: number
  /** Start of the sums of squared gradients; a larger one makes the first steps smaller. */
  firstSquares: number
  /** How far from 0 and 1 targets stay, against labels that are wrong. */
  smoothing: number
  seed: number
}

const smallestGradient = 1e-4

/** The values of the three kinds of features of example `index`. */
function scalesOf(examples: Examples, index: number): [number, number] {
  const start = examples.starts[index] ?? 0
  const charStart = examples.charStarts[index] ?? 0
  const styleStart = examples.styleStarts[index] ?? 0
  return [kindScale(charStart - start), kindScale(styleStart - charStart)]
}

class Learner {
  readonly weights: Float32Array
  bias = 0
  private readonly squares: Float32Array
  private biasSquares = 1
  private readonly mask: number

  constructor(
    private readonly settings: Settings,
    private readonly scales: Float32Array | null,
  ) {
    this.weights = new Float32Array(2 ** settings.bits)
    this.squares = new Float32Array(2 ** settings.bits).fill(settings.firstSquares)
    this.mask = 2 ** settings.bits - 1
  }

  sum(features: Uint32Array, start: number, end: number): number {
    let total = 0
    for (let at = start; at < end; at++) {
      const feature = (features[at] as number) & this.mask
      const scale = this.scales === null ? 1 : (this.scales[feature] as number)
      total += (this.weights[feature] as number) * scale
    }
    return total
  }

  step(features: Uint32Array, [start, end]: [number, number], gradient: number): void {
    const { rate, l2 } = this.settings
    for (let at = start; at < end; at++) {
      const feature = (features[at] as number) & this.mask
      const scale = this.scales === null ? 1 : (this.scales[feature] as number)
      const weight = this.weights[feature] as number
      const slope = gradient * scale + l2 * weight
      const squares = (this.squares[feature] as number) + slope * slope
      this.squares[feature] = squares
      this.weights[feature] = weight - (rate * slope) / Math.sqrt(squares)
    }
  }

  learn(examples: Examples, index: number, [label, weight]: [number, number]): void {
    const target = label * (1 - 2 * this.settings.smoothing) + this.settings.smoothing
    const start = examples.starts[index] ?? 0
    const charStart = examples.charStarts[index] ?? 0
    const styleStart = examples.styleStarts[index] ?? 0
    const end = examples.starts[index + 1] ?? 0
    const { features } = examples
    const [forWords, forChars] = scalesOf(examples, index)
    const odds =
      this.bias +
      this.sum(features, start, charStart) * forWords +
      this.sum(features, charStart, styleStart) * forChars +
      this.sum(features, styleStart, end) * styleScale
    const gradient = (1 / (1 + Math.exp(-odds)) - target) * weight
    if (Math.abs(gradient) < smallestGradient) return
    this.step(features, [start, charStart], gradient * forWords)
    this.step(features, [charStart, styleStart], gradient * forChars)
    this.step(features, [styleStart, end], gradient * styleScale)
    this.biasSquares += gradient * gradient
    this.bias -= (this.settings.rate * gradient) / Math.sqrt(this.biasSquares)
  }
}

/**
 * Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011) with a little L2. `scales` stretches
 * single features, as naive Bayes would (see `bayesScales`); the weights that come back include it.
 */
export function learnModel(
  lesson: Lesson,
  settings: Settings,
  scales: Float32Array | null = null,
): Model {
  const learner = new Learner(settings, scales)
  const random = randomFrom(settings.seed)
  const order = Uint32Array.from({ length: lesson.examples.count }, (_, index) => index)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const weight = lesson.weights[index] ?? 0
      if (weight > 0) learner.learn(lesson.examples, index, [lesson.targets[index] ?? 0, weight])
    }
  }
  const weights =
    scales === null
      ? learner.weights
      : learner.weights.map((weight, feature) => weight * (scales[feature] ?? 1))
  return { bits: settings.bits, weights, bias: learner.bias }
}

const mostSurprise = 3
const leastSurprise = 0.1

/**
 * How far each feature's naive Bayes log ratio is from 0, to the power 1/2 (Wang and Manning 2012,
 * "Baselines and bigrams", softened): features that tell the classes apart may move further.
 */
export function bayesScales({ examples, targets, weights }: Lesson, bits: number): Float32Array {
  const mask = 2 ** bits - 1
  const positive = new Float64Array(2 ** bits).fill(1)
  const negative = new Float64Array(2 ** bits).fill(1)
  for (let index = 0; index < examples.count; index++) {
    const weight = weights[index] ?? 0
    const target = targets[index] ?? 0
    for (let at = examples.starts[index] ?? 0; at < (examples.starts[index + 1] ?? 0); at++) {
      const feature = (examples.features[at] ?? 0) & mask
      positive[feature] = (positive[feature] ?? 0) + weight * target
      negative[feature] = (negative[feature] ?? 0) + weight * (1 - target)
    }
  }
  const prior = Math.log(total(positive) / total(negative))
  return Float32Array.from(positive, (count, feature) => {
    const ratio = Math.abs(Math.log(count / (negative[feature] ?? 1)) - prior)
    return Math.sqrt(Math.min(mostSurprise, ratio + leastSurprise))
  })
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The mean of several models of one size. */
export function meanModel(models: readonly Model[]): Model {
  return models.reduce((mean, model, number) => mixedModel(mean, model, 1 / (number + 1)))
}

/** A model between two of one size; `share` (0..1) is that of the second. */
export function mixedModel(one: Model, other: Model, share: number): Model {
  return {
    bits: one.bits,
    weights: one.weights.map(
      (weight, feature) => weight * (1 - share) + (other.weights[feature] ?? 0) * share,
    ),
    bias: one.bias * (1 - share) + other.bias * share,
  }
}

/** Log odds of every example. */
export function oddsOf(model: Model, examples: Examples): Float64Array {
  const mask = 2 ** model.bits - 1
  const sum = (start: number, end: number) => {
    let total = 0
    for (let at = start; at < end; at++) {
      total += model.weights[(examples.features[at] as number) & mask] as number
    }
    return total
  }
  return Float64Array.from({ length: examples.count }, (_, index) => {
    const start = examples.starts[index] ?? 0
    const charStart = examples.charStarts[index] ?? 0
    const styleStart = examples.styleStarts[index] ?? 0
    const [forWords, forChars] = scalesOf(examples, index)
    return (
      model.bias +
      sum(start, charStart) * forWords +
      sum(charStart, styleStart) * forChars +
      sum(styleStart, examples.starts[index + 1] ?? 0) * styleScale
    )
  })
}
