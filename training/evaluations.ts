import type { Head } from '../src/scoring/head'
import { probabilityOf } from '../src/scoring/head'
import { areaUnderCurve, averagePrecision, type Judged, shareAbove, thresholdAt } from './measure'
import type { Recipe } from './recipe'
import type { Data, Row } from './rows'
import { oddsOfTexts } from './train-head'

export type SourceFigures = {
  source: string
  rows: number
  positive: number
  area: number
  precision: number
}

/** Texts of a development set that say something about a score, with what they say. */
export type Truths = { rows: Row[]; truths: number[] }

/** The development rows that a recipe can judge; those on which annotators disagreed are left out. */
export function truthsOf(recipe: Recipe, rows: readonly Row[]): Truths {
  const judged = rows.flatMap((row) => {
    const judgement = row.toxic === null ? null : recipe.judge(row)
    return judgement === null ? [] : [{ row, truth: judgement.target }]
  })
  return { rows: judged.map(({ row }) => row), truths: judged.map(({ truth }) => truth) }
}

/** Development rows for a recipe: of its languages, and of the news that may only be measured on. */
export function developmentRows(recipe: Recipe, data: Data): Row[] {
  if (recipe.score === 'spam') return data.spamDev
  if (recipe.course !== 'english') return data.multiDev.filter(({ lang }) => lang === recipe.course)
  return recipe.score === 'toxicity' ? [...data.toxicDev, ...data.newsDev] : data.toxicDev
}

function judgedWhere({ rows, truths }: Truths, odds: Float64Array, source: string): Judged {
  const kept = rows.flatMap((row, index) => (row.source === source ? [index] : []))
  return {
    scores: kept.map((index) => odds[index] ?? 0),
    truths: kept.map((index) => truths[index] ?? 0),
  }
}

/** AUC and average precision per source, for sources with both classes. */
export function figuresPerSource(truths: Truths, odds: Float64Array): SourceFigures[] {
  const sources = [...new Set(truths.rows.map(({ source }) => source))].sort()
  return sources.flatMap((source) => {
    const judged = judgedWhere(truths, odds, source)
    const positive = Array.from(judged.truths).filter((truth) => truth === 1).length
    const rows = judged.scores.length
    if (positive === 0 || positive === rows) return []
    return [
      { source, rows, positive, area: areaUnderCurve(judged), precision: averagePrecision(judged) },
    ]
  })
}

/** Real news comments that nobody would take down: the yardstick for every threshold. */
export function cleanNews(data: Data): Row[] {
  return data.newsDev.filter(({ toxic, labels }) => toxic === 0 && (labels?.healthy ?? 0) >= 0.5)
}

/** News comments of any tone: none of them is spam. */
export function allNews(data: Data): Row[] {
  return [
    ...data.newsDev,
    ...data.toxicDev.filter(({ source }) => source === 'fox' || source === 'civil_spans'),
  ]
}

export const flaggedShares = [0.01, 0.02, 0.05, 0.1] as const

export type NewsFigures = {
  flagged: number
  odds: number
  threshold: number
  recall: number
  matchedRecall: number
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

/** Thresholds at which a share of clean news is flagged, and the share of `found` above them. */
export function newsFigures(
  head: Head,
  clean: readonly Row[],
  found: readonly Row[],
): NewsFigures[] {
  const [ofClean = new Float64Array()] = oddsOfTexts(
    [head],
    clean.map(({ text }) => text),
  )
  const [ofFound = new Float64Array()] = oddsOfTexts(
    [head],
    found.map(({ text }) => text),
  )
  const weights = matchedWeights(clean, found)
  return flaggedShares.map((flagged) => {
    const odds = thresholdAt(ofClean, flagged)
    return {
      flagged,
      odds,
      threshold: probabilityOf(head, odds),
      recall: shareAbove(ofFound, odds),
      matchedRecall: shareAbove(ofFound, thresholdAt(ofClean, flagged, weights)),
    }
  })
}

/** What is looked for in the news figures of a score; null where no set of news comments shows it. */
export function soughtRows(recipe: Recipe, data: Data): Row[] | null {
  if (recipe.name === 'toxicity.en') {
    return data.toxicDev.filter(({ source }) => source === 'civil_spans')
  }
  if (recipe.score !== 'spam') return null
  return data.spamDev.filter(({ spam, lang }) => spam === 1 && lang === 'en')
}
