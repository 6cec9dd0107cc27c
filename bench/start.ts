/**
 * From `npm start` to an answering page: in a fresh clone without packages (npm's own cache as it
 * is), on a new data directory, and on that directory again.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../src/platform/free-port'
import { waitUntil } from '../tests/support/wait-until'
import { figure, median, printTable } from './support/figures'

const turns = Number(process.env.BENCH_TURNS ?? 3)
const limitMs = 180_000

async function startSeconds(project: string, dataDirectory: string): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: dataDirectory, PORT: String(port), LOG_LEVEL: 'warn' }
  const startedAt = performance.now()
  const service = spawn('npm', ['start'], { cwd: project, env, stdio: 'ignore' })
  const ended = new Promise((done) => service.once('exit', done))
  const page = `http://127.0.0.1:${port}/`
  await waitUntil('the page answers', async () => (await fetch(page)).ok, limitMs)
  const seconds = (performance.now() - startedAt) / 1000
  service.kill('SIGTERM')
  await ended
  const isGone = () =>
    fetch(page).then(
      () => false,
      () => true,
    )
  await waitUntil('the service has stopped', isGone, limitMs)
  return seconds
}

async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'postbag-start-'))
  chmodSync(place, 0o755)
  const clone = join(place, 'clone')
  execFileSync('git', ['clone', '-q', resolve('.'), clone])
  const bare = await startSeconds(clone, join(place, 'bare'))
  const fresh: number[] = []
  const again: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    fresh.push(await startSeconds(resolve('.'), join(place, `data-${turn}`)))
    again.push(await startSeconds(resolve('.'), join(place, `data-${turn}`)))
  }
  printTable('From npm start to an answering page, seconds', [
    ['fresh clone', 'new data', 'old data'],
    [figure(bare), figure(median(fresh)), figure(median(again))],
  ])
  rmSync(place, { recursive: true, force: true })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
