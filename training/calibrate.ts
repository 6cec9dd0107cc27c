/** Scores with truths (0 or 1) for a calibration; the classes are weighted to the assumed share. */
export type Observed = { odds: ArrayLike<number>; truths: ArrayLike<number> }
export type Calibration = { slope: number; offset: number }

const rounds = 50
const smallestSlope = 0.05

/**
 * Platt's calibration: the logistic curve through the scores of a development set, by Newton's
 * method, with a small ridge. Weights make the class as frequent as `assumedShare` says.
 */
export function calibrate({ odds, truths }: Observed, assumedShare: number): Calibration {
  const positives = Array.from(truths).filter((truth) => truth === 1).length
  const weightOf = (truth: number) =>
    truth === 1 ? assumedShare / positives : (1 - assumedShare) / (truths.length - positives)
  let slope = 1
  let offset = 0
  for (let round = 0; round < rounds; round++) {
    let [gradientSlope, gradientOffset] = [0, 0]
    let [curveSlope, curveBoth, curveOffset] = [1e-6, 0, 1e-6]
    for (let row = 0; row < odds.length; row++) {
      const value = odds[row] ?? 0
      const truth = truths[row] ?? 0
      const weight = weightOf(truth)
      const chance = 1 / (1 + Math.exp(-(slope * value + offset)))
      const error = (chance - truth) * weight
      const curve = chance * (1 - chance) * weight
      gradientSlope += error * value
      gradientOffset += error
      curveSlope += curve * value * value
      curveBoth += curve * value
      curveOffset += curve
    }
    const determinant = curveSlope * curveOffset - curveBoth * curveBoth
    slope -= (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant
    offset -= (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant
  }
  return { slope: Math.max(smallestSlope, slope), offset }
}
