/**
 * How long a reader waits for the decision: 50 posts a second for 20 seconds, sent at their due time
 * whatever the answers do, to one process that serves and judges (`npm start`). A comment counts as
 * decided when another connection to the database sees the decision.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { startThrowawayRedis } from '../tests/support/throwaway-redis'
import { commentOf } from './support/comments'
import { figure, percentile, printTable } from './support/figures'
import { type Connection, expectStatus, openConnection, sendAll } from './support/http-load'
import { type MeasuredProcess, startPostbagProcess } from './support/measured-process'
import { openPlace, type Place } from './support/place'
import { solvedPosts } from './support/solved-posts'

const postsPerSecond = Number(process.env.BENCH_RATE ?? 50)
const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const warmUpPosts = 100
const connections = 16
const lookEveryMs = 5

let commentsMade = 0

const nextComments = (count: number) =>
  Array.from({ length: count }, () => commentOf(commentsMade++))

type Latencies = { acceptedMs: number[]; decidedMs: number[] }

async function measure(server: MeasuredProcess, place: Place): Promise<Latencies> {
  const posts = await solvedPosts(server, place, nextComments(postsPerSecond * seconds))
  const idle: Connection[] = []
  const dueAt = new Map<string, number>()
  const acceptedMs: number[] = []
  const decidedMs: number[] = []
  const startedAt = performance.now()
  let sending = true

  const watch = async () => {
    while (sending || dueAt.size > 0) {
      const { rows } = await place.db.pool.query<{ comment_id: string }>({
        name: 'decided',
        text: 'SELECT comment_id FROM decisions WHERE comment_id = ANY($1)',
        values: [[...dueAt.keys()]],
      })
      const now = performance.now()
      for (const { comment_id } of rows) {
        decidedMs.push(now - (dueAt.get(comment_id) ?? Number.NaN))
        dueAt.delete(comment_id)
      }
      await pause(lookEveryMs)
    }
  }
  const post = async (request: Buffer, due: number) => {
    const last = idle.pop()
    const connection = last?.isOpen() ? last : await openConnection(server.url)
    const answer = await connection.exchange(request)
    idle.push(connection)
    expectStatus([answer], 202)
    acceptedMs.push(performance.now() - due)
    dueAt.set(JSON.parse(answer.body).id, due)
  }
  const watching = watch()
  const sent: Promise<void>[] = []
  for (const [index, request] of posts.entries()) {
    const due = startedAt + (index * 1000) / postsPerSecond
    await pause(Math.max(0, due - performance.now()))
    sent.push(post(request, due))
  }
  await Promise.all(sent)
  sending = false
  await watching
  for (const connection of idle) connection.close()
  return { acceptedMs, decidedMs }
}

async function main(): Promise<void> {
  const place = await openPlace()
  const redis = await startThrowawayRedis()
  const backends = [
    { name: 'PostgreSQL', redisUrl: undefined },
    ...(redis ? [{ name: 'Redis', redisUrl: redis.url }] : []),
  ]
  const rows: string[][] = []
  for (const { name, redisUrl } of backends) {
    const server = await startPostbagProcess(place, { redisUrl })
    const warmUp = await solvedPosts(server, place, nextComments(warmUpPosts))
    expectStatus((await sendAll(server.url, warmUp, connections)).answers, 202)
    const before = await server.usage()
    const { acceptedMs, decidedMs } = await measure(server, place)
    const after = await server.usage()
    await server.stop()
    const cpuMs = (after.cpuMs - before.cpuMs) / decidedMs.length
    const shares = [0.5, 0.95, 0.99, 1].map((share) => figure(percentile(decidedMs, share)))
    const accepted = [0.5, 0.99].map((share) => figure(percentile(acceptedMs, share)))
    rows.push([name, ...accepted, ...shares, figure(cpuMs)])
  }
  await redis?.stop()
  await place.close()
  printTable(
    `Decision latency at ${postsPerSecond} posts/s for ${seconds} s, milliseconds from the due time`,
    [
      [
        'queue on',
        'accepted p50',
        'accepted p99',
        'decided p50',
        'decided p95',
        'decided p99',
        'decided max',
        'CPU ms/comment',
      ],
      ...rows,
    ],
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
