import type { ScoreName } from '../src/scoring/score'
import type { Reading } from './examples'
import type { Row } from './rows'

/** What a row teaches a head: a target of 0..1 and how much it counts. */
export type Judgement = { target: number; weight: number }

/** Texts that are read once for all heads that learn from them. */
export type CourseName = 'english' | 'spam' | 'de' | 'fr' | 'pt' | 'ko' | 'ar'

export type Recipe = {
  name: string
  score: ScoreName
  languages: string[]
  course: CourseName
  reading: Reading
  bits: number
  epochs: number
  /** How strongly a weight is pulled towards 0 each time it is learnt. */
  l2: number
  /** How much the strongest sentence counts beside the whole text. */
  sentenceShare: number
  /** Share of comments of the class for which the calibrated numbers shall be true. */
  assumedShare: number
  /** What the clean texts are by which its thresholds are chosen. */
  yardstick: string
  /** null: the row says nothing about this score. */
  judge(row: Row): Judgement | null
  weaknesses: string[]
}

/** How strongly weights are pulled towards 0 where little is gained by it. */
export const slightL2 = 1e-5

/** For English heads: real ones, under a licence that lets them be measured on only. */
export const newsYardstick = 'news comments'

/** Of the class or not, at a weight. */
export function yesNo(isPositive: boolean, weight: number): Judgement {
  return { target: isPositive ? 1 : 0, weight }
}
