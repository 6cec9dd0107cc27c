import { featurise } from '../../src/scoring/featurise'
import { type Head, mixedOdds } from '../../src/scoring/head'
import { calibratedOdds, type Foretold, siteCalibration } from '../../src/scoring/site-calibration'
import {
  afterDecision,
  emptyDelta,
  learningSettings,
  replayPlaces,
  siteOdds,
  type TaughtDecision,
} from '../../src/scoring/site-delta'
import { viewsOf } from '../../src/text/views'
import { areaUnderCurve } from '../../training/measure'
import { type Random, randomFrom } from '../../training/random'
import type { Row } from '../../training/rows'

const settings = learningSettings.spam ?? { rate: 0.3, l2: 1e-4 }

export function shuffled(rows: readonly Row[], random: Random): Row[] {
  return rows
    .map((row) => ({ row, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row)
}

function decisionsOf(head: Head | null, rows: readonly Row[]): TaughtDecision[] {
  return rows.map((row) => {
    const features = featurise(viewsOf(row.text)).open
    const { slope, offset } = head?.card.calibration ?? { slope: 1, offset: 0 }
    const priorOdds = head === null ? 0 : slope * mixedOdds(head, features, []) + offset
    return { features, priorOdds, isOfClass: row.spam === 1 }
  })
}

export type Scenario = {
  name: string
  head: Head | null
  stream: Row[]
  test: Row[]
  marks: number[]
  /** Share of wrong decisions. */
  noise?: number
  /** Moderators never see what was taken for spam. */
  onlyApproved?: boolean
}

/** Losses are the mean surprise in nats: as learnt, and calibrated for the site. */
export type Result = {
  area: number
  f1: number
  flagged: number
  loss: number
  calibratedLoss: number
}

function meanSurprise(odds: readonly number[], truths: readonly number[]): number {
  const sum = odds.reduce(
    (total, value, row) => total + Math.log1p(Math.exp(truths[row] === 1 ? -value : value)),
    0,
  )
  return sum / odds.length
}

function measure(
  test: readonly TaughtDecision[],
  learnt: readonly number[],
  foretold: readonly Foretold[],
): Result {
  const truths: number[] = test.map(({ isOfClass }) => (isOfClass ? 1 : 0))
  const calibration = siteCalibration(foretold)
  const scores = learnt.map((odds) => calibratedOdds(calibration, odds))
  const found = scores.filter((score, row) => score > 0 && truths[row] === 1).length
  const wrong = scores.filter((score, row) => score > 0 && truths[row] === 0).length
  const positives = truths.filter((truth) => truth === 1).length
  return {
    area: areaUnderCurve({ scores, truths }),
    f1: (2 * found) / (found + wrong + positives),
    flagged: wrong / (truths.length - positives),
    loss: meanSurprise(learnt, truths),
    calibratedLoss: meanSurprise(scores, truths),
  }
}

/** Plays the decisions of a site in one random order; microseconds are those of learning one. */
export function play(
  scenario: Scenario,
  seed: number,
): { results: Result[]; microseconds: number } {
  const random = randomFrom(seed)
  const test = decisionsOf(scenario.head, scenario.test)
  const log = decisionsOf(scenario.head, shuffled(scenario.stream, random))
    .filter(({ isOfClass }) => !(scenario.onlyApproved && isOfClass))
    .map((decision) => {
      const isWrong = random() < (scenario.noise ?? 0)
      return { ...decision, isOfClass: decision.isOfClass !== isWrong }
    })
  let delta = emptyDelta()
  let spent = 0
  const results: Result[] = []
  const foretold: Foretold[] = []
  for (let number = 0; number <= log.length; number++) {
    if (scenario.marks.includes(number)) {
      const odds = test.map((one) => siteOdds(delta, one.features, one.priorOdds))
      results.push(measure(test, odds, foretold))
    }
    const decision = log[number]
    if (decision === undefined) continue
    const odds = siteOdds(delta, decision.features, decision.priorOdds)
    foretold.push({ odds, isOfClass: decision.isOfClass })
    const before = performance.now()
    const replayed = replayPlaces(number, number + 1).flatMap((place) => log[place] ?? [])
    delta = afterDecision(delta, decision, { settings, replayed })
    spent += performance.now() - before
  }
  return { results, microseconds: (spent / log.length) * 1000 }
}
