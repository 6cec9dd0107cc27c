import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export type Usage = { cpuMs: number; rssMegabytes: number }

export type MeasuredProcess = {
  /** The first address that it printed, "" when it listens on none. */
  url: string
  /** CPU time since its start and memory now; PostgreSQL and Redis are processes of their own. */
  usage(): Promise<Usage>
  stop(): Promise<void>
}

/** Starts a program of this project in a process of its own and waits until it prints `ready`. */
export async function startMeasured(
  file: string,
  { parameters = [], env, ready }: { parameters?: string[]; env: object; ready: RegExp },
): Promise<MeasuredProcess> {
  const profile = process.env.BENCH_PROFILE
  const child = fork(resolve(file), parameters, {
    execArgv: [
      '--import',
      'tsx',
      '--import',
      resolve('bench/support/report-usage.ts'),
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
    ],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const killWithUs = () => void child.kill('SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  const output = await outputUntil(child, ready)
  return {
    url: /https?:\/\/[\w.:[\]]+/.exec(output)?.[0] ?? '',
    usage: async () => {
      child.send('usage')
      const [{ cpuMicroseconds, rss }] = await once(child, 'message')
      return { cpuMs: cpuMicroseconds / 1000, rssMegabytes: rss / 1e6 }
    },
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

function outputUntil(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolveOutput, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (ready.test(output)) resolveOutput(output)
    })
    child.once('exit', (code) => reject(new Error(`It ended with code ${code}: ${output}`)))
  })
}

/** Postbag itself, or one part of it, on a database. */
export const startPostbagProcess = (
  place: { databaseUrl: string; dataDirectory: string },
  { only, redisUrl }: { only?: 'web' | 'worker'; redisUrl?: string | undefined } = {},
): Promise<MeasuredProcess> =>
  startMeasured('src/server.ts', {
    parameters: only ? [`--only=${only}`] : [],
    env: {
      DATABASE_URL: place.databaseUrl,
      DATA_DIR: place.dataDirectory,
      REDIS_URL: redisUrl ?? '',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    ready: /is listening on|worker is running/,
  })
