import { benignLookalikes } from './benign-lookalikes'
import { calmedCopies } from './calmed-copies'
import { disguisedCopy, type WeightOf } from './disguise'
import { type Examples, examplesOf, type Reading } from './examples'
import { linkedHam } from './linked-ham'
import { ownMessages } from './own-messages'
import { randomFrom } from './random'
import type { CourseName, Recipe } from './recipe'
import { learnModel, oddsOf, type Settings } from './regression'
import type { Data, Row } from './rows'

/** Texts to learn from. The texts from `copiesFrom` on are changed copies of their rows. */
export type Course = {
  rows: Row[]
  texts: string[]
  copiesFrom: number
  /** Where there are more rows of a kind than fit: models learn from a group each, a head is their mean. */
  groups: number
  /** Group of a row by its place; null is in all of them. */
  groupOf(place: number): number | null
  examples(reading: Reading): Examples
}

function courseOf(rows: Row[], copies: { row: Row; text: string }[]): Course {
  const known = new Map<Reading, Examples>()
  const texts = [...rows.map(({ text }) => text), ...copies.map(({ text }) => text)]
  return {
    rows: [...rows, ...copies.map(({ row }) => row)],
    texts,
    copiesFrom: rows.length,
    groups: 1,
    groupOf: () => null,
    examples(reading) {
      const examples = known.get(reading) ?? examplesOf(texts, reading)
      known.set(reading, examples)
      return examples
    },
  }
}

const copiedShare = 0.85

/** How much a word by itself speaks for toxicity, to a head that has seen no copies yet: log odds. */
function firstImpression(rows: Row[], toxicity: Recipe, settings: Settings): WeightOf {
  const examples = examplesOf(
    rows.map(({ text }) => text),
    toxicity.reading,
  )
  const judged = rows.map((row) => toxicity.judge(row))
  const model = learnModel(
    {
      examples,
      targets: judged.map((judgement) => judgement?.target ?? 0),
      weights: judged.map((judgement) => judgement?.weight ?? 0),
    },
    settings,
  )
  const weights = new Map<string, number>()
  return (word) => {
    const known = weights.get(word)
    if (known !== undefined) return known
    const [odds = 0] = oddsOf(model, examplesOf([word], toxicity.reading))
    weights.set(word, odds - model.bias)
    return odds - model.bias
  }
}

/** Copies of both classes: a head that sees disguises only in insults would learn to fear asterisks. */
function disguisedRows(
  rows: Row[],
  weightOf: WeightOf,
  seed: number,
): { row: Row; text: string }[] {
  const random = randomFrom(seed + 4)
  return rows
    .filter(({ toxic }) => toxic !== null && random() < copiedShare)
    .map((row) => ({ row, text: disguisedCopy(row.text, weightOf, random) }))
}

const hamSources = new Set(['wiki_ctx', 'cad', 'civil_spans', 'jigsaw'])
const hamGroups = 3
/** More ham than this beside the 5,000 messages makes ordinary messages look like spam. */
const hamRowsOfGroup = 12_000

/** Three times as much ham as one model takes: which ham it saw matters more than any setting. */
function spamCourse(data: Data, spamRows: Row[], seed: number): Course {
  const random = randomFrom(seed + 6)
  const pool = [
    ...data.toxicTrain.filter(({ source }) => hamSources.has(source)),
    ...data.unlabelled,
  ]
  const ham = pool.filter(() => random() < (hamGroups * hamRowsOfGroup) / pool.length)
  const messages = [...spamRows, ...ownMessages(random)]
  return {
    ...courseOf([...messages, ...ham], linkedHam(ham, random)),
    groups: hamGroups,
    groupOf: (place) => (place < messages.length ? null : place % hamGroups),
  }
}

/** Spam as it is measured, and as it ships: then the development templates are learnt from as well. */
export function spamCourses(data: Data, seed: number): { measured: Course; shipped: Course } {
  const templates = data.spamDev.filter(({ source }) => source === 'spamcheck')
  return {
    measured: spamCourse(data, data.spamTrain, seed),
    shipped: spamCourse(data, [...data.spamTrain, ...templates], seed),
  }
}

export function englishCourse(data: Data, toxicity: Recipe, settings: Settings): Course {
  const rows = [...data.toxicTrain, ...benignLookalikes(), ...data.unlabelled]
  const weightOf = firstImpression(rows, toxicity, settings)
  return courseOf(rows, [
    ...disguisedRows(rows, weightOf, settings.seed),
    ...calmedCopies(rows, weightOf),
  ])
}

export function languageCourse(data: Data, language: CourseName): Course {
  return courseOf(
    data.multiTrain.filter(({ lang }) => lang === language),
    [],
  )
}
