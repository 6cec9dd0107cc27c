import { promiseOverdue, takeOutbox } from '../../src/comments/outbox.store'
import { openPendingComments } from '../../src/comments/pending-comments.queue'
import { reconcile, relayOutbox } from '../../src/comments/relay-outbox.flow'
import { connectQueues } from '../../src/platform/queue-connection'
import { countPending } from '../support/history'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { startPostbag } from '../support/postbag'
import { describeOnBackends } from '../support/redis'
import { plainText, saveComments } from '../support/saved-comments'
import { waitUntil } from '../support/wait-until'

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom.close())

const save = (count: number) =>
  saveComments(
    newsroom,
    Array.from({ length: count }, (_, index) => ({ body: plainText(index) })),
  )

const promised = async () => {
  const { rows } = await newsroom.db.pool.query<{ comment_id: string }>(
    'SELECT comment_id FROM outbox ORDER BY id',
  )
  return rows.map(({ comment_id }) => comment_id)
}

describe('the relay', () => {
  test('leaves the promises where they are when the queue is away', async () => {
    const ids = await save(7)
    const queues = connectQueues({
      databaseUrl: newsroom.databaseUrl,
      redisUrl: 'redis://127.0.0.1:1/0',
    })
    const pending = openPendingComments(queues)
    await expect(relayOutbox(newsroom.db, pending)).rejects.toThrow()
    expect(await promised()).toEqual(ids)
    await pending.close()
    await queues.close()
  })

  test('hands everything over once when several relays run at once', async () => {
    const ids = await save(300)
    const handedOver: string[] = []
    const relay = async () => {
      const take = () =>
        takeOutbox(newsroom.db, 20, async (taken) => {
          handedOver.push(...taken)
        })
      while ((await take()) > 0);
    }
    await Promise.all([relay(), relay(), relay(), relay()])
    expect(handedOver.toSorted()).toEqual(ids.toSorted())
    expect(await promised()).toEqual([])
  })

  test('hands over again what a relay took that died before it was done', async () => {
    const ids = await save(5)
    const failing = takeOutbox(newsroom.db, 10, async () => {
      throw new Error('It died.')
    })
    await expect(failing).rejects.toThrow('It died.')
    const handedOver: string[] = []
    await takeOutbox(newsroom.db, 10, async (taken) => {
      handedOver.push(...taken)
    })
    expect(handedOver.toSorted()).toEqual(ids.toSorted())
  })
})

describe('Q1: while the queue is slow', () => {
  const taken = (most = 10) =>
    new Promise<string[]>((resolve, reject) => {
      takeOutbox(newsroom.db, most, async (ids) => resolve(ids)).then(() => resolve([]), reject)
    })
  /** A relay that dies while it hands over. */
  const takeAndDie = () =>
    new Promise<string[]>((resolve) => {
      void takeOutbox(newsroom.db, 10, (ids) => {
        resolve(ids)
        return new Promise<never>(() => undefined)
      })
    })

  test('the relay has no open transaction', async () => {
    await save(2)
    let open: unknown
    await takeOutbox(newsroom.db, 10, async () => {
      const { rows } = await newsroom.db.pool.query(
        `SELECT state FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      )
      open = rows
    })
    expect(open).toEqual([])
    expect(await promised()).toEqual([])
  })

  test('no other relay takes the entries until the lease of a dead relay has ended', async () => {
    const ids = await save(3)
    expect(await takeAndDie()).toEqual(ids)
    expect(await taken()).toEqual([])
    expect(await promised()).toEqual(ids)
    await newsroom.db.pool.query(
      "UPDATE outbox SET taken_until = taken_until - interval '10 seconds'",
    )
    expect(await taken()).toEqual(ids)
  })

  test('a relay of the previous release can take leased entries, so no promise is lost', async () => {
    const ids = await save(3)
    expect(await takeAndDie()).toEqual(ids)
    const { rows } = await newsroom.db.pool.query<{ comment_id: string }>(
      `DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING comment_id`,
    )
    expect(rows.map(({ comment_id }) => comment_id).toSorted()).toEqual(ids.toSorted())
  })
})

describe('the reconciler', () => {
  const agePromises = (seconds: number, promises: number) =>
    newsroom.db.pool.query(
      "UPDATE comments SET promised_at = now() - interval '1 second' * $1, promises = $2",
      [seconds, promises],
    )

  test('promises again what a queue forgot', async () => {
    const ids = await save(5)
    await newsroom.db.pool.query('DELETE FROM outbox')
    expect(await promiseOverdue(newsroom.db, 100)).toBe(0)
    await agePromises(61, 1)
    expect(await promiseOverdue(newsroom.db, 100)).toBe(5)
    expect((await promised()).toSorted()).toEqual(ids.toSorted())
    expect(await promiseOverdue(newsroom.db, 100)).toBe(0)
  })

  test.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [4, 300],
    [100, 300],
  ])('after %i promises waits for %i seconds', async (promises, seconds) => {
    await save(1)
    await agePromises(seconds - 5, promises)
    expect(await promiseOverdue(newsroom.db, 100)).toBe(0)
    await agePromises(seconds + 5, promises)
    expect(await promiseOverdue(newsroom.db, 100)).toBe(1)
  })

  test('promises nothing twice when several processes reconcile at once', async () => {
    await save(40)
    await newsroom.db.pool.query('DELETE FROM outbox')
    await agePromises(61, 1)
    const counts = await Promise.all([1, 2, 3, 4].map(() => promiseOverdue(newsroom.db, 100)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(await promised()).toHaveLength(40)
  })

  test('does not promise what is decided', async () => {
    await save(3)
    await agePromises(3600, 1)
    await newsroom.db.pool.query("UPDATE comments SET status = 'held'")
    expect(await promiseOverdue(newsroom.db, 100)).toBe(0)
  })
})

describeOnBackends('comments that the queue forgot', (backend) => {
  test('are judged after all', async () => {
    const postbag = await startPostbag({ redisUrl: backend.redisUrl, worker: false })
    try {
      const { db } = postbag.services
      const place = { ...postbag, db }
      const ids = await saveComments(place, [{ body: plainText(1) }, { body: plainText(2) }])
      await waitUntil('they are handed to the queue', async () => {
        const { rows } = await db.pool.query('SELECT FROM outbox')
        return rows.length === 0
      })
      const queue = postbag.services.queues.queue('pending-comments')
      await queue.current().obliterate({ force: true })
      await queue.close()
      postbag.startWorkers()
      await db.pool.query("UPDATE comments SET promised_at = now() - interval '61 seconds'")
      await reconcile(db)
      await waitUntil('they are judged', async () => (await countPending(db, ids)) === 0)
    } finally {
      await postbag.stop()
    }
  })
})
