import { createToken } from '../../src/accounts/token.store'
import { queueSorts, queueStates } from '../../src/moderation/queue.store'
import { decideMany, postMany } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

type Card = { id: string; created_at: string; priority: number; risk: number; reports: number }

let postbag: Postbag
const sizes: Record<string, number> = {}
beforeAll(async () => {
  postbag = await startPostbag()
  for (const [action, status, count] of [
    ['hold', 'held', 37],
    ['approve', 'approved', 21],
    ['reject', 'rejected', 18],
    ['spam', 'spam', 11],
  ] as const) {
    await decideMany(postbag, await postMany(postbag, count), action)
    sizes[status] = count
  }
  sizes.pending = 0
  const ids = async (status: string, limit: number) =>
    (
      await postbag.services.db.pool.query(
        'SELECT id, site_id FROM comments WHERE status = $1 ORDER BY id LIMIT $2',
        [status, limit],
      )
    ).rows
  sizes.reported = 9
  for (const { id } of await ids('approved', 9))
    await postbag.reader('POST', `/api/v1/comments/${id}/reports`, { reason: 'spam' })
  sizes.appealed = 8
  for (const { id, site_id } of await ids('rejected', 8))
    await postbag.services.db.prisma.appeal.create({
      data: { commentId: id, siteId: site_id, text: 'Please look again.' },
    })
  // many ties, so that the order has to be settled by time and id
  await postbag.services.db.pool.query(
    `UPDATE comments SET priority = (ascii(left(id::text, 1)) + length(author_name)) % 4,
       risk = ((ascii(right(id::text, 1)) % 5)::real / 7)::real`,
  )
})
afterAll(() => postbag.stop())

const queue = (query: string) => postbag.admin('GET', `/queue?site=daily&${query}`)

async function everyPage(query: string): Promise<Card[]> {
  const cards: Card[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null && page < 100; page++) {
    const { status, body } = await queue(`${query}${cursor && `&cursor=${cursor}`}`)
    expect(status).toBe(200)
    cards.push(...body.items)
    cursor = body.next_cursor
  }
  return cards
}

const keys: Record<string, (card: Card) => (number | string)[]> = {
  priority: ({ priority, created_at, id }) => [-priority, created_at, id],
  risk: ({ risk, created_at, id }) => [-risk, created_at, id],
  oldest: ({ created_at, id }) => [created_at, id],
  newest: ({ created_at, id }) => [created_at, id],
}
const compare = (one: (number | string)[], other: (number | string)[]): number => {
  const at = one.findIndex((value, index) => value !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1
}

describe.each(queueStates)('the queue of what is %s', (state) => {
  test.each(queueSorts)('shows each card once and in order, by %s', async (sort) => {
    const cards = await everyPage(`state=${state}&sort=${sort}&limit=7`)
    expect(cards.length).toBe(sizes[state] ?? 0)
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    const keyOf = keys[sort] ?? (() => [])
    const ordered = cards.toSorted((one, other) => compare(keyOf(one), keyOf(other)))
    if (sort === 'newest') ordered.reverse()
    expect(cards.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
    const { body } = await queue(`state=${state}&sort=${sort}&limit=100`)
    expect(body.total).toBe(sizes[state] ?? 0)
    expect(body.next_cursor).toBeNull()
    expect(body.items.map(({ id }: Card) => id)).toEqual(cards.map(({ id }) => id))
  })
})

test('the usual queue is what is held, most urgent first, 25 at a time', async () => {
  const { body } = await queue('')
  expect(body.items.map(({ id }: Card) => id)).toEqual(
    (await everyPage('state=held&sort=priority&limit=100')).slice(0, 25).map(({ id }) => id),
  )
})

test.each([
  'state=waiting',
  'sort=worst',
  'limit=0',
  'limit=101',
  'cursor=x',
  'state=held&state=spam',
])('?%s is refused with 400', async (query) => {
  const { status, body } = await queue(query)
  expect(status).toBe(400)
  expect(body.errors).toEqual([{ field: query.split('=')[0], message: expect.any(String) }])
})

test('a card shows what the rules found, where in the text, and the scores', async () => {
  await postbag.admin('PUT', '/sites/daily/banks/suspect', { kind: 'words', entries: ['conger'] })
  const { id, status } = await postbag.judged({ author: 'Ada', body: 'I saw a c0nger, a CONGER!' })
  expect(status).toBe('held')
  const card = (await everyPage('state=held&limit=100')).find((one) => one.id === id)
  expect(card).toMatchObject({
    site: 'daily',
    article: { slug: 'harbour-wall', title: 'The harbour wall' },
    author: 'Ada',
    status: 'held',
    reason: 'suspect_word',
    claimed_by: null,
    scores: { spam: expect.any(Number), toxicity: expect.any(Number) },
    findings: expect.arrayContaining([
      expect.objectContaining({
        rule: expect.any(String),
        version: expect.any(Number),
        mode: 'live',
        action: 'hold',
        reason: 'suspect_word',
        spans: expect.arrayContaining([{ start: 18, end: 24 }]),
      }),
    ]),
  })
})

describe('claims', () => {
  const { now } = Date
  const claim = (token: string, limit: number) =>
    postbag.admin('POST', '/queue/claims', { site: 'daily', limit }, token)
  const newToken = async () => {
    const token = { name: 'claims', role: 'moderator' as const, siteId: null, madeBy: null }
    return (await createToken(postbag.services.db, token)).secret
  }
  const expireAll = () =>
    postbag.services.db.pool.query("UPDATE review_items SET claim_until = now() - interval '1 s'")
  beforeEach(() =>
    postbag.services.db.pool.query('UPDATE review_items SET claimed_by = NULL, claim_until = NULL'),
  )

  test('eight moderators at once never get the same card', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, newToken))
    const claims = await Promise.all(tokens.map((token) => claim(token, 5)))
    const ids = claims.flatMap(({ body }) => body.items.map(({ id }: Card) => id))
    expect(new Set(ids).size).toBe(ids.length)
    // 38 are held
    expect(ids.length).toBe(38)
    for (const { body } of claims)
      for (const { claim_until } of body.items) {
        const seconds = (Date.parse(claim_until) - now()) / 1000
        expect(seconds).toBeGreaterThan(280)
        expect(seconds).toBeLessThanOrEqual(301)
      }
    const { body } = await queue('state=held&limit=100')
    for (const { claimed_by } of body.items) expect(claimed_by).toMatch(/^(token|moderator):/)
  })

  test('the most urgent come first; who claims again keeps what is theirs', async () => {
    const token = await newToken()
    const wanted = (await everyPage('state=held&sort=priority&limit=100')).slice(0, 4)
    const first = await claim(token, 4)
    expect(first.body.items.map(({ id }: Card) => id)).toEqual(wanted.map(({ id }) => id))
    const again = await claim(token, 4)
    expect(again.body.items.map(({ id }: Card) => id)).toEqual(wanted.map(({ id }) => id))
  })

  test('a claim that has run out is free for others', async () => {
    const [one, other] = [await newToken(), await newToken()]
    const first = (await claim(one, 38)).body.items
    expect((await claim(other, 10)).body.items).toEqual([])
    await expireAll()
    expect((await queue('state=held')).body.items[0].claimed_by).toBeNull()
    expect((await claim(other, 100)).body.items.map(({ id }: Card) => id).sort()).toEqual(
      first.map(({ id }: Card) => id).sort(),
    )
  })

  test('a claim is given back by who holds it, and by nobody else', async () => {
    const [one, other] = [await newToken(), await newToken()]
    const [card] = (await claim(one, 1)).body.items
    const drop = (token: string) =>
      postbag.admin('DELETE', `/queue/claims/${card.id}`, undefined, token)
    expect((await drop(other)).status).toBe(404)
    expect((await drop(one)).status).toBe(204)
    expect((await drop(one)).status).toBe(404)
    expect((await claim(other, 1)).body.items[0].id).toBe(card.id)
  })

  test('a decision ends the claim', async () => {
    const [card] = (await claim(await newToken(), 1)).body.items
    await postbag.admin('POST', `/comments/${card.id}/decisions`, { action: 'spam' })
    await postbag.admin('POST', `/comments/${card.id}/decisions`, { action: 'hold' })
    const held = await everyPage('state=held&limit=100')
    expect(held.find(({ id }) => id === card.id)).toMatchObject({ claimed_by: null })
  })

  test.each([{ limit: 0 }, { limit: 101 }, { limit: '5' }, { site: 5 }, { more: 1 }])(
    '%j is refused',
    async (body) => {
      expect((await postbag.admin('POST', '/queue/claims', body)).status).toBe(422)
    },
  )
})

test('what is posted while the queue is looked at shows up in it', async () => {
  const { body } = await postbag.post({ author: 'Late', body: 'Am I too late for the queue?' })
  await waitUntil('it is in the queue', async () =>
    (await everyPage('state=held&sort=newest&limit=100')).some(({ id }) => id === body.id),
  )
})
