import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seedDemoSite } from '../seeds/demo-site.flow'
import { startWorkers, type Workers } from '../workers/main'
import { prepareFirstRun } from './accounts/first-run.flow'
import { createApp } from './app'
import { print } from './command'
import { type Config, readConfig, startedByNpm } from './platform/config'
import { logger } from './platform/logger'
import { openServices, type Services } from './services'

type Parts = { web: boolean; worker: boolean }

/** `--only=web` and `--only=worker` run one part; without it both run in this process. */
function readParts(): Parts {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (values.only !== undefined && values.only !== 'web' && values.only !== 'worker')
    throw new Error(`--only=${values.only} is unknown: use --only=web or --only=worker.`)
  return { web: values.only !== 'worker', worker: values.only !== 'web' }
}

/** Listens on the wanted port, or on a free one when another program has it. */
function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port === 0) {
        reject(error)
        return
      }
      logger.warn({ port }, 'the port is taken by another program, using a free one')
      listen(server, { port: 0, host }).then(resolve, reject)
    })
    server.listen(port, host, () => {
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
      resolve(
        `http://${name.includes(':') ? `[${name}]` : name}:${(server.address() as AddressInfo).port}`,
      )
    })
  })
}

/** Slow senders are cut off long before Node's own limits. */
const timeouts = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
}
const mostConnections = 5000

/** @returns the server and what there is to tell about it */
async function startWeb(services: Services): Promise<{ server: Server; news: string }> {
  const app = createApp(services)
  let announceReady = () => {}
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve
  })
  // who comes during the very first start waits for the demo site instead of finding nothing
  const server = createServer(
    timeouts,
    (request, response) => void ready.then(() => app(request, response)),
  )
  server.maxConnections = mostConnections
  const address = await listen(server, services.config)
  const url = services.config.publicUrl ?? address
  const firstRun = await prepareFirstRun(services, url, (caller) => seedDemoSite(services, caller))
  announceReady()
  const seconds = Math.round(process.uptime() * 10) / 10
  const news = `Postbag is listening on ${url} after ${seconds} s`
  return { server, news: firstRun ? `${firstRun}\n${news}` : news }
}

const shutdownLimitMs = 10_000
/** A worker whose queue was never reached cannot be closed; what it left is given to another. */
const workersLimitMs = 5000

const idleCheckMs = 250

/** Takes no new connection, and tells those who keep theirs open to go elsewhere with the next request. */
async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) =>
    response.setHeader('connection', 'close'),
  )
  const closed = new Promise((resolve) => server.close(resolve))
  const timer = setInterval(() => server.closeIdleConnections(), idleCheckMs)
  await closed
  clearInterval(timer)
}

/** Stops taking requests and jobs, lets those under way finish, then closes what lies below. */
async function shutDown(services: Services, server?: Server, workers?: Workers): Promise<void> {
  setTimeout(() => process.exit(0), shutdownLimitMs).unref()
  services.leaving.abort()
  const workersLeft = pause(workersLimitMs, undefined, { ref: false })
  await Promise.all([
    server && closeServer(server),
    workers && Promise.race([workers.stop(), workersLeft]),
  ])
  await services.close()
}

function onShutdown(stop: () => Promise<void>): void {
  let stopping = false
  const request = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => {
        print('Postbag has stopped')
        process.exit(0)
      },
      (error) => fail(error),
    )
  }
  process.on('SIGINT', request)
  process.on('SIGTERM', request)
  const parent = process.ppid
  if (startedByNpm())
    setInterval(() => !stopping && process.ppid !== parent && request(), 500).unref()
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  logger.debug({ error })
  process.exit(1)
}

async function main(): Promise<void> {
  const config = readConfig()
  logger.level = config.logLevel
  const parts = readParts()
  const services = await openServices(config)
  const web = parts.web ? await startWeb(services) : undefined
  const workers = parts.worker ? startWorkers(services) : undefined
  onShutdown(() => shutDown(services, web?.server, workers))
  // last: who reads this may tell the process to end at once
  print(web?.news ?? 'The Postbag worker is running')
}

// a process that is in an unknown state ends; PostgreSQL keeps what was promised
process.on('unhandledRejection', (reason) => {
  logger.fatal({ reason: String(reason), stack: (reason as Error)?.stack }, 'unhandled rejection')
  process.exit(1)
})

main().catch(fail)
