/** Scores of many texts and whether each is of the class looked for. */
export type Judged = { scores: ArrayLike<number>; truths: ArrayLike<number> }

function ascending(scores: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: scores.length }, (_, index) => index)
  return order.sort((one, other) => (scores[one] ?? 0) - (scores[other] ?? 0))
}

/** Area under the ROC curve, ties counted half; NaN without both classes. */
export function areaUnderCurve({ scores, truths }: Judged): number {
  const order = ascending(scores)
  let rankSum = 0
  let positives = 0
  for (let first = 0; first < order.length; ) {
    let next = first
    while (next < order.length && scores[order[next] ?? 0] === scores[order[first] ?? 0]) next++
    for (let at = first; at < next; at++) {
      if (truths[order[at] ?? 0] === 1) {
        rankSum += (first + next + 1) / 2
        positives++
      }
    }
    first = next
  }
  const negatives = order.length - positives
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Mean of the precision at each text of the class, best scores first. */
export function averagePrecision({ scores, truths }: Judged): number {
  let found = 0
  let sum = 0
  ascending(scores)
    .reverse()
    .forEach((row, place) => {
      if (truths[row] !== 1) return
      found++
      sum += found / (place + 1)
    })
  return sum / found
}

/** The score that the given share (0..1) of `scores`, weighted, lies above. */
export function thresholdAt(
  scores: ArrayLike<number>,
  share: number,
  weights?: ArrayLike<number>,
): number {
  const order = ascending(scores).reverse()
  const whole = order.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0)
  let above = 0
  for (const row of order) {
    above += weights?.[row] ?? 1
    if (above > share * whole) return scores[row] ?? 0
  }
  return Number.NEGATIVE_INFINITY
}

/** Share of scores above a threshold. */
export function shareAbove(scores: ArrayLike<number>, threshold: number): number {
  let above = 0
  for (let row = 0; row < scores.length; row++) if ((scores[row] ?? 0) > threshold) above++
  return above / scores.length
}
