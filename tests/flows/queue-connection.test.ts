import {
  connectQueues,
  prepareQueueTables,
  type QueueConnection,
} from '../../src/platform/queue-connection'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { type SilentProxy, startSilentProxy } from '../support/silent-proxy'
import { waitUntil } from '../support/wait-until'

let newsroom: Newsroom
let proxy: SilentProxy
let queues: QueueConnection
beforeEach(async () => {
  newsroom = await openNewsroom()
  await prepareQueueTables(newsroom.db.pool)
  proxy = await startSilentProxy(newsroom.databaseUrl)
  queues = connectQueues({ databaseUrl: proxy.url })
})
afterEach(async () => {
  await queues.close()
  await proxy.stop()
  await newsroom.close()
})

test('Q1: a queue and a worker whose first connection failed work once the database answers', async () => {
  proxy.isClosed = true
  const queue = queues.queue<{ ids: string[] }>('first')
  const done: string[] = []
  const worker = queues.worker<{ ids: string[] }>('first', async (job) => {
    done.push(...job.data.ids)
  })
  await expect(queue.current().waitUntilReady()).rejects.toThrow()
  await expect(worker.current().waitUntilReady()).rejects.toThrow()
  proxy.isClosed = false
  await waitUntil('the queue takes a job', () =>
    queue
      .current()
      .addBulk([{ name: 'one', data: { ids: ['a'] } }])
      .then(() => true),
  )
  await waitUntil('the worker has done it', () => done.includes('a'))
  await Promise.all([queue.close(), worker.close()])
})

test('Q1: a queue that is closed before it could start starts no more', async () => {
  proxy.isClosed = true
  const queue = queues.queue('second')
  const first = queue.current()
  await expect(first.waitUntilReady()).rejects.toThrow()
  await queue.close()
  expect(queue.current()).toBe(first)
})
