import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

/** A Unix account; undefined wherever it is optional means the account of this process. */
export type Account = {
  uid: number
  gid: number
}

/**
 * Sends SIGINT to a child of ours when this process dies without a chance to do it itself (kill -9,
 * out of memory). A shell holds the other end of a pipe: our death, however sudden, closes it.
 * Windows has neither, and there the child outlives us until the next start.
 * @returns a function that calls the watchdog off
 */
export function stopWhenWeDie(pid: number, account?: Account): () => void {
  if (process.platform === 'win32') return () => undefined
  const watchdog = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${pid} 2>/dev/null`], {
    ...account,
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => undefined)
  watchdog.unref()
  if (watchdog.stdin instanceof Socket) watchdog.stdin.unref()
  return () => void watchdog.kill('SIGKILL')
}
