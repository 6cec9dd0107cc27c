import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Course, englishCourse, languageCourse, spamCourses } from './courses'
import { type FinishedHead, finishHead } from './finish-head'
import type { Recipe } from './recipe'
import { recipes } from './recipes'
import { writeReport } from './report'
import { type Data, readData } from './rows'
import { packHead, settingsFor, trainModel } from './train-head'

const root = path.join(__dirname, '..')
const headsFolder = path.join(root, 'src', 'scoring', 'heads')

const startedAt = performance.now()
function say(message: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stderr.write(`${seconds.padStart(6)} s  ${message}\n`)
}

type Courses = { measured: Course; shipped: Course }

function coursesFor(data: Data, seed: number): (recipe: Recipe) => Courses {
  const known = new Map<string, Courses>()
  return (recipe) => {
    const courses = known.get(recipe.course) ?? read(recipe, data, seed)
    known.set(recipe.course, courses)
    return courses
  }
}

function read(recipe: Recipe, data: Data, seed: number): Courses {
  say(`reading the texts for ${recipe.course} …`)
  if (recipe.course === 'spam') return spamCourses(data, seed)
  const course =
    recipe.course === 'english'
      ? englishCourse(data, recipe, settingsFor(recipe, seed))
      : languageCourse(data, recipe.course)
  return { measured: course, shipped: course }
}

function train(recipe: Recipe, { measured, shipped }: Courses, seed: number) {
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

function writeHead({ head, bytes }: FinishedHead): void {
  const file = path.join(headsFolder, head.card.name)
  writeFileSync(`${file}.bin`, bytes)
  writeFileSync(`${file}.json`, `${formatted(head.card)}\n`)
}

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } },
  })
  if (values.data === undefined) throw new Error('Say where the data is: --data DIR')
  const data = readData(path.resolve(values.data))
  const seed = Number(values.seed)
  const courses = coursesFor(data, seed)
  mkdirSync(headsFolder, { recursive: true })
  const finished = recipes.map((recipe) => {
    const ofRecipe = courses(recipe)
    say(`learning ${recipe.name} …`)
    const head = finishHead(recipe, train(recipe, ofRecipe, seed), data)
    writeHead(head)
    return head
  })
  say('measuring and writing the report …')
  writeReport(path.join(root, 'docs'), finished, data)
  say('done')
}

main()
