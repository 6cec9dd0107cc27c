import { areaUnderCurve, averagePrecision, type Judged } from './measure'
import type { Recipe } from './recipe'
import type { Data, Row } from './rows'

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
