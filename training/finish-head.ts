import { type Head, headFrom } from '../src/scoring/head'
import { calibrate } from './calibrate'
import { calibrationRows } from './calibration-rows'
import {
  allNews,
  cleanNews,
  developmentRows,
  figuresPerSource,
  type NewsFigures,
  newsFigures,
  type SourceFigures,
  soughtRows,
  truthsOf,
} from './evaluations'
import type { Recipe } from './recipe'
import type { Data } from './rows'
import { oddsOfTexts } from './train-head'

export type Figures = { perSource: SourceFigures[]; news: NewsFigures[] }

/** A head that ships, with the figures of the head that was `measured` (mostly the same one). */
export type FinishedHead = {
  recipe: Recipe
  head: Head
  measured: Head
  bytes: Uint8Array
  figures: Figures
}

const decimals = 4

function rounded(value: number): number {
  return Number(value.toFixed(decimals))
}

function withCard(head: Head, card: Partial<Head['card']>): Head {
  const { packed } = head
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.length)
  return headFrom({ ...head.card, ...card }, bytes)
}

function calibrated(recipe: Recipe, head: Head, data: Data): Head {
  const { rows, truths, fittedOn } = calibrationRows(recipe, data)
  const [odds = new Float64Array()] = oddsOfTexts(
    [head],
    rows.map(({ text }) => text),
  )
  const { slope, offset } = calibrate({ odds, truths }, recipe.assumedShare)
  return withCard(head, {
    calibration: {
      slope,
      offset,
      assumed_share: recipe.assumedShare,
      fitted_on: fittedOn,
    },
  })
}

function newsOf(recipe: Recipe, head: Head, data: Data): NewsFigures[] {
  if (!recipe.languages.includes('en')) return []
  const yardstick = recipe.score === 'spam' ? allNews(data) : cleanNews(data)
  return newsFigures(head, yardstick, soughtRows(recipe, data) ?? [])
}

function figuresOf(recipe: Recipe, head: Head, data: Data): Figures {
  const truths = truthsOf(recipe, developmentRows(recipe, data))
  const [odds = new Float64Array()] = oddsOfTexts(
    [head],
    truths.rows.map(({ text }) => text),
  )
  return { perSource: figuresPerSource(truths, odds), news: newsOf(recipe, head, data) }
}

function cardFigures({ perSource, news }: Figures, recipe: Recipe): Partial<Head['card']> {
  const hasRecall = recipe.name === 'toxicity.en' || recipe.score === 'spam'
  return {
    metrics: Object.fromEntries(
      perSource.flatMap(({ source, area, precision }) => [
        [`auc_${source}`, rounded(area)],
        [`average_precision_${source}`, rounded(precision)],
      ]),
    ),
    clean_news: news.map(({ flagged, threshold, recall }) => ({
      flagged_share: flagged,
      threshold,
      recall: hasRecall ? rounded(recall) : null,
      measured_on: 'news comments of the development data (measured only, never learnt from)',
    })),
  }
}

/**
 * Calibrates and measures a head on the development data and writes both into its card. When the
 * head that ships has learnt from more than the `measured` one, the figures are those of the latter.
 */
export function finishHead(
  recipe: Recipe,
  { shipped, measured }: { shipped: Head; measured: Head },
  data: Data,
): FinishedHead {
  const judged = calibrated(recipe, measured, data)
  const figures = figuresOf(recipe, judged, data)
  const head = withCard(shipped, {
    calibration: judged.card.calibration,
    ...cardFigures(figures, recipe),
  })
  const { packed } = head
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.length)
  return { recipe, head, measured: judged, bytes, figures }
}
