import { type ChildProcess, spawn } from 'node:child_process'
import { waitUntil } from './wait-until'

export type ServerProcess = {
  /** Where it says that it listens; "" for a worker. */
  url: string
  child: ChildProcess
  /** Its exit code, or null after a signal. */
  exited: Promise<number | null>
  output(): string
  complaint(): string
  /** Sends SIGTERM. @returns the exit code */
  stop(): Promise<number | null>
}

type Launched = Omit<ServerProcess, 'url'>

const running = new Set<ChildProcess>()

/** To be called after each test: a test that failed leaves nothing behind. */
export async function killServers(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          child.once('close', resolve)
          child.kill('SIGKILL')
        }),
    ),
  )
}

/** Starts the program that `npm start` starts, on 127.0.0.1 and a free port unless told otherwise. */
export function launchServer(env: Record<string, string>, ...parameters: string[]): Launched {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts', ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'fatal', ...env },
  })
  running.add(child)
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return {
    child,
    exited,
    output: () => output,
    complaint: () => complaint,
    stop: () => {
      child.kill('SIGTERM')
      return exited
    },
  }
}

const ready = /Postbag is listening on (\S+)|The Postbag worker is running/

/** @returns once it serves, or works */
export async function startServer(
  env: Record<string, string>,
  ...parameters: string[]
): Promise<ServerProcess> {
  const launched = launchServer(env, ...parameters)
  const isReady = waitUntil(
    'the server says that it is ready',
    () => ready.exec(launched.output()),
    25_000,
  )
  const match = await Promise.race([
    isReady,
    launched.exited.then((code) => {
      throw new Error(`It ended with code ${code}: ${launched.complaint()}`)
    }),
  ])
  return { ...launched, url: match?.[1] ?? '' }
}
