/**
 * A backtest of one rule over the last 10,000 comments through the admin API, and how long the event
 * loop of the serving process was blocked meanwhile.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../src/app'
import { moderateComments } from '../src/moderation/moderate-comments.flow'
import { openServices, type Services } from '../src/services'
import { saveComments } from '../tests/support/saved-comments'
import { commentOf } from './support/comments'
import { figure, median, percentile, printTable } from './support/figures'
import { openPlace, type Place } from './support/place'

const comments = Number(process.env.BENCH_COMMENTS ?? 10_000)
const turns = Number(process.env.BENCH_TURNS ?? 7)
const perBatch = 100

async function addJudgedComments(services: Services, place: Place): Promise<void> {
  for (let at = 0; at < comments; at += perBatch) {
    const batch = Array.from({ length: perBatch }, (_, index) => ({
      ...commentOf(at + index),
      address: `10.${index}.${at % 250}.1`,
    }))
    await moderateComments(services, await saveComments(place, batch))
  }
}

async function main(): Promise<void> {
  const place = await openPlace()
  const services = await openServices({
    port: 0,
    host: '127.0.0.1',
    dataDirectory: place.dataDirectory,
    databaseUrl: place.databaseUrl,
    logLevel: 'silent',
  })
  await addJudgedComments(services, place)
  const server = createServer(createApp(services))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/admin/v1/sites/${place.site.slug}/rules/backtest`
  const body = JSON.stringify({
    when: 'scores.toxicity > 0.3 && size(comment.links) == 0 && author.approvedCount < 5',
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: { action: 'hold' },
    limit: comments,
  })
  const headers = { authorization: `Bearer ${place.token}`, 'content-type': 'application/json' }
  const seconds: number[] = []
  const delay = monitorEventLoopDelay({ resolution: 5 })
  for (let turn = 0; turn <= turns; turn++) {
    if (turn === 1) delay.enable()
    const start = performance.now()
    const response = await fetch(url, { method: 'POST', headers, body })
    const report = (await response.json()) as { comments: number }
    if (report.comments !== comments)
      throw new Error(`Only ${report.comments} comments were looked at.`)
    if (turn > 0) seconds.push((performance.now() - start) / 1000)
  }
  delay.disable()
  printTable(`Backtest of one rule over ${figure(comments)} comments`, [
    ['median s', 'slowest s', 'event loop blocked at most, ms'],
    [figure(median(seconds)), figure(percentile(seconds, 1)), figure(delay.max / 1e6)],
  ])
  server.close()
  await services.close()
  await place.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
