import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPendingComments } from '../../src/comments/pending-comments.queue'
import { connectQueues, prepareQueueTables } from '../../src/platform/queue-connection'
import { countPending, historiesOf } from '../support/history'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { describeOnBackends } from '../support/redis'
import { plainText, saveComments } from '../support/saved-comments'
import { waitUntil } from '../support/wait-until'

jest.setTimeout(60_000)

const poison = 'kaboom'

describeOnBackends('a comment that kills its worker', (backend) => {
  const prefix = `crash-${process.pid}`
  const dataDirectory = mkdtempSync(join(tmpdir(), 'postbag-crash-'))
  let newsroom: Newsroom
  let worker: ChildProcess | undefined
  beforeAll(async () => {
    newsroom = await openNewsroom()
    await prepareQueueTables(newsroom.db.pool)
  })
  afterAll(async () => {
    if (worker && worker.exitCode === null && worker.signalCode === null) {
      worker.kill('SIGKILL')
      await once(worker, 'exit')
    }
    await newsroom.close()
    rmSync(dataDirectory, { recursive: true })
  })

  const startWorker = () =>
    spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/support/run-poisoned-worker.ts', poison, prefix],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          DATABASE_URL: newsroom.databaseUrl,
          REDIS_URL: backend.redisUrl ?? '',
          DATA_DIR: dataDirectory,
          LOG_LEVEL: 'fatal',
        },
      },
    )

  /** The dead worker's claim lapses after seconds, and the queue gives its job away; both right now. */
  async function letTimePass(ids: string[]) {
    await newsroom.db.pool.query(
      "UPDATE comments SET judging_until = now() - interval '1 second' WHERE judging_until IS NOT NULL",
    )
    const queues = connectQueues({
      databaseUrl: newsroom.databaseUrl,
      redisUrl: backend.redisUrl,
      prefix,
    })
    const pending = openPendingComments(queues)
    await pending.moderateLater(ids)
    await pending.close()
    await queues.close()
  }

  test('twice is held for a person, and its neighbours in the batch are judged as ever', async () => {
    const texts = Array.from({ length: 12 }, (_, number) => plainText(number))
    texts[5] = `Somebody typed ${poison} and nobody knows why it hurts.`
    const ids = await saveComments(
      newsroom,
      texts.map((body, number) => ({
        body,
        author: `Reader ${number}`,
        address: `203.0.${number}.1`,
      })),
    )
    let deaths = 0
    while ((await countPending(newsroom.db, ids)) > 0) {
      worker = startWorker()
      const died = once(worker, 'exit')
      const allJudged = waitUntil(
        'every comment is judged',
        async () => (await countPending(newsroom.db, ids)) === 0,
        20_000,
      )
      const signal = await Promise.race([died.then(([, by]) => by), allJudged.then(() => 'done')])
      if (signal === 'done') break
      expect(signal).toBe('SIGKILL')
      allJudged.catch(() => undefined)
      deaths++
      await letTimePass(ids)
    }
    expect(deaths).toBe(2)
    const histories = await historiesOf(newsroom.db, ids)
    const [poisonous] = histories.splice(5, 1)
    expect(poisonous).toMatchObject({
      status: 'held',
      version: 1,
      evaluations: 0,
      decisions: [{ reason: 'worker_crash', actor: 'system', to: 'held' }],
    })
    for (const history of histories)
      expect(history).toMatchObject({
        status: 'held',
        version: 1,
        evaluations: 1,
        decisions: [{ reason: 'premoderation', actor: 'rules' }],
      })
  })
})
