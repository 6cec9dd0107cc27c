import path from 'node:path'
import { parseArgs } from 'node:util'
import { featurise } from '../src/scoring/featurise'
import { type Head, mixedOdds } from '../src/scoring/head'
import {
  afterDecision,
  emptyDelta,
  learningSettings,
  replayPlaces,
  siteProbability,
  type TaughtDecision,
} from '../src/scoring/site-delta'
import { viewsOf } from '../src/text/views'
import { type Course, spamCourses } from '../training/courses'
import { allNews } from '../training/evaluations'
import { finishHead } from '../training/finish-head'
import { areaUnderCurve } from '../training/measure'
import { type Random, randomFrom } from '../training/random'
import { recipes } from '../training/recipes'
import { type Data, type Row, readData } from '../training/rows'
import { packHead, trainModel } from '../training/train-head'

const settings = learningSettings.spam ?? { rate: 0.3, l2: 1e-4 }
const recipe = recipes.find(({ score }) => score === 'spam')

function shuffled(rows: readonly Row[], random: Random): Row[] {
  return rows
    .map((row) => ({ row, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row)
}

function headOf(course: Course, data: Data): Head {
  if (recipe === undefined) throw new Error('There is no recipe for spam.')
  const head = packHead(recipe, course, trainModel(recipe, course, 1), 1).head
  return finishHead(recipe, { shipped: head, measured: head }, data).head
}

function decisionsOf(head: Head | null, rows: readonly Row[]): TaughtDecision[] {
  return rows.map((row) => {
    const features = featurise(viewsOf(row.text)).open
    const { slope, offset } = head?.card.calibration ?? { slope: 1, offset: 0 }
    const priorOdds = head === null ? 0 : slope * mixedOdds(head, features, []) + offset
    return { features, priorOdds, isOfClass: row.spam === 1 }
  })
}

type Scenario = {
  name: string
  head: Head | null
  stream: Row[]
  test: Row[]
  marks: number[]
  /** Share of wrong decisions. */
  noise?: number
  /** Moderators never see what was taken for spam. */
  onlyApproved?: boolean
}

type Result = { area: number; f1: number; flagged: number }

function measure(test: readonly TaughtDecision[], scores: number[]): Result {
  const truths: number[] = test.map(({ isOfClass }) => (isOfClass ? 1 : 0))
  const found = scores.filter((score, row) => score > 0.5 && truths[row] === 1).length
  const wrong = scores.filter((score, row) => score > 0.5 && truths[row] === 0).length
  const positives = truths.filter((truth) => truth === 1).length
  return {
    area: areaUnderCurve({ scores, truths }),
    f1: (2 * found) / (found + wrong + positives),
    flagged: wrong / (truths.length - positives),
  }
}

function play(scenario: Scenario, seed: number): { results: Result[]; microseconds: number } {
  const random = randomFrom(seed)
  const test = decisionsOf(scenario.head, scenario.test)
  const log = decisionsOf(scenario.head, shuffled(scenario.stream, random))
    .filter(({ isOfClass }) => !(scenario.onlyApproved && isOfClass))
    .map((decision) => {
      const isWrong = random() < (scenario.noise ?? 0)
      return { ...decision, isOfClass: decision.isOfClass !== isWrong }
    })
  let delta = emptyDelta()
  let spent = 0
  const results: Result[] = []
  for (let number = 0; number <= log.length; number++) {
    if (scenario.marks.includes(number)) {
      const scores = test.map((one) => siteProbability(delta, one.features, one.priorOdds))
      results.push(measure(test, scores))
    }
    const decision = log[number]
    if (decision === undefined) continue
    const before = performance.now()
    const replayed = replayPlaces(number, number + 1).flatMap((place) => log[place] ?? [])
    delta = afterDecision(delta, decision, { settings, replayed })
    spent += performance.now() - before
  }
  return { results, microseconds: (spent / log.length) * 1000 }
}

const repeats = 3

function report(scenario: Scenario): void {
  const plays = Array.from({ length: repeats }, (_, turn) => play(scenario, 100 + turn))
  const mean = (place: number, name: keyof Result) =>
    plays.reduce((sum, { results }) => sum + (results[place]?.[name] ?? Number.NaN), 0) / repeats
  const cells = scenario.marks.map((mark, place) => {
    const values = [mean(place, 'area'), mean(place, 'f1'), mean(place, 'flagged')]
    return `${mark}: ${values.map((value) => value.toFixed(3)).join(' / ')}`
  })
  const micros = plays.reduce((sum, { microseconds }) => sum + microseconds, 0) / repeats
  console.log(`| ${scenario.name} | ${cells.join(' | ')} | ${micros.toFixed(0)} us |`)
}

function scenarios(data: Data): Scenario[] {
  const random = randomFrom(42)
  const isVideo = ({ source }: Row) => source.startsWith('yt_')
  const videos = shuffled([...data.spamTrain, ...data.spamDev].filter(isVideo), random)
  const without = (source: string) => ({
    ...data,
    spamTrain: data.spamTrain.filter((row) => !row.source.startsWith(source)),
  })
  const noVideos = headOf(spamCourses(without('yt_'), 1).measured, data)
  const noPerry = headOf(spamCourses(without('yt_katyperry'), 1).measured, data)
  const perry = videos.filter(({ source }) => source === 'yt_katyperry')
  const all = {
    stream: videos.slice(300),
    test: videos.slice(0, 300),
    marks: [0, 10, 50, 200, 600],
  }
  const one = { stream: perry.slice(120), test: perry.slice(0, 120), marks: [0, 10, 50, 150] }
  return [
    { name: 'A: the head knows no video, all videos', head: noVideos, ...all },
    { name: 'A without a head', head: null, ...all },
    { name: 'A, one decision in ten wrong', head: noVideos, noise: 0.1, ...all },
    { name: 'A, one decision in five wrong', head: noVideos, noise: 0.2, ...all },
    { name: 'B: one new video', head: noPerry, ...one },
    { name: 'B without a head', head: null, ...one },
    ...newsScenarios(data, random),
  ]
}

function newsScenarios(data: Data, random: Random): Scenario[] {
  const templates = shuffled(
    data.spamDev.filter(({ source, lang }) => source === 'spamcheck' && lang === 'en'),
    random,
  )
  const known = new Set(templates.slice(0, templates.length / 2))
  const head = headOf(
    spamCourses({ ...data, spamTrain: [...data.spamTrain, ...known] }, 1).measured,
    data,
  )
  const news = shuffled(
    allNews(data).map((row): Row => ({ ...row, spam: 0 })),
    random,
  )
  const fresh = templates.filter((row) => !known.has(row))
  const spam = fresh.filter((row) => row.spam === 1)
  const site = {
    stream: [...news.slice(0, 960), ...spam.slice(0, 40)],
    test: [...news.slice(2000, 5000), ...spam.slice(40), ...fresh.filter((row) => row.spam === 0)],
    marks: [0, 50, 200, 960, 1000],
  }
  const marks = site.marks.filter((mark) => mark <= 950)
  return [
    { name: 'C: a news site, 4 % spam', head, ...site },
    { name: 'C without a head', head: null, ...site },
    { name: 'C, one decision in ten wrong', head, noise: 0.1, ...site },
    { name: 'C, moderators see only what was approved', head, onlyApproved: true, ...site, marks },
  ]
}

/** How fast a site's own decisions improve the spam score: AUC / F1 / ham flagged, at 0.5. */
function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('Say where the data is: --data DIR')
  console.log('After so many decisions: AUC / F1 / share of ham flagged, mean of three orders')
  for (const scenario of scenarios(readData(path.resolve(values.data)))) report(scenario)
}

main()
