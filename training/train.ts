import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DetectLanguage } from '../src/scoring/language'
import { type Course, englishCourse, languageCourse, spamCourses } from './courses'
import { type FinishedHead, finishHead } from './finish-head'
import type { Recipe } from './recipe'
import { recipes } from './recipes'
import { writeReport } from './report'
import type { Data } from './rows'
import { packHead, settingsFor, trainModel } from './train-head'

type Courses = { measured: Course; shipped: Course }
type Say = (message: string) => void

function coursesFor(data: Data, seed: number, say: Say): (recipe: Recipe) => Courses {
  const known = new Map<string, Courses>()
  const read = (recipe: Recipe): Courses => {
    say(`reading the texts for ${recipe.course} …`)
    if (recipe.course === 'spam') return spamCourses(data, seed)
    const course =
      recipe.course === 'english'
        ? englishCourse(data, recipe, settingsFor(recipe, seed))
        : languageCourse(data, recipe.course)
    return { measured: course, shipped: course }
  }
  return (recipe) => {
    const courses = known.get(recipe.course) ?? read(recipe)
    known.set(recipe.course, courses)
    return courses
  }
}

function learn(recipe: Recipe, { measured, shipped }: Courses, seed: number) {
  const one = packHead(recipe, measured, trainModel(recipe, measured, seed), seed).head
  if (measured === shipped) return { measured: one, shipped: one }
  const other = packHead(recipe, shipped, trainModel(recipe, shipped, seed), seed).head
  return { measured: one, shipped: other }
}

const lineWidth = 100

/** JSON as the formatter of the project writes it: lists of words on one line where they fit. */
function formatted(card: unknown): string {
  return JSON.stringify(card, null, 2).replace(
    /^(.*)\[\n\s+("[^"]*"(?:,\n\s+"[^"]*")*)\n\s+\](,?)$/gm,
    (whole: string, before: string, words: string, after: string) => {
      const line = `${before}[${words.replace(/,\n\s+/g, ', ')}]${after}`
      return line.length <= lineWidth ? line : whole
    },
  )
}

function writeHead(folder: string, { head, bytes }: FinishedHead): void {
  const file = path.join(folder, head.card.name)
  writeFileSync(`${file}.bin`, bytes)
  writeFileSync(`${file}.json`, `${formatted(head.card)}\n`)
}

/** Where the heads with their cards go, and where the report. */
export type Folders = { heads: string; report: string }

/**
 * Learns all heads and writes them, their cards and the report. The same data and seed give the same
 * bytes.
 */
export function train(
  { data, seed, detect }: { data: Data; seed: number; detect: DetectLanguage },
  folders: Folders,
  say: Say,
): void {
  const courses = coursesFor(data, seed, say)
  mkdirSync(folders.heads, { recursive: true })
  const heads = recipes.map((recipe) => {
    const ofRecipe = courses(recipe)
    say(`learning ${recipe.name} …`)
    const head = finishHead(recipe, learn(recipe, ofRecipe, seed), data)
    writeHead(folders.heads, head)
    return head
  })
  say('measuring and writing the report …')
  writeReport(folders.report, { heads, data, detect })
}
