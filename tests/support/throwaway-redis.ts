import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { freePort } from '../../src/platform/free-port'
import { stopWhenWeDie } from '../../src/platform/watchdog'

export type ThrowawayRedis = { url: string; stop(): Promise<void> }

/**
 * Starts a Redis of the machine on a free loopback port, or a given one, with nothing kept on disk.
 * @returns undefined where there is no `redis-server` on the PATH
 */
export async function startThrowawayRedis(
  wantedPort?: number,
): Promise<ThrowawayRedis | undefined> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postbag-redis-'))
  const port = wantedPort ?? (await freePort())
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory]
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const ready = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve(true)
    })
    exited.then(() => resolve(false))
  })
  if (!(await ready) || !child.pid) {
    fs.rmSync(directory, { recursive: true })
    return undefined
  }
  const callOff = stopWhenWeDie(child.pid)
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      callOff()
      child.kill('SIGKILL')
      await exited
      fs.rmSync(directory, { recursive: true, force: true })
    },
  }
}
