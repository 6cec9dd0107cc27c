/**
 * Reads a second of an article with 200 approved comments, as a page and as JSON, against a bare
 * Express server that selects as many rows and sends them as JSON; in turns.
 */
import { saveComments } from '../tests/support/saved-comments'
import { commentOf } from './support/comments'
import { figure, median, percentile, printTable } from './support/figures'
import { expectStatus, getRequest, postRequest, sendAll } from './support/http-load'
import {
  type MeasuredProcess,
  startMeasured,
  startPostbagProcess,
} from './support/measured-process'
import { openPlace, type Place } from './support/place'

const comments = 200
const connections = 16
const readsPerTurn = Number(process.env.BENCH_REQUESTS ?? 1500)
const turns = Number(process.env.BENCH_TURNS ?? 3)

/** A quarter of the comments start a conversation; the others answer an earlier one, several levels deep. */
async function addThread(place: Place): Promise<void> {
  const { pool } = place.db
  const ids: string[] = []
  for (let index = 0; index < comments; index++) {
    // the golden ratio spreads the parents evenly; a multiple of the index would always select the first comment
    const parentId = index % 4 === 0 ? undefined : ids[Math.floor(((index * 0.618034) % 1) * index)]
    const address = `10.0.${index}.1`
    const saved = await saveComments(place, [{ ...commentOf(index), parentId, address }])
    await pool.query("UPDATE comments SET status = 'approved' WHERE id = ANY($1)", [saved])
    ids.push(...saved)
  }
  await pool.query('DELETE FROM outbox')
}

type Turn = { rate: number; cpuMs: number; p50: number; p99: number; kilobytes: number }
type Contestant = { name: string; server: MeasuredProcess; path: string; turns: Turn[] }

async function takeTurn({ server, path }: Contestant): Promise<Turn> {
  const requests = Array.from({ length: readsPerTurn }, () => getRequest(path))
  const before = await server.usage()
  const { answers, seconds } = await sendAll(server.url, requests, connections)
  const after = await server.usage()
  expectStatus(answers, 200)
  const latencies = answers.map(({ latencyMs }) => latencyMs)
  return {
    rate: answers.length / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / answers.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    kilobytes: Buffer.byteLength(answers[0]?.body ?? '') / 1000,
  }
}

async function main(): Promise<void> {
  const place = await openPlace()
  await addThread(place)
  const bare = await startMeasured('bench/support/bare-server.ts', {
    env: { DATABASE_URL: place.databaseUrl },
    ready: /listening on/,
  })
  const rows = Array.from({ length: comments }, (_, index) =>
    postRequest('/comments', commentOf(index)),
  )
  expectStatus((await sendAll(bare.url, rows, connections)).answers, 202)
  const web = await startPostbagProcess(place, { only: 'web' })
  const article = `/sites/${place.site.slug}/articles/${place.article.slug}`
  const api = `/api/v1${article}/comments`
  const contestants: Contestant[] = [
    { name: 'bare Express, 100 rows as JSON', server: bare, path: '/comments', turns: [] },
    { name: 'JSON, 100 of 200 comments', server: web, path: `${api}?limit=100`, turns: [] },
    { name: 'article page, all 200 comments', server: web, path: article, turns: [] },
  ]
  // the first turn of each warms it up and is not counted
  for (let turn = 0; turn <= turns; turn++)
    for (const contestant of contestants) {
      const taken = await takeTurn(contestant)
      if (turn > 0) contestant.turns.push(taken)
    }
  await web.stop()
  await bare.stop()
  await place.close()

  const of = ({ turns: taken }: Contestant, value: keyof Turn) =>
    median(taken.map((turn) => turn[value]))
  const [baseline] = contestants
  printTable(
    `Reading: a thread of ${comments}, ${turns} turns of ${readsPerTurn} reads, ${connections} connections, medians`,
    [
      ['what', 'reads/s', 'ratio', 'CPU ms/read', 'p50 ms', 'p99 ms', 'KB'],
      ...contestants.map((contestant) => [
        contestant.name,
        figure(of(contestant, 'rate')),
        figure(of(contestant, 'rate') / (baseline ? of(baseline, 'rate') : Number.NaN)),
        figure(of(contestant, 'cpuMs')),
        figure(of(contestant, 'p50')),
        figure(of(contestant, 'p99')),
        figure(of(contestant, 'kilobytes')),
      ]),
    ],
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
