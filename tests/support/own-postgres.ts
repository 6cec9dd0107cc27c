import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil } from './wait-until'

export type OwnPostgres = {
  url: string
  /** To the process that takes the connections. A kill is followed by a start at the same address. */
  signal(signal: NodeJS.Signals): void
  /** Stops every process of the server, or lets all of them go on. */
  freeze(isFrozen: boolean): void
  stop(): Promise<void>
}

/** The number of the server process on a directory of the embedded PostgreSQL. */
export const serverPidIn = (directory: string): number =>
  Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** @returns the numbers of the processes that a process has started */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

/** A PostgreSQL of a test's own, which may be killed: a stranger to the service, as one with a DATABASE_URL is. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'postbag-postgres-'))
  // when root runs the tests, another account runs PostgreSQL
  chmodSync(directory, 0o755)
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/run-embedded-postgres.ts', directory],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exited = new Promise((resolve) => child.once('close', resolve))
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  await waitUntil('PostgreSQL reports its URL', () => output.includes('\n'), 25_000)
  const freeze = (isFrozen: boolean) => {
    const postmaster = serverPidIn(directory)
    const signal = isFrozen ? 'SIGSTOP' : 'SIGCONT'
    for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, signal)
  }
  return {
    url: JSON.parse(output).url,
    signal: (signal) => void process.kill(serverPidIn(directory), signal),
    freeze,
    stop: async () => {
      // or it would never hear that it has to end
      freeze(false)
      child.kill('SIGTERM')
      await exited
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
