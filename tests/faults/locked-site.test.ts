import { saveArticle } from '../../src/articles/article.store'
import { type Database, openDatabase } from '../../src/platform/database'
import { createSite } from '../../src/sites/site.store'
import { historiesOf } from '../support/history'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'
import { plainText, saveComments } from '../support/saved-comments'
import { solve } from '../support/solve'
import { waitUntil } from '../support/wait-until'

jest.setTimeout(60_000)

type Place = { id: string; slug: string; article: { slug: string } }
type Posted = Reply & { ms: number }

let postbag: Postbag
/** Holds the locks, on its own connections. */
let stranger: Database
let open: Place
let locked: Place
beforeEach(async () => {
  postbag = await startPostbag({ worker: false })
  stranger = openDatabase(postbag.services.config.databaseUrl ?? '')
  open = await addSite('open')
  locked = await addSite('locked')
})
afterEach(async () => {
  await unlock()
  await stranger.close()
  await postbag.stop()
})

async function addSite(slug: string): Promise<Place> {
  const { db } = postbag.services
  const site = await createSite(db, { slug, name: slug }, 'test')
  if (!site) throw new Error('The site was not made.')
  const settings = {
    captcha_min_age_ms: 0,
    limits: { min_fill_seconds: null, author_per_hour: null, network_per_hour: null },
  }
  await db.prisma.site.update({ where: { id: site.id }, data: { settings } })
  const article = { slug: 'news', title: 'News', paragraphs: [] }
  await saveArticle(db, site.id, article)
  return { id: site.id, slug, article }
}

let written = 0

async function post({ slug }: Place): Promise<Posted> {
  const startedAt = performance.now()
  const article = `/api/v1/sites/${slug}/articles/news`
  const asked = await postbag.reader('GET', `${article}/challenge`)
  const { body: challenge } = asked
  if (asked.status !== 200) return { ...asked, ms: performance.now() - startedAt }
  const reply = await postbag.reader('POST', `${article}/comments`, {
    author: 'Ada',
    body: plainText(written++),
    captcha: { token: challenge.token, answer: solve(challenge.question) },
  })
  return { ...reply, ms: performance.now() - startedAt }
}

const many = (count: number, place: Place) =>
  Promise.all(Array.from({ length: count }, () => post(place)))

/** The rows that another transaction locks. */
const locks = {
  'chain of events': 'SELECT FROM audit_heads WHERE chain = ANY($1) FOR UPDATE',
  'own row': 'SELECT FROM sites WHERE id::text = ANY($1) FOR UPDATE',
}

/** Releases the locks. */
let unlock = async () => {}

async function lock(places: readonly Place[], statement: string): Promise<void> {
  const client = await stranger.pool.connect()
  await client.query('BEGIN')
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
  await client.query(statement, [places.map(({ id }) => id)])
  unlock = async () => {
    unlock = async () => {}
    await client.query('ROLLBACK')
    client.release()
  }
}

const judged = (ids: readonly string[]) =>
  waitUntil('they are judged', async () =>
    (await historiesOf(stranger, ids)).every(({ status }) => status !== 'pending'),
  )

test.each(Object.entries(locks))(
  'Q3: while the %s of a site is locked, another site accepts and judges posts as usual',
  async (_what, statement) => {
    postbag.startWorkers()
    await lock([locked], statement)
    const refused = many(60, locked)
    const ids: string[] = []
    for (let round = 0; round < 10; round++) {
      const { status, body, ms } = await post(open)
      expect({ status, isQuick: ms < 2000 }).toEqual({ status: 202, isQuick: true })
      ids.push(body.id)
    }
    await judged(ids)
    for (const { status, headers, ms } of await refused) {
      expect({ status, retryAfter: headers.get('retry-after') }).toEqual({
        status: 503,
        retryAfter: '2',
      })
      expect(ms).toBeLessThan(6000)
    }
    await unlock()
    const idOf = ({ status, body }: Posted): string => (status === 202 ? body.id : '')
    const after = await waitUntil('it takes posts again', async () => idOf(await post(locked)))
    await judged([after])
  },
)

test('Q3: only the comments of a locked site wait for it, and none is held because of it', async () => {
  const { db } = postbag.services
  const ids: Record<string, string[]> = { open: [], locked: [] }
  for (let round = 0; round < 10; round++)
    for (const site of [open, locked])
      ids[site.slug]?.push(
        ...(await saveComments({ db, site, article: site.article }, [
          { body: plainText(10_000 + written++) },
        ])),
      )
  await lock([locked], locks['chain of events'])
  postbag.startWorkers()
  await judged(ids.open ?? [])
  const waiting = await historiesOf(stranger, ids.locked ?? [])
  expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set(['pending']))
  await unlock()
  await judged(ids.locked ?? [])
  for (const { decisions } of await historiesOf(stranger, ids.locked ?? []))
    expect(decisions).toMatchObject([{ actor: 'rules' }])
})

test('Q3: twenty locked sites do not block a site that is not locked', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `locked-${index}`)
  const sites = await Promise.all(names.map(addSite))
  await lock(sites, locks['chain of events'])
  let isOver = false
  const pressing = sites.map(async (site) => {
    while (!isOver) expect((await post(site)).status).toBe(503)
  })
  const isTaken = async () => (await post(open)).status === 202
  // the first post of each site has to run into the lock
  await waitUntil('another site is served', isTaken, 10_000)
  const answers: Posted[] = []
  while (answers.length < 20) answers.push(await post(open))
  isOver = true
  await Promise.all(pressing)
  const quick = answers.filter(({ status, ms }) => status === 202 && ms < 3000)
  expect(quick.length).toBeGreaterThanOrEqual(18)
  await unlock()
  for (const site of sites)
    await waitUntil('each takes posts again', async () => (await post(site)).status === 202)
})
