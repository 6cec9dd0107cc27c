/**
 * Comments a second through the worker: pending comments with promised work lie in the database, then
 * a worker process starts and judges them all. On both queue backends, in turns.
 */
import { saveComments } from '../tests/support/saved-comments'
import { startThrowawayRedis } from '../tests/support/throwaway-redis'
import { waitUntil } from '../tests/support/wait-until'
import { commentOf } from './support/comments'
import { figure, median, printTable } from './support/figures'
import { startPostbagProcess } from './support/measured-process'
import { openPlace, type Place } from './support/place'
import { postgresCpuMs } from './support/postgres-usage'

const comments = Number(process.env.BENCH_COMMENTS ?? 5000)
const turns = Number(process.env.BENCH_TURNS ?? 3)
const rowsPerStatement = 100

let commentsMade = 0

/** As many networks as a busy newsroom sees; nothing is spared the checks. */
async function addPendingComments(place: Place): Promise<void> {
  for (let at = 0; at < comments; at += rowsPerStatement) {
    const batch = Array.from({ length: rowsPerStatement }, () => {
      const index = commentsMade++
      return { ...commentOf(index), address: `10.${index % 200}.${index % 250}.1` }
    })
    await saveComments(place, batch)
  }
}

type Turn = { rate: number; cpuMs: number; postgresCpuMs: number; rssMegabytes: number }

async function takeTurn(place: Place, redisUrl: string | undefined): Promise<Turn> {
  await addPendingComments(place)
  const before = await place.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const worker = await startPostbagProcess(place, { only: 'worker', redisUrl })
  const started = await worker.usage()
  const postgresStarted = postgresCpuMs(place.postgresDirectory)
  const isDone = async () => {
    const { rows } = await place.db.pool.query(
      "SELECT FROM comments WHERE status = 'pending' LIMIT 1",
    )
    return rows.length === 0
  }
  await waitUntil('every comment is judged', isDone, 120_000)
  const ended = await worker.usage()
  const postgresEnded = postgresCpuMs(place.postgresDirectory)
  await worker.stop()
  // by the database's clock, from the first batch to the last; starting a process is not judging
  const {
    rows: [span],
  } = await place.db.pool.query(
    `SELECT count(*) FILTER (WHERE created_at > first) AS judged, extract(epoch FROM max(created_at) - min(first))::float8 AS seconds
     FROM (SELECT created_at, min(created_at) OVER () AS first FROM decisions WHERE created_at > $1) d`,
    [before.rows[0]?.now],
  )
  return {
    rate: span.judged / span.seconds,
    cpuMs: (ended.cpuMs - started.cpuMs) / comments,
    postgresCpuMs: (postgresEnded - postgresStarted) / comments,
    rssMegabytes: ended.rssMegabytes,
  }
}

async function main(): Promise<void> {
  const place = await openPlace()
  const redis = await startThrowawayRedis()
  const backends = [
    { name: 'PostgreSQL', redisUrl: undefined, turns: [] as Turn[] },
    ...(redis ? [{ name: 'Redis', redisUrl: redis.url, turns: [] as Turn[] }] : []),
  ]
  for (let turn = 0; turn < turns; turn++)
    for (const backend of backends) backend.turns.push(await takeTurn(place, backend.redisUrl))
  await redis?.stop()
  await place.close()

  const of = (all: Turn[], value: keyof Turn) => figure(median(all.map((turn) => turn[value])))
  printTable(`Worker: ${comments} pending comments, ${turns} turns, medians`, [
    ['queue on', 'comments/s', 'CPU ms/comment', 'of PostgreSQL', 'memory MB'],
    ...backends.map(({ name, turns: taken }) => [
      name,
      of(taken, 'rate'),
      of(taken, 'cpuMs'),
      of(taken, 'postgresCpuMs'),
      of(taken, 'rssMegabytes'),
    ]),
  ])
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
