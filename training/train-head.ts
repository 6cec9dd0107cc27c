import { hashVersion } from '../src/scoring/feature-hash'
import { featurise, featuriseSentences, normaliserVersion } from '../src/scoring/featurise'
import { type Head, headFrom, mixedOdds, packWeights } from '../src/scoring/head'
import type { HeadCard } from '../src/scoring/head-card'
import { viewsOf } from '../src/text/views'
import type { Course } from './courses'
import type { Recipe } from './recipes'
import { bayesScales, learnModel, type Model, meanModel, type Settings } from './regression'

const copyWeight = 0.5

export function settingsFor(recipe: Recipe, seed: number): Settings {
  return {
    bits: recipe.bits,
    epochs: recipe.epochs,
    rate: 0.15,
    l2: 1e-5,
    firstSquares: 0.5,
    seed,
  }
}

/** The mean of two models: one on plain features and one on features stretched by naive Bayes. */
export function trainModel(recipe: Recipe, course: Course, seed: number): Model {
  const judged = course.rows.map((row) => recipe.judge(row))
  const lesson = {
    examples: course.examples(recipe.reading),
    targets: judged.map((judgement) => judgement?.target ?? 0),
    weights: judged.map(
      (judgement, index) => (judgement?.weight ?? 0) * (index < course.copiesFrom ? 1 : copyWeight),
    ),
  }
  const settings = settingsFor(recipe, seed)
  const plain = learnModel(lesson, settings)
  return meanModel([plain, learnModel(lesson, settings, bayesScales(lesson, recipe.bits))])
}

function sourcesOf(recipe: Recipe, course: Course): HeadCard['trained_on'] {
  const counted = new Map<string, HeadCard['trained_on'][number]>()
  course.rows.slice(0, course.copiesFrom).forEach((row) => {
    const judgement = recipe.judge(row)
    if (judgement === null) return
    const entry = counted.get(row.source) ?? {
      source: row.source,
      license: row.license,
      rows: 0,
      positive: 0,
    }
    entry.rows++
    if (judgement.target === 1) entry.positive++
    counted.set(row.source, entry)
  })
  return [...counted.values()]
}

function copiesOf(recipe: Recipe, course: Course): number {
  return course.rows.slice(course.copiesFrom).filter((row) => recipe.judge(row) !== null).length
}

/** Packs a model as a head whose card is complete but for calibration and measurements. */
export function packHead(
  recipe: Recipe,
  course: Course,
  model: Model,
  seed: number,
): { head: Head; bytes: Uint8Array } {
  const { packed, largest } = packWeights(model.weights)
  const card: HeadCard = {
    name: recipe.name,
    version: 1,
    score: recipe.score,
    languages: recipe.languages,
    reading: recipe.reading,
    hash_version: hashVersion,
    normaliser_version: normaliserVersion,
    bits: recipe.bits,
    largest_weight: largest,
    bias: model.bias,
    sentence_share: recipe.sentenceShare,
    calibration: { slope: 1, offset: 0, assumed_share: recipe.assumedShare, fitted_on: '' },
    clean_news: [],
    trained_on: sourcesOf(recipe, course),
    training: { seed, epochs: recipe.epochs, disguised_copies: copiesOf(recipe, course) },
    metrics: {},
    weaknesses: recipe.weaknesses,
  }
  const bytes = new Uint8Array(packed.buffer)
  return { head: headFrom(card, bytes), bytes }
}

/** Log odds of texts, one list a head, by the code that serves. */
export function oddsOfTexts(heads: readonly Head[], texts: readonly string[]): Float64Array[] {
  const odds = heads.map(() => new Float64Array(texts.length))
  texts.forEach((text, row) => {
    const featurised = featurise(viewsOf(text))
    const sentences = featuriseSentences(featurised)
    heads.forEach((head, index) => {
      const list = odds[index]
      if (list) list[row] = mixedOdds(head, featurised[head.card.reading], sentences)
    })
  })
  return odds
}
