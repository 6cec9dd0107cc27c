import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { promisify } from 'node:util'
import { postgresEnvironment } from './embedded-postgres-binaries'
import type { Cluster } from './embedded-postgres-cluster'
import { stopWhenWeDie } from './watchdog'

const run = promisify(execFile)
const isWindows = process.platform === 'win32'
const keptLogCharacters = 8000
const fastShutdownLimitMs = 20_000

/** A server process of ours that accepts connections. */
export type PostgresServer = {
  /** settles with the end of the process, whatever ended it */
  exited: Promise<void>
  /** closes all connections, writes a checkpoint and waits for the end of the process */
  stop(): Promise<void>
}

/** The server could not start now but may soon: another one is starting, stopping or on the port. */
export class StartConflict extends Error {}

/**
 * Starts PostgreSQL on a cluster and waits until it accepts connections.
 * @param settings entries of postgresql.conf, port included
 * @throws StartConflict when trying again makes sense, Error with its log when not
 */
export async function launchServer(
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<PostgresServer> {
  const child = spawnServer(cluster, settings)
  const callOff = child.pid ? stopWhenWeDie(child.pid, cluster.place.account) : () => undefined
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      callOff()
      resolve()
    })
  })
  await untilReady(child)
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return { exited, stop: () => stopServer(child, exited, cluster) }
}

function spawnServer(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const { place, binaries } = cluster
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return spawn(binaries.program('postgres'), ['-D', place.dataDirectory, ...options], {
    ...place.account,
    cwd: place.directory,
    env: postgresEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C in a terminal must reach us alone: we drain first and stop the database last
    detached: !isWindows,
    windowsHide: true,
  })
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.once('error', reject)
    child.once('close', (code) => reject(startFailure(code, log)))
    child.stderr?.on('data', (chunk: Buffer) => {
      // read for as long as it runs, or the pipe would fill up and stop it
      log = (log + chunk.toString()).slice(-keptLogCharacters)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

/** A server that was killed holds its shared memory and its port for a moment longer. */
function startFailure(code: number | null, log: string): Error {
  const mayPass =
    /lock file "postmaster\.pid" (already exists|is empty)|shared memory block .* still in use|could not create any TCP\/IP sockets/
  const message = `PostgreSQL ended at start with code ${code}:\n${log}`
  return mayPass.test(log) ? new StartConflict(message) : new Error(message)
}

async function stopServer(
  child: ChildProcess,
  exited: Promise<void>,
  { place, binaries }: Cluster,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // or this process could end before the server has
  child.ref()
  if (isWindows) {
    await run(binaries.program('pg_ctl'), ['stop', '-D', place.dataDirectory, '-m', 'fast', '-w'])
    return
  }
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT the immediate one with recovery at the next start
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), fastShutdownLimitMs)
  await exited
  clearTimeout(impatience)
}
