/**
 * Accepted comments a second over HTTP, every sum solved, against a bare Express server with one
 * INSERT on the same PostgreSQL; in turns, so that both meet the same machine.
 */
import { commentOf } from './support/comments'
import { figure, median, percentile, printTable } from './support/figures'
import { expectStatus, postRequest, sendAll } from './support/http-load'
import {
  type MeasuredProcess,
  startMeasured,
  startPostbagProcess,
} from './support/measured-process'
import { openPlace, type Place } from './support/place'
import { postgresCpuMs } from './support/postgres-usage'
import { solvedPosts } from './support/solved-posts'

const connections = 64
const requestsPerTurn = Number(process.env.BENCH_REQUESTS ?? 4000)
const turns = Number(process.env.BENCH_TURNS ?? 3)

type Turn = { rate: number; cpuMs: number; postgresCpuMs: number; p50: number; p99: number }
type Contestant = {
  name: string
  server: MeasuredProcess
  prepare(): Promise<Buffer[]>
  turns: Turn[]
}

let commentsMade = 0
const nextComments = () => Array.from({ length: requestsPerTurn }, () => commentOf(commentsMade++))

async function takeTurn(place: Place, { server, prepare, turns }: Contestant): Promise<void> {
  const requests = await prepare()
  const postgresBefore = postgresCpuMs(place.postgresDirectory)
  const before = await server.usage()
  const { answers, seconds } = await sendAll(server.url, requests, connections)
  const after = await server.usage()
  const postgresAfter = postgresCpuMs(place.postgresDirectory)
  expectStatus(answers, 202)
  const latencies = answers.map(({ latencyMs }) => latencyMs)
  turns.push({
    rate: answers.length / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / answers.length,
    postgresCpuMs: (postgresAfter - postgresBefore) / answers.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  })
}

async function main(): Promise<void> {
  const place = await openPlace()
  const bare = await startMeasured('bench/support/bare-server.ts', {
    env: { DATABASE_URL: place.databaseUrl },
    ready: /listening on/,
  })
  const web = await startPostbagProcess(place, { only: 'web' })
  const contestants: Contestant[] = [
    {
      name: 'bare Express, one INSERT',
      server: bare,
      prepare: async () => nextComments().map((comment) => postRequest('/comments', comment)),
      turns: [],
    },
    {
      name: 'Postbag, web process',
      server: web,
      prepare: () => solvedPosts(web, place, nextComments()),
      turns: [],
    },
  ]
  // the first turn of each warms it up and is not counted
  for (let turn = 0; turn <= turns; turn++) {
    for (const contestant of contestants) {
      await takeTurn(place, contestant)
      if (turn === 0) contestant.turns.pop()
    }
  }
  await web.stop()
  await bare.stop()
  await place.close()

  const of = (contestant: Contestant, value: keyof Turn) =>
    median(contestant.turns.map((turn) => turn[value]))
  const baseline = contestants[0] as Contestant
  printTable(
    `Intake: ${turns} turns of ${requestsPerTurn} posts each, ${connections} connections, medians`,
    [
      ['server', 'accepted/s', 'ratio', 'CPU ms/post', 'of PostgreSQL', 'p50 ms', 'p99 ms'],
      ...contestants.map((contestant) => [
        contestant.name,
        figure(of(contestant, 'rate')),
        figure(of(contestant, 'rate') / of(baseline, 'rate')),
        figure(of(contestant, 'cpuMs')),
        figure(of(contestant, 'postgresCpuMs')),
        figure(of(contestant, 'p50')),
        figure(of(contestant, 'p99')),
      ]),
    ],
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
