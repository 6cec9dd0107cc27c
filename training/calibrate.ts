import { fitPlatt, type Platt } from '../src/scoring/platt'

/** Scores with truths (0 or 1) for a calibration; the classes are weighted to the assumed share. */
export type Observed = { odds: ArrayLike<number>; truths: ArrayLike<number> }

const smallestSlope = 0.05
/** Without a pull towards 1 a set that is told apart perfectly has no finite slope. */
const ridge = { slope: 1e-3, offset: 1e-9 }

function weightsOf(truths: ArrayLike<number>, assumedShare: number): Float64Array {
  const positives = Array.from(truths).filter((truth) => truth === 1).length
  return Float64Array.from(truths, (truth) =>
    truth === 1 ? assumedShare / positives : (1 - assumedShare) / (truths.length - positives),
  )
}

/** The calibration of a head; weights make the class as frequent as `assumedShare` (0..1) says. */
export function calibrate({ odds, truths }: Observed, assumedShare: number): Platt {
  const weights = weightsOf(truths, assumedShare)
  const { slope, offset } = fitPlatt({ odds, truths, weights }, ridge)
  return { slope: Math.max(smallestSlope, slope), offset }
}
