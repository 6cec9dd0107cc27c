import { benignLookalikes } from './benign-lookalikes'
import { disguisedCopy } from './disguise'
import { type Examples, examplesOf, type Reading } from './examples'
import { linkedHam } from './linked-ham'
import { randomFrom } from './random'
import type { CourseName, Recipe } from './recipes'
import { learnModel, oddsOf, type Settings } from './regression'
import type { Data, Row } from './rows'

/** Texts to learn from. The texts from `copiesFrom` on are changed copies of their rows. */
export type Course = {
  rows: Row[]
  texts: string[]
  copiesFrom: number
  examples(reading: Reading): Examples
}

function courseOf(rows: Row[], copies: { row: Row; text: string }[]): Course {
  const known = new Map<Reading, Examples>()
  const texts = [...rows.map(({ text }) => text), ...copies.map(({ text }) => text)]
  return {
    rows: [...rows, ...copies.map(({ row }) => row)],
    texts,
    copiesFrom: rows.length,
    examples(reading) {
      const examples = known.get(reading) ?? examplesOf(texts, reading)
      known.set(reading, examples)
      return examples
    },
  }
}

const copiedShare = 0.85

/** Copies of both classes: a head that sees disguises only in insults would learn to fear asterisks. */
function disguisedRows(
  rows: Row[],
  toxicity: Recipe,
  settings: Settings,
): { row: Row; text: string }[] {
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
  const weightOf = (word: string) => {
    const weight = weights.get(word) ?? oddsOf(model, examplesOf([word], toxicity.reading))[0] ?? 0
    weights.set(word, weight)
    return weight
  }
  const random = randomFrom(settings.seed + 4)
  return rows
    .filter(({ toxic }) => toxic !== null && random() < copiedShare)
    .map((row) => ({ row, text: disguisedCopy(row.text, weightOf, random) }))
}

const hamSources = new Set(['wiki_ctx', 'cad', 'civil_spans', 'jigsaw'])
const hamRows = 12_000

function spamCourse(data: Data, spamRows: Row[], seed: number): Course {
  const random = randomFrom(seed + 6)
  const pool = data.toxicTrain.filter(({ source }) => hamSources.has(source))
  const ham = pool.filter(() => random() < hamRows / pool.length)
  return courseOf([...spamRows, ...ham], linkedHam(ham, random))
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
  return courseOf(rows, disguisedRows(rows, toxicity, settings))
}

export function languageCourse(data: Data, language: CourseName): Course {
  return courseOf(
    data.multiTrain.filter(({ lang }) => lang === language),
    [],
  )
}
