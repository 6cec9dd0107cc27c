import { hashVersion } from '../src/scoring/feature-hash'
import { featurise, featuriseSentences, normaliserVersion } from '../src/scoring/featurise'
import { type Head, headFrom, mixedOdds, packWeights } from '../src/scoring/head'
import type { HeadCard } from '../src/scoring/head-card'
import { viewsOf } from '../src/text/views'
import { calmedSource } from './calmed-copies'
import type { Course } from './courses'
import type { Recipe } from './recipe'
import {
  bayesScales,
  type Lesson,
  learnModel,
  type Model,
  meanModel,
  mixedModel,
  type Settings,
} from './regression'
import type { Row } from './rows'

const copyWeight = 0.5

export function settingsFor(recipe: Recipe, seed: number): Settings {
  return {
    bits: recipe.bits,
    epochs: recipe.epochs,
    rate: 0.15,
    l2: recipe.l2,
    firstSquares: 0.5,
    smoothing: 0.02,
    seed,
  }
}

const bayesShare = 0.7

function lessonOf(recipe: Recipe, course: Course, group: number): Lesson {
  const judged = course.rows.map((row) => recipe.judge(row))
  const isTaught = (place: number) => (course.groupOf(place) ?? group) === group
  return {
    examples: course.examples(recipe.reading),
    targets: judged.map((judgement) => judgement?.target ?? 0),
    weights: judged.map(
      (judgement, place) =>
        (isTaught(place) ? (judgement?.weight ?? 0) : 0) *
        (place < course.copiesFrom ? 1 : copyWeight),
    ),
  }
}

/** Between two models: one on plain features and one on features stretched by naive Bayes. */
function learnTwice(lesson: Lesson, settings: Settings): Model {
  const plain = learnModel(lesson, settings)
  const stretched = learnModel(lesson, settings, bayesScales(lesson, settings.bits))
  return mixedModel(plain, stretched, bayesShare)
}

/** The mean of the models of all groups of a course, most often of one. */
export function trainModel(recipe: Recipe, course: Course, seed: number): Model {
  const settings = settingsFor(recipe, seed)
  const groups = Array.from({ length: course.groups }, (_, group) => group)
  return meanModel(groups.map((group) => learnTwice(lessonOf(recipe, course, group), settings)))
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

function copiesOf(recipe: Recipe, course: Course) {
  const copies = course.rows.slice(course.copiesFrom).filter((row) => recipe.judge(row) !== null)
  const calmed = copies.filter(({ source }) => source === calmedSource).length
  return { disguised_copies: copies.length - calmed, calmed_copies: calmed }
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
    thresholds: [],
    trained_on: sourcesOf(recipe, course),
    training: { seed, epochs: recipe.epochs, ...copiesOf(recipe, course) },
    metrics: {},
    weaknesses: recipe.weaknesses,
  }
  const bytes = new Uint8Array(packed.buffer)
  return { head: headFrom(card, bytes), bytes }
}

/** Log odds of texts, by the code that serves. */
export const oddsOfTexts = (head: Head, texts: readonly string[]): Float64Array =>
  Float64Array.from(texts, (text) => {
    const featurised = featurise(viewsOf(text))
    return mixedOdds(head, featurised[head.card.reading], featuriseSentences(featurised))
  })

export const oddsOfRows = (head: Head, rows: readonly Row[]): Float64Array =>
  oddsOfTexts(
    head,
    rows.map(({ text }) => text),
  )
