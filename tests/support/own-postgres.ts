import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil } from './wait-until'

export type OwnPostgres = {
  url: string
  /** Sends a signal to the postmaster. After a kill it is started again at the same address. */
  signal(signal: NodeJS.Signals): void
  /** Suspends every process of the server, or resumes them. */
  freeze(isFrozen: boolean): void
  stop(): Promise<void>
}

/** @returns the pid of the postmaster in a directory of the embedded PostgreSQL */
export const serverPidIn = (directory: string): number =>
  Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** @returns the pids of the child processes */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

/** Starts a PostgreSQL that a test may kill. The service uses it as an external one, by DATABASE_URL. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'postbag-postgres-'))
  // if root runs the tests, PostgreSQL runs under another account
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
      // a suspended process would not handle the signal
      freeze(false)
      child.kill('SIGTERM')
      await exited
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
