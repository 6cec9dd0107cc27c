import { issueChallenge } from '../../src/captcha/challenge'
import { type Postbag, type Reply, startPostbag } from '../support/postbag'
import { solve } from '../support/solve'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const challenge = async () => (await postbag.reader('GET', `${postbag.articleApi}/challenge`)).body
const send = (captcha: unknown, body = 'The wall leans.', author = 'Ada') =>
  postbag.reader('POST', `${postbag.articleApi}/comments`, { author, body, captcha })
const countComments = async (): Promise<number> =>
  (await postbag.services.db.prisma.comment.count()) as number

function expectRefused(reply: Reply, message: RegExp): void {
  expect(reply.status).toBe(422)
  expect(reply.body.errors).toEqual([{ field: 'captcha', message: expect.stringMatching(message) }])
  expect(reply.body.challenge.question).toMatch(/^\d \+ \d =$/)
}

describe('a sum that is not there', () => {
  test.each([
    ['no captcha at all', undefined],
    ['null', null],
    ['an empty captcha', {}],
    ['an empty token', { token: '', answer: '9' }],
    ['a text for the captcha', 'token'],
    ['a list for the captcha', [{ token: 'x', answer: '9' }]],
    ['an object for the token', { token: { length: 3 }, answer: '9' }],
  ])('%s is refused', async (_name, captcha) => {
    expectRefused(await send(captcha), /^Please solve the sum/)
  })

  test('a token or an answer in a list is refused, even when it is right', async () => {
    const { token, question } = await challenge()
    const answer = solve(question)
    const before = await countComments()
    for (const captcha of [
      { token: [token], answer },
      { token, answer: [answer] },
      { token, answer: { toString: answer } },
      { token: { 0: token }, answer },
      { token, answer: '' },
      { token, answer: ' ' },
      { token },
      { answer },
    ])
      expectRefused(await send(captcha), /^Please solve the sum/)
    expect(await countComments()).toBe(before)
    const { status } = await send({ token, answer })
    expect(status).toBe(202)
  })
})

describe('a token that is not ours', () => {
  test('changing any one byte of a token makes it worthless, and does not use it up', async () => {
    const { token, question } = await challenge()
    const answer = solve(question)
    const before = await countComments()
    for (let index = 0; index < token.length; index++) {
      const replaced = token[index] === 'A' ? 'B' : 'A'
      const tampered = token.slice(0, index) + replaced + token.slice(index + 1)
      expectRefused(await send({ token: tampered, answer }), /not one of ours/)
    }
    expect(await countComments()).toBe(before)
    expect((await send({ token, answer })).status).toBe(202)
  })

  test.each([
    ['without its signature', (token: string) => token.split('.')[0]],
    ['with an empty signature', (token: string) => `${token.split('.')[0]}.`],
    ['with a part more', (token: string) => `${token}.${token.split('.')[1]}`],
    ['with padding', (token: string) => `${token}=`],
    ['with white space', (token: string) => ` ${token} `],
    ['in capitals', (token: string) => token.toUpperCase()],
    ['without end', (token: string) => token.repeat(100)],
    ['with a NUL', (token: string) => `${token}\0x`],
  ])('a token %s is refused', async (_name, change) => {
    const { token, question } = await challenge()
    expectRefused(await send({ token: change(token), answer: solve(question) }), /not one of ours/)
  })

  test('the sum of another article, or of another site, is refused', async () => {
    await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
    for (const site of ['daily', 'weekly'])
      await postbag.admin('POST', `/sites/${site}/articles`, { slug: 'elsewhere', title: 'Else' })
    await postbag.admin('POST', '/sites/weekly/articles', { slug: 'harbour-wall', title: 'Same' })
    for (const place of [
      'sites/daily/articles/elsewhere',
      'sites/weekly/articles/elsewhere',
      'sites/weekly/articles/harbour-wall',
    ]) {
      const { body } = await postbag.reader('GET', `/api/v1/${place}/challenge`)
      const captcha = { token: body.token, answer: solve(body.question) }
      expectRefused(await send(captcha), /another article/)
    }
  })

  test('a sum that has expired, or was made in the future, is refused', async () => {
    const { db, keys } = postbag.services
    const site = await db.prisma.site.findUniqueOrThrow({ where: { slug: 'daily' } })
    const place = { siteId: site.id, articleId: postbag.article.id }
    for (const agoMs of [61_000, -120_000]) {
      const terms = { now: new Date(Date.now() - agoMs), minAgeMs: 0, ttlSeconds: 60 }
      const nonce = Buffer.alloc(16, agoMs & 0xff)
      const { token, question } = issueChallenge(keys.challenge, place, { ...terms, nonce })
      expectRefused(await send({ token, answer: solve(question) }), /has expired/)
    }
  })
})

describe('a sum is used once', () => {
  test('the same comment with the same sum is the first one again', async () => {
    const captcha = await postbag.captcha()
    const first = await send(captcha, 'Said once.')
    const again = await send(captcha, 'Said once.')
    const before = await countComments()
    expect([first.status, again.status]).toEqual([202, 202])
    expect(again.body).toEqual(first.body)
    const { rows } = await postbag.services.db.pool.query(
      "SELECT count(*) FROM comments WHERE body = 'Said once.'",
    )
    expect(rows[0].count).toBe(1)
    const other = await send(captcha, 'Said otherwise.')
    expect(other.status).toBe(409)
    expect(other.body.challenge.token).toEqual(expect.any(String))
    expect((await send(captcha, 'Said once.', 'Bob')).status).toBe(409)
    expect(await countComments()).toBe(before)
  })

  test('fifty at once with the same sum and the same text are one comment', async () => {
    const captcha = await postbag.captcha()
    const before = await countComments()
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => send(captcha, 'Everybody presses twice.')),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect(await countComments()).toBe(before + 1)
  })

  test('of fifty at once with the same sum and other texts one is accepted', async () => {
    const captcha = await postbag.captcha()
    const before = await countComments()
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send(captcha, `Replay number ${index}.`)),
    )
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([202, ...Array(49).fill(409)])
    expect(await countComments()).toBe(before + 1)
  })

  test('a wrong answer uses the sum up: the right one afterwards is refused', async () => {
    const { token, question } = await challenge()
    const right = Number(solve(question))
    expectRefused(await send({ token, answer: String(right + 1) }), /not the right answer/)
    expectRefused(await send({ token, answer: String(right) }), /already used/)
  })

  test('of all nineteen answers at once at most one counts', async () => {
    for (let round = 0; round < 5; round++) {
      const { token } = await challenge()
      const before = await countComments()
      await Promise.all(
        Array.from({ length: 19 }, (_, answer) => send({ token, answer: String(answer) })),
      )
      const made = (await countComments()) - before
      expect(made).toBeLessThanOrEqual(1)
      // whoever came first, nothing is left to guess at
      const { status } = await send({ token, answer: '9' }, 'Another text.')
      expect([409, 422]).toContain(status)
      expect(await countComments()).toBe(before + made)
    }
  })

  test('a form with a missing name keeps its sum', async () => {
    const captcha = await postbag.captcha()
    const refused = await send(captcha, 'A text.', '')
    expect(refused.body.errors).toEqual([
      { field: 'author', message: 'Please enter your name here' },
    ])
    expect((await send(captcha, 'A text.', 'Ada')).status).toBe(202)
  })
})

test('an answer that comes too early is refused, and does not use the sum up', async () => {
  const { body: settings } = await postbag.admin('PATCH', '/sites/daily/settings', {
    captcha_min_age_ms: 400,
  })
  expect(settings.captcha_min_age_ms).toBe(400)
  const { token, question, min_age_ms } = await challenge()
  expect(min_age_ms).toBe(400)
  const captcha = { token, answer: solve(question) }
  expectRefused(await send(captcha, 'Written with care.'), /very fast/)
  await waitUntil('the sum is old enough', async () => {
    const { status } = await send(captcha, 'Written with care.')
    return status === 202
  })
})
