import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { type Cluster, urlOf } from './embedded-postgres-cluster'
import type { Place } from './embedded-postgres-place'
import { createClient } from './postgres-client'

const run = promisify(execFile)
const answerTimeoutMs = 1000

/**
 * Finds a server that already runs on the data directory: of another process of ours, or one that
 * a kill -9 left behind.
 * @returns its port, or undefined when none answers
 */
export async function findRunningServer(cluster: Cluster): Promise<number | undefined> {
  const port = readPidFile(cluster)?.port
  return port && (await answers(urlOf(cluster, port, 'postgres'))) ? port : undefined
}

/**
 * Deletes a postmaster.pid whose process number has since gone to some other program (a restarted
 * container, a rebooted machine). PostgreSQL would see a live process and refuse to start.
 */
export async function removeStalePidFile(cluster: Cluster): Promise<void> {
  const found = readPidFile(cluster)
  if (!found || (await servesDirectory(found.pid, cluster))) return
  fs.rmSync(pidFileOf(cluster), { force: true })
}

function pidFileOf(cluster: Cluster): string {
  return path.join(cluster.place.dataDirectory, 'postmaster.pid')
}

/** The first line is the process number, the fourth the port (storage/pidfile.h of PostgreSQL). */
function readPidFile(cluster: Cluster): { pid: number; port: number | undefined } | undefined {
  let lines: string[]
  try {
    lines = fs.readFileSync(pidFileOf(cluster), 'utf8').split('\n')
  } catch {
    return undefined
  }
  return { pid: Number(lines[0]), port: Number(lines[3]) || undefined }
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({
    connectionString: url,
    connectionTimeoutMillis: answerTimeoutMs,
    query_timeout: answerTimeoutMs,
  })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A PostgreSQL server works in its data directory; where that cannot be seen, its command tells. */
async function servesDirectory(pid: number, { place }: Cluster): Promise<boolean> {
  if (!isAlive(pid)) return false
  switch (process.platform) {
    case 'win32':
      return true
    case 'linux': {
      // asked as the account of the server: in a container even root may not look at others
      const link = await outputOf('readlink', [`/proc/${pid}/cwd`], place)
      return link.trim() === fs.realpathSync(place.dataDirectory)
    }
    default:
      return (await outputOf('ps', ['-p', `${pid}`, '-o', 'command='], place)).includes(
        place.dataDirectory,
      )
  }
}

async function outputOf(command: string, args: string[], { account }: Place): Promise<string> {
  const { stdout } = await run(command, args, { ...account, cwd: '/' }).catch(() => ({
    stdout: '',
  }))
  return stdout
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
