import { type Postbag, startPostbag } from '../support/postbag'
import { solve } from '../support/solve'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const challenge = async () => (await postbag.reader('GET', `${postbag.articleApi}/challenge`)).body
const send = (captcha: unknown) =>
  postbag.reader('POST', `${postbag.articleApi}/comments`, {
    author: 'Ada',
    body: 'The wall leans.',
    captcha,
  })

describe('an answer may be written in many ways', () => {
  const words =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
      ' ',
    )
  const inDigits = (zero: number) => (sum: number) =>
    Array.from(String(sum), (digit) => String.fromCodePoint(zero + Number(digit))).join('')
  test.each<[string, (sum: number) => unknown]>([
    ['with white space around', (sum) => `  ${sum}\t`],
    ['as a number of JSON', (sum) => sum],
    ['as a word', (sum) => words[sum]],
    ['as a word in capitals', (sum) => words[sum]?.toUpperCase()],
    ['in full-width digits', inDigits(0xff10)],
    ['in Arabic-Indic digits', inDigits(0x660)],
    ['in Persian digits', inDigits(0x6f0)],
    ['in Devanagari digits', inDigits(0x966)],
    ['with a leading nought', (sum) => `0${sum}`],
  ])('%s', async (_name, written) => {
    const { token, question } = await challenge()
    const { status } = await send({ token, answer: written(Number(solve(question))) })
    expect(status).toBe(202)
  })

  test.each<[string, (sum: number) => unknown]>([
    ['with another digit behind', (sum) => `${sum} ${sum}`],
    ['as a sum', (sum) => `${sum - 1}+1`],
    ['as a fraction', (sum) => `${sum}.0`],
    ['in hexadecimal', (sum) => `0x${sum.toString(16)}`],
    ['with a sign', (sum) => `+${sum}`],
    ['as a logical value', () => true],
  ])('but not %s', async (_name, written) => {
    const { token, question } = await challenge()
    const { status } = await send({ token, answer: written(Number(solve(question))) })
    expect(status).toBe(422)
  })
})

describe('neither the token nor the page gives the answer away', () => {
  test('the token holds no operand and the same answer never looks the same', async () => {
    const challenges = await Promise.all(Array.from({ length: 200 }, challenge))
    const payloads = challenges.map(({ token }) =>
      JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()),
    )
    expect(new Set(payloads.map(([, nonce]) => nonce)).size).toBe(200)
    // version, nonce, site, article, issued, age, expiry: no field follows the sum
    for (const payload of payloads) {
      expect(payload).toHaveLength(7)
      expect(Buffer.from(payload[1], 'base64url')).toHaveLength(16)
      expect([payload[0], payload[2], payload[3], payload[5]]).toEqual([
        1,
        postbag.site.id,
        postbag.article.id,
        0,
      ])
      expect(payload[6] - payload[4]).toBe(86_400_000)
    }
    const sums = challenges.map(({ question }) => solve(question))
    expect(new Set(sums).size).toBeGreaterThan(10)
    for (const { token, question, words, ...rest } of challenges)
      expect(Object.keys(rest).sort()).toEqual(['expires_at', 'min_age_ms'])
  })

  test('a page differs from another only in question, token and time, not by an answer', async () => {
    const pageWithout = async () => {
      const html = (await postbag.reader('GET', '/sites/daily/articles/harbour-wall'))
        .body as string
      return html
        .replace(/name="captcha_token" value="[^"]*"/, '')
        .replace(/\d \+ \d =/g, '')
        .replace(/What is \w+ plus \w+\?/, '')
        .replace(/<time [^>]*>[^<]*<\/time>/g, '')
    }
    const pages = await Promise.all(Array.from({ length: 20 }, pageWithout))
    expect(new Set(pages).size).toBe(1)
  })
})
