import {
  calibratedOdds,
  type Foretold,
  siteCalibration,
  uncalibrated,
} from '../../../src/scoring/site-calibration'
import { randomFrom } from '../../../training/random'

const probability = (odds: number) => 1 / (1 + Math.exp(-odds))

/** A site whose comments are of the class as often as `chance` says of what was foretold. */
function logOf(count: number, chance: (odds: number) => number): Foretold[] {
  const random = randomFrom(7)
  return Array.from({ length: count }, () => {
    const odds = 8 * random() - 4
    return { odds, isOfClass: random() < chance(odds), weight: 1 }
  })
}

test('with fewer than fifty decisions nothing changes', () => {
  const log = logOf(50, probability)
  expect(siteCalibration(log).fitted_on).toBe(25)
  expect(siteCalibration(log.slice(1))).toMatchObject({ slope: 1, offset: 0, fitted_on: 0 })
  expect(siteCalibration([])).toEqual(uncalibrated)
})

test('with decisions of one kind only nothing changes', () => {
  const { slope, offset, fitted_on } = siteCalibration(logOf(500, () => 0))
  expect([slope, offset, fitted_on]).toEqual([1, 0, 0])
})

test('scores that were right stay as they are', () => {
  const { slope, offset } = siteCalibration(logOf(2000, probability))
  expect(slope).toBeCloseTo(1, 0)
  expect(Math.abs(offset)).toBeLessThan(0.3)
})

test.each([
  { site: 'stricter', shift: 2 },
  { site: 'more lenient', shift: -2 },
])('on a $site site a score comes to mean what it says', ({ shift }) => {
  const calibration = siteCalibration(logOf(2000, (odds) => probability(odds + shift)))
  for (const odds of [-2, 0, 2]) {
    expect(probability(calibratedOdds(calibration, odds))).toBeCloseTo(probability(odds + shift), 1)
  }
  expect(calibration.offset * shift).toBeGreaterThan(0)
})

test('no comment changes its rank, even where decisions contradict the score', () => {
  const { slope, offset } = siteCalibration(logOf(2000, (odds) => probability(-3 * odds)))
  expect(slope).toBe(0.25)
  expect(Math.abs(offset)).toBeLessThanOrEqual(3)
})

test('the same log gives the same calibration', () => {
  const log = logOf(300, (odds) => probability(odds + 1))
  expect(siteCalibration(log)).toEqual(siteCalibration(log.slice()))
})

test('the thresholds say which share of the approved comments lies above them', () => {
  const log = logOf(2000, (odds) => probability(2 * odds - 1))
  const calibration = siteCalibration(log)
  const approved = log
    .slice(1000)
    .filter(({ isOfClass }) => !isOfClass)
    .map(({ odds }) => probability(calibratedOdds(calibration, odds)))
  expect(calibration.thresholds.map((one) => one.approved_share)).toEqual([0.01, 0.02, 0.05, 0.1])
  for (const { approved_share, threshold } of calibration.thresholds) {
    const above = approved.filter((score) => score > threshold).length / approved.length
    expect(above).toBeLessThanOrEqual(approved_share)
    expect(above).toBeGreaterThan(approved_share - 0.01)
  }
})

test('a handful of approved comments names no threshold', () => {
  expect(siteCalibration(logOf(8, () => 0)).thresholds).toEqual([])
})
