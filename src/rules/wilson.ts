/** A share that was estimated from a sample, with its 95 % interval; null without a sample. */
export type EstimatedShare = { estimate: number; low: number; high: number; sample: number } | null

/** Of the standard normal distribution, for an interval of 95 %. */
export const z95 = 1.959964

/**
 * The Wilson score interval of a share (Wilson 1927): honest for small samples and for shares near
 * 0 and 1, where the usual interval is not.
 * @param successes 0..sample
 */
export function wilson(successes: number, sample: number): EstimatedShare {
  if (sample === 0) return null
  const share = successes / sample
  const scale = 1 + z95 ** 2 / sample
  const centre = (share + z95 ** 2 / (2 * sample)) / scale
  const spread =
    (z95 / scale) * Math.sqrt((share * (1 - share)) / sample + z95 ** 2 / (4 * sample ** 2))
  return {
    estimate: share,
    low: Math.max(0, centre - spread),
    high: Math.min(1, centre + spread),
    sample,
  }
}
