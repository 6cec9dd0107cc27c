/** A line in log odds: calibrated odds = slope * odds + offset. */
export type Platt = { slope: number; offset: number }

/** Scores in log odds with truths (0 or 1) and how much each counts. */
export type Weighted = {
  odds: ArrayLike<number>
  truths: ArrayLike<number>
  weights: ArrayLike<number>
}

/** Pull of the slope towards 1 and of the offset towards 0, in the unit of the weights. */
export type Ridge = { slope: number; offset: number }

const rounds = 100
const smallestStep = 1e-6

function lossOf({ odds, truths, weights }: Weighted, ridge: Ridge, at: Platt): number {
  let loss = (ridge.slope / 2) * (at.slope - 1) ** 2 + (ridge.offset / 2) * at.offset ** 2
  for (let row = 0; row < odds.length; row++) {
    const value = at.slope * (odds[row] ?? 0) + at.offset
    const signed = truths[row] === 1 ? value : -value
    const surprise =
      signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed
    loss += (weights[row] ?? 0) * surprise
  }
  return loss
}

function newtonStep({ odds, truths, weights }: Weighted, ridge: Ridge, at: Platt): Platt {
  let [gradientSlope, gradientOffset] = [ridge.slope * (at.slope - 1), ridge.offset * at.offset]
  let [curveSlope, curveBoth, curveOffset] = [ridge.slope, 0, ridge.offset]
  for (let row = 0; row < odds.length; row++) {
    const value = odds[row] ?? 0
    const weight = weights[row] ?? 0
    const chance = 1 / (1 + Math.exp(-(at.slope * value + at.offset)))
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

/**
 * The logistic curve through judged scores (Platt 1999), by Newton's method with halved steps. The
 * same scores give the same curve. The slope may come out at or below 0: bound it before use.
 */
export function fitPlatt(observed: Weighted, ridge: Ridge): Platt {
  let best: Platt = { slope: 1, offset: 0 }
  let loss = lossOf(observed, ridge, best)
  for (let round = 0; round < rounds; round++) {
    const step = newtonStep(observed, ridge, best)
    let size = 1
    let next = best
    let nextLoss = Number.POSITIVE_INFINITY
    while (!(nextLoss < loss) && size > smallestStep) {
      next = { slope: best.slope - size * step.slope, offset: best.offset - size * step.offset }
      nextLoss = lossOf(observed, ridge, next)
      size /= 2
    }
    if (!(nextLoss < loss)) break
    best = next
    loss = nextLoss
  }
  return best
}
