/** Scores with truths (0 or 1) for a calibration; the classes are weighted to the assumed share. */
export type Observed = { odds: ArrayLike<number>; truths: ArrayLike<number> }
export type Calibration = { slope: number; offset: number }

const rounds = 100
const smallestSlope = 0.05
/** Pull of the slope towards 1: without it a set that is told apart perfectly has no finite slope. */
const ridge = 1e-3

type Weighted = Observed & { weights: Float64Array }

function lossOf({ odds, truths, weights }: Weighted, { slope, offset }: Calibration): number {
  let loss = (ridge / 2) * (slope - 1) ** 2
  for (let row = 0; row < odds.length; row++) {
    const value = slope * (odds[row] ?? 0) + offset
    const signed = truths[row] === 1 ? value : -value
    const surprise =
      signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed
    loss += (weights[row] ?? 0) * surprise
  }
  return loss
}

function newtonStep(
  { odds, truths, weights }: Weighted,
  { slope, offset }: Calibration,
): Calibration {
  let [gradientSlope, gradientOffset] = [ridge * (slope - 1), 0]
  let [curveSlope, curveBoth, curveOffset] = [ridge, 0, 1e-9]
  for (let row = 0; row < odds.length; row++) {
    const value = odds[row] ?? 0
    const weight = weights[row] ?? 0
    const chance = 1 / (1 + Math.exp(-(slope * value + offset)))
    const error = (chance - (truths[row] ?? 0)) * weight
    const curve = chance * (1 - chance) * weight
    gradientSlope += error * value
    gradientOffset += error
    curveSlope += curve * value * value
    curveBoth += curve * value
    curveOffset += curve
  }
  const determinant = curveSlope * curveOffset - curveBoth * curveBoth
  return {
    slope: (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant,
    offset: (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant,
  }
}

function weightsOf(truths: ArrayLike<number>, assumedShare: number): Float64Array {
  const positives = Array.from(truths).filter((truth) => truth === 1).length
  return Float64Array.from(truths, (truth) =>
    truth === 1 ? assumedShare / positives : (1 - assumedShare) / (truths.length - positives),
  )
}

/**
 * Platt's calibration: the logistic curve through the scores of a development set, by Newton's method
 * with halved steps. Weights make the class as frequent as `assumedShare` says.
 */
export function calibrate({ odds, truths }: Observed, assumedShare: number): Calibration {
  const weighted = { odds, truths, weights: weightsOf(truths, assumedShare) }
  let best: Calibration = { slope: 1, offset: 0 }
  let loss = lossOf(weighted, best)
  for (let round = 0; round < rounds; round++) {
    const step = newtonStep(weighted, best)
    let size = 1
    let next = best
    let nextLoss = Number.POSITIVE_INFINITY
    while (!(nextLoss < loss) && size > 1e-6) {
      next = { slope: best.slope - size * step.slope, offset: best.offset - size * step.offset }
      nextLoss = lossOf(weighted, next)
      size /= 2
    }
    if (!(nextLoss < loss)) break
    best = next
    loss = nextLoss
  }
  return { slope: Math.max(smallestSlope, best.slope), offset: best.offset }
}
