import { fitPlatt, type Platt } from './platt'

/**
 * What was said of a comment before its decision was learnt from (log odds), what was decided, and how much
 * the decision counts (above 0, to 1).
 */
export type Foretold = { odds: number; isOfClass: boolean; weight: number }

/** From which score (0..1) on the given share of a site's approved comments lies. */
export type ApprovedThreshold = { approved_share: number; threshold: number }

/**
 * Makes a site's scores mean the same as those of every other site: of the comments that get 0.8,
 * about eight in ten are refused there. Rising everywhere, so no comment changes its rank.
 */
export type SiteCalibration = Platt & {
  /** Decisions that it was fitted on; 0 where there are too few, and nothing is changed. */
  fitted_on: number
  thresholds: ApprovedThreshold[]
}

export const uncalibrated: SiteCalibration = { slope: 1, offset: 0, fitted_on: 0, thresholds: [] }

const fewestDecisions = 50
const fewestOfClass = 5
const mostDecisions = 1000
/** As much as so many undecided comments would pull towards leaving the scores as they are. */
const ridge = { slope: 10, offset: 8 }
const slopes = { least: 0.25, most: 4 }
const mostOffset = 3
const approvedShares = [0.01, 0.02, 0.05, 0.1]

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** Log odds as they are on this site. */
export function calibratedOdds({ slope, offset }: Platt, odds: number): number {
  return slope * odds + offset
}

function thresholdsOf(approved: readonly Foretold[], curve: Platt): ApprovedThreshold[] {
  const odds = Float64Array.from(approved, (one) => calibratedOdds(curve, one.odds))
    .sort()
    .reverse()
  return approvedShares
    .filter((share) => odds.length * share >= 1)
    .map((share) => {
      const first = odds[Math.floor(odds.length * share)] ?? 0
      return { approved_share: share, threshold: 1 / (1 + Math.exp(-first)) }
    })
}

/**
 * The calibration that a decision log leads to, by Platt's method on the newer half of it, 1,000
 * decisions at most: the older ones were foretold by a delta that had learnt little. Every comment
 * counts as it was foretold before its own decision was known.
 * @param log in order of time
 */
export function siteCalibration(log: readonly Foretold[]): SiteCalibration {
  const newer = log.slice(Math.max(Math.floor(log.length / 2), log.length - mostDecisions))
  const approved = newer.filter(({ isOfClass }) => !isOfClass)
  const fewer = Math.min(approved.length, newer.length - approved.length)
  if (log.length < fewestDecisions || fewer < fewestOfClass) {
    return { ...uncalibrated, thresholds: thresholdsOf(approved, uncalibrated) }
  }
  const observed = {
    odds: newer.map(({ odds }) => odds),
    truths: newer.map(({ isOfClass }): number => (isOfClass ? 1 : 0)),
    weights: newer.map(({ weight }) => weight),
  }
  const fitted = fitPlatt(observed, ridge)
  const curve = {
    slope: within(fitted.slope, slopes.least, slopes.most),
    offset: within(fitted.offset, -mostOffset, mostOffset),
  }
  return { ...curve, fitted_on: newer.length, thresholds: thresholdsOf(approved, curve) }
}
