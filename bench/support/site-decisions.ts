import { weightsOf } from '../../src/scoring/decision-log'
import { featurise } from '../../src/scoring/featurise'
import { type Head, mixedOdds } from '../../src/scoring/head'
import {
  calibratedOdds,
  type SiteCalibration,
  siteCalibration,
} from '../../src/scoring/site-calibration'
import { learningSettings, siteOdds, type TaughtDecision } from '../../src/scoring/site-delta'
import { Replay } from '../../src/scoring/site-replay'
import { viewsOf } from '../../src/text/views'
import { areaUnderCurve } from '../../training/measure'
import { type Random, randomFrom } from '../../training/random'
import type { Row } from '../../training/rows'

/** As by default on a site. */
const mostPerDay = 300
/** Of 0.7, where the score for spam holds by default. */
const refusedOdds = Math.log(0.7 / 0.3)
const decisionsPerLesson = 25

export function shuffled(rows: readonly Row[], random: Random): Row[] {
  return rows
    .map((row) => ({ row, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row)
}

type Decided = TaughtDecision & { decider: string; decidedAt: Date }

/** One a minute, by five people in turn. */
function decisionsOf(head: Head | null, rows: readonly Row[]): Decided[] {
  return rows.map((row, place) => {
    const features = featurise(viewsOf(row.text)).open
    const { slope, offset } = head?.card.calibration ?? { slope: 1, offset: 0 }
    const priorOdds = head === null ? 0 : slope * mixedOdds(head, features, []) + offset
    const decidedAt = new Date(Date.UTC(2026, 0, 5, 8, place))
    return {
      ...{ features, priorOdds, isOfClass: row.spam === 1, weight: 1 },
      ...{ decider: `person ${place % 5}`, decidedAt },
    }
  })
}

export type Scenario = {
  name: string
  head: Head | null
  stream: Row[]
  test: Row[]
  /** After how many comments of the stream it is measured. */
  marks: number[]
  /** Share of wrong decisions. */
  noise?: number
  /** Share of the decisions that one more account makes, all of them wrong; and whether it is held down. */
  vandal?: { share: number; isHeld: boolean }
  /** Comments that nobody decides on, as they were refused by themselves, but for a sample of them. */
  unseen?: { isRefused: 'all spam' | 'from 0.7 on'; sample: number }
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

function measure(test: readonly TaughtDecision[], site: Site): Result {
  const truths: number[] = test.map(({ isOfClass }) => (isOfClass ? 1 : 0))
  const learnt = test.map((one) => siteOdds(site.replay.delta, one.features, one.priorOdds))
  const scores = test.map((one) => oddsOn(site, one))
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

type Site = { replay: Replay; calibration: SiteCalibration }

function taughtBy(log: readonly Decided[], isWeighted: boolean): Site {
  const weights = weightsOf(log, mostPerDay)
  const replay = new Replay(learningSettings.spam)
  log.forEach((decision, place) => {
    replay.take({ ...decision, weight: isWeighted ? (weights[place] ?? 1) : 1 })
  })
  return { replay, calibration: siteCalibration(replay.foretold) }
}

function oddsOn({ replay, calibration }: Site, { features, priorOdds }: TaughtDecision): number {
  return calibratedOdds(calibration, siteOdds(replay.delta, features, priorOdds))
}

/** The decisions as they are made: some wrong, some by the vandal. */
function decided({ head, stream, noise = 0, vandal }: Scenario, random: Random): Decided[] {
  return decisionsOf(head, shuffled(stream, random)).map((decision) => {
    const isVandal = vandal !== undefined && random() < vandal.share
    const isWrong = isVandal || random() < noise
    const decider = isVandal ? 'vandal' : decision.decider
    return { ...decision, decider, isOfClass: decision.isOfClass !== isWrong }
  })
}

/** Plays the decisions of a site in one random order; microseconds are those of learning one. */
export function play(
  scenario: Scenario,
  seed: number,
): { results: Result[]; microseconds: number } {
  const random = randomFrom(seed)
  const test = decisionsOf(scenario.head, scenario.test)
  const { unseen, vandal } = scenario
  const learn = (log: Decided[]) => taughtBy(log, vandal?.isHeld ?? true)
  const log: Decided[] = []
  const results: Result[] = []
  let site = learn(log)
  const isRefused = (one: Decided) =>
    unseen?.isRefused === 'all spam' ? one.isOfClass : oddsOn(site, one) >= refusedOdds
  const stream = decided(scenario, random)
  for (const [number, decision] of [...stream, null].entries()) {
    if (scenario.marks.includes(number)) results.push(measure(test, learn(log)))
    if (decision === null) break
    if (unseen && number % decisionsPerLesson === 0) site = learn(log)
    if (unseen && isRefused(decision) && random() >= unseen.sample) continue
    log.push(decision)
  }
  const before = performance.now()
  learn(log)
  return { results, microseconds: ((performance.now() - before) / log.length) * 1000 }
}
