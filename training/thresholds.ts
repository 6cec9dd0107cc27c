import { type Head, probabilityOf } from '../src/scoring/head'
import { allNews, cleanNews, developmentRows, truthsOf } from './evaluations'
import { shareAbove, thresholdAt } from './measure'
import type { Recipe } from './recipe'
import type { Data, Row } from './rows'
import { oddsOfRows } from './train-head'

/** A threshold that a share of clean texts lies above, and what it finds; NaN where nothing is sought. */
export type Threshold = {
  flagged: number
  odds: number
  threshold: number
  recall: number
  /** The same at the threshold of clean texts that are weighted to the lengths of those sought. */
  matchedRecall: number
  cleanRows: number
}

const flaggedShares = [0.01, 0.02, 0.05, 0.1] as const
/** A threshold that fewer clean texts lie above says more about these than about the head. */
const fewestAbove = 3

/** The clean texts of a yardstick, and the texts that a head should find. */
type Yardstick = { clean: Row[]; sought: Row[] }

function yardstickOf(recipe: Recipe, data: Data): Yardstick {
  if (recipe.score === 'spam') {
    const isSought = ({ spam, lang }: Row) => spam === 1 && lang === 'en'
    return { clean: allNews(data), sought: data.spamDev.filter(isSought) }
  }
  if (recipe.course === 'english') {
    const isSought = ({ source }: Row) => recipe.score === 'toxicity' && source === 'civil_spans'
    return { clean: cleanNews(data), sought: data.toxicDev.filter(isSought) }
  }
  const { rows, truths } = truthsOf(recipe, developmentRows(recipe, data))
  return {
    clean: rows.filter((_, index) => truths[index] === 0),
    sought: rows.filter((_, index) => truths[index] === 1),
  }
}

function lengthBin({ text }: Row): number {
  return Math.floor(Math.log2(1 + text.length) * 2)
}

/** Weights that give `clean` the lengths of `found`, so that being short is no sign of anything. */
function matchedWeights(clean: readonly Row[], found: readonly Row[]): number[] {
  const count = (rows: readonly Row[]) => {
    const bins = new Map<number, number>()
    for (const row of rows) bins.set(lengthBin(row), (bins.get(lengthBin(row)) ?? 0) + 1)
    return bins
  }
  const [ofClean, ofFound] = [count(clean), count(found)]
  return clean.map((row) => (ofFound.get(lengthBin(row)) ?? 0) / (ofClean.get(lengthBin(row)) ?? 1))
}

/** The thresholds of a head on the clean texts of its recipe's yardstick, as far as these suffice. */
export function thresholdsOf(recipe: Recipe, head: Head, data: Data): Threshold[] {
  const { clean, sought } = yardstickOf(recipe, data)
  const [ofClean, ofSought] = [oddsOfRows(head, clean), oddsOfRows(head, sought)]
  const weights = matchedWeights(clean, sought)
  return flaggedShares
    .filter((flagged) => flagged * clean.length >= fewestAbove)
    .map((flagged) => {
      const odds = thresholdAt(ofClean, flagged)
      return {
        flagged,
        odds,
        threshold: probabilityOf(head, odds),
        recall: shareAbove(ofSought, odds),
        matchedRecall: shareAbove(ofSought, thresholdAt(ofClean, flagged, weights)),
        cleanRows: clean.length,
      }
    })
}
