import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Head } from '../src/scoring/head'
import { type Course, spamCourses } from '../training/courses'
import { allNews } from '../training/evaluations'
import { finishHead } from '../training/finish-head'
import { type Random, randomFrom } from '../training/random'
import { recipes } from '../training/recipes'
import { type Data, type Row, readData } from '../training/rows'
import { packHead, trainModel } from '../training/train-head'
import { play, type Result, type Scenario, shuffled } from './support/site-decisions'

const recipe = recipes.find(({ score }) => score === 'spam')

function headOf(course: Course, data: Data): Head {
  if (recipe === undefined) throw new Error('There is no recipe for spam.')
  const head = packHead(recipe, course, trainModel(recipe, course, 1), 1).head
  return finishHead(recipe, { shipped: head, measured: head }, data).head
}

const repeats = 3

function report(scenario: Scenario): void {
  const plays = Array.from({ length: repeats }, (_, turn) => play(scenario, 100 + turn))
  const mean = (place: number, name: keyof Result) =>
    plays.reduce((sum, { results }) => sum + (results[place]?.[name] ?? Number.NaN), 0) / repeats
  const cells = scenario.marks.map((mark, place) => {
    const values = [mean(place, 'area'), mean(place, 'f1'), mean(place, 'flagged')]
    const losses = [mean(place, 'loss'), mean(place, 'calibratedLoss')]
    const [figures, surprise] = [values, losses].map((list) =>
      list.map((value) => value.toFixed(3)).join(' / '),
    )
    return `${mark}: ${figures} (${surprise})`
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
  const noVideos = headOf(spamCourses(without('yt_'), 1).shipped, data)
  const noPerry = headOf(spamCourses(without('yt_katyperry'), 1).shipped, data)
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
    ...[false, true].map((isHeld) => ({
      name: `A, a vandal beside five people, ${isHeld ? 'held down' : 'counted like all'}`,
      ...{ head: noVideos, vandal: { share: 0.4, isHeld }, ...all },
    })),
    ...trapped('A', { head: noVideos, ...all }),
    { name: 'B: one new video', head: noPerry, ...one },
    { name: 'B without a head', head: null, ...one },
    ...newsScenarios(data, random),
  ]
}

/** What refuses by itself shows nobody what it refused. */
function trapped(site: string, scenario: Omit<Scenario, 'name'>): Scenario[] {
  return (['all spam', 'from 0.7 on'] as const).flatMap((isRefused) =>
    [0, 0.02].map((sample) => ({
      name: `${site}, ${isRefused} refused unseen${sample ? `, but for ${sample * 100} %` : ''}`,
      ...{ ...scenario, unseen: { isRefused, sample } },
    })),
  )
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
  return [
    { name: 'C: a news site, 4 % spam', head, ...site },
    { name: 'C without a head', head: null, ...site },
    { name: 'C, one decision in ten wrong', head, noise: 0.1, ...site },
    ...trapped('C', { head, ...site }),
  ]
}

/** How fast a site's own decisions improve the spam score: AUC / F1 / ham flagged, at 0.5. */
function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('Say where the data is: --data DIR')
  console.log(
    'After so many decisions: AUC / F1 / share of ham flagged (mean surprise as learnt / calibrated), mean of three orders',
  )
  for (const scenario of scenarios(readData(path.resolve(values.data)))) report(scenario)
}

main()
