import { binCount } from '../moderation/score-range'

export type ScoreBar = {
  from: number
  to: number
  count: number
  isChosen: boolean
  /** In the units of the drawing; y grows downwards. */
  x: number
  y: number
  width: number
  height: number
}

type Size = { width: number; height: number }

/** However few there are, they can be seen. */
const leastHeight = 2

/**
 * Bars over 0..1 whose heights grow with the square root of the counts: the few that score high are
 * what is looked for, and beside the many that score low they would vanish.
 */
export function scoreBars(
  bins: readonly number[],
  range: { from: number; to: number },
  size: Size,
): ScoreBar[] {
  const most = Math.sqrt(Math.max(1, ...bins))
  const step = size.width / binCount
  return bins.map((count, bin) => {
    const share = (Math.sqrt(count) / most) * size.height
    const height = count === 0 ? 0 : Math.max(leastHeight, Math.round(share * 10) / 10)
    const [from, to] = [bin / binCount, (bin + 1) / binCount]
    return {
      from,
      to,
      count,
      isChosen: to > range.from && from < range.to,
      x: bin * step + 1,
      y: size.height - height,
      width: step - 2,
      height,
    }
  })
}
