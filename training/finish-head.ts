import { type Head, headFrom } from '../src/scoring/head'
import { calibrate } from './calibrate'
import { calibrationRows } from './calibration-rows'
import { developmentRows, figuresPerSource, type SourceFigures, truthsOf } from './evaluations'
import type { Recipe } from './recipe'
import type { Data } from './rows'
import { type Threshold, thresholdsOf } from './thresholds'
import { oddsOfRows } from './train-head'

export type Figures = { perSource: SourceFigures[]; thresholds: Threshold[] }

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
  const odds = oddsOfRows(head, rows)
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

function figuresOf(recipe: Recipe, head: Head, data: Data): Figures {
  const truths = truthsOf(recipe, developmentRows(recipe, data))
  return {
    perSource: figuresPerSource(truths, oddsOfRows(head, truths.rows)),
    thresholds: thresholdsOf(recipe, head, data),
  }
}

function cardFigures({ perSource, thresholds }: Figures, recipe: Recipe): Partial<Head['card']> {
  return {
    metrics: Object.fromEntries(
      perSource.flatMap(({ source, area, precision }) => [
        [`auc_${source}`, rounded(area)],
        [`average_precision_${source}`, rounded(precision)],
      ]),
    ),
    thresholds: thresholds.map(({ flagged, threshold, recall, cleanRows }) => ({
      flagged_share: flagged,
      threshold,
      recall: Number.isNaN(recall) ? null : rounded(recall),
      clean_rows: cleanRows,
      measured_on: `${recipe.yardstick} of the development data, never learnt from`,
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

export function headNamed(heads: readonly FinishedHead[], name: string): FinishedHead {
  const found = heads.find(({ recipe }) => recipe.name === name)
  if (found === undefined) throw new Error(`There is no head ${name}.`)
  return found
}

/** The threshold of a head that flags a share (0..1) of clean texts. Throws where it has none. */
export function thresholdOf({ recipe, figures }: FinishedHead, share: number): Threshold {
  const found = figures.thresholds.find(({ flagged }) => flagged === share)
  if (found === undefined) throw new Error(`${recipe.name} has no threshold for ${share}.`)
  return found
}
