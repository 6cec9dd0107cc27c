import { addModerator, type Client, consoleClient, password, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let known: Client
const ana = 'ana@daily.example'
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false, trustProxy: 1 })
  await addModerator(postbag, { email: ana, name: 'Ana', role: 'owner' })
  known = await signedInAs(postbag, ana)
})
afterAll(() => postbag.stop())
beforeEach(() => sql('DELETE FROM sign_in_failures'))

/** Failures counted for the latest victim. Each flood has a victim of its own, so leftovers of earlier ones do not count. */
const counted = async () =>
  (
    await sql(
      `SELECT count(*) FROM sign_in_failures WHERE account_key =
         (SELECT account_key FROM sign_in_failures ORDER BY id DESC LIMIT 1)`,
    )
  ).rows[0].count

let victims = 0
let networks = 0
/** An address in a network that has sent nothing yet. */
const newNetwork = () => `10.${networks >> 8}.${networks++ & 255}.7`

const from = (address: string) => ({ 'x-forwarded-for': address })
const signIn = (client: Client, address: string) =>
  client.post('/console/sign-in', { email: ana, password }, from(address))

type Guess = { status: number; text: string; retryAfter: string | null }

/** Starts `times` concurrent guesses with wrong passwords, without waiting for them. */
function guess(times: number, addressOf: () => string) {
  const answers: Guess[] = []
  const email = `victim-${++victims}@daily.example`
  const gone = new AbortController()
  const send = async (at: number): Promise<void> => {
    const body = new URLSearchParams({ email, password: `guess ${at}` })
    const headers = { origin: postbag.url, 'sec-fetch-site': 'same-origin', accept: 'text/html' }
    const response = await fetch(`${postbag.url}/console/sign-in`, {
      ...{ method: 'POST', body, redirect: 'manual', signal: gone.signal },
      headers: { ...headers, ...from(addressOf()) },
    })
    const { status, headers: given } = response
    answers.push({ status, text: await response.text(), retryAfter: given.get('retry-after') })
  }
  const all = Array.from({ length: times }, (_, at) => send(at).catch(() => undefined))
  return {
    answers,
    looked: () => answers.filter(({ status }) => status === 422).length,
    ends: () => Promise.all(all),
    stop: () => {
      gone.abort()
      return Promise.all(all)
    },
  }
}

/** Like `guess`, but returns once the queue is full. */
async function flood(times: number, addressOf: () => string) {
  const guesses = guess(times, addressOf)
  const { answers } = guesses
  await waitUntil('the queue is full', () => answers.some(({ status }) => status === 429))
  return guesses
}

const one = '192.0.2.7'
const floods: [string, number, () => string, string][] = [
  ['one network', 50, () => one, '172.16.0.7'],
  ['many networks', 100, newNetwork, '172.17.0.7'],
]

describe('A flood of guesses', () => {
  test.each(floods)(
    'S3: from %s does not delay other people',
    async (_, times, addressOf, elsewhere) => {
      const { looked, stop } = await flood(times, addressOf)
      let before = looked()
      expect((await signIn(known, one)).status).toBe(303)
      // the one being checked, and one whose answer had not arrived yet
      expect(looked() - before).toBeLessThanOrEqual(2)
      before = looked()
      expect((await signIn(consoleClient(postbag), elsewhere)).status).toBe(303)
      expect(looked() - before).toBeLessThanOrEqual(3)
      await stop()
    },
  )

  test('S3: is refused with Retry-After, and only checked guesses are counted', async () => {
    const network = newNetwork()
    const { answers, looked, ends } = await flood(20, () => network)
    await ends()
    const turnedAway = answers.filter(({ status }) => status === 429)
    expect(turnedAway.length + looked()).toBe(20)
    expect(turnedAway[0]?.retryAfter).toBe('10')
    expect(turnedAway[0]?.text).toContain('please try again in ten seconds')
    expect(turnedAway[0]?.text).toContain(`value="victim-${victims}@daily.example"`)
    expect(await counted()).toBe(looked())
  })

  test('S3: does not keep a signed-in person from confirming a password and adding people', async () => {
    const { looked, stop } = await flood(60, newNetwork)
    const before = looked()
    const wrong = { current: 'not the right one', next: 'eleven grey geese land' }
    const person = { name: 'Bo', email: 'bo@daily.example', role: 'moderator', site: '' }
    const answers = await Promise.all([
      known.post('/console/account/password', wrong),
      known.post('/console/people', { ...person, password: 'rain on a tin roof' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([422, 303])
    expect(looked() - before).toBeLessThanOrEqual(3)
    await stop()
  })

  test('S3: holds no database connections while it waits', async () => {
    const { looked, stop } = await flood(60, newNetwork)
    const { rows } = await sql(
      `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    expect(rows[0].count).toBe(0)
    expect(looked()).toBeLessThan(10)
    await stop()
  })

  test('S3: is not checked after its clients have disconnected', async () => {
    // this network has had a turn, so it ranks below all networks that have not
    const network = newNetwork()
    await signIn(consoleClient(postbag), network)
    const guesses = guess(30, newNetwork)
    await waitUntil('one is looked at', async () => (await counted()) > 0)
    await guesses.stop()
    expect((await signIn(consoleClient(postbag), network)).status).toBe(303)
    expect(await counted()).toBeLessThanOrEqual(3)
  })
})

describe('Too many passwords from one caller', () => {
  const names = Array.from({ length: 8 }, (_, at) => `person-${at}@daily.example`)
  const listed = async () => {
    const { body } = await postbag.admin('GET', '/moderators')
    return body.moderators.filter(({ email }: { email: string }) => names.includes(email)).length
  }

  test('S3: are refused by the API, which adds nobody for them', async () => {
    const person = { name: 'P', role: 'moderator', password: 'rain on a tin roof' }
    const replies = await Promise.all(
      names.map((email) => postbag.admin('POST', '/moderators', { ...person, email })),
    )
    const added = replies.filter(({ status }) => status === 201)
    const refused = replies.filter(({ status }) => status === 429)
    expect(added.length + refused.length).toBe(8)
    expect(refused[0]?.headers.get('retry-after')).toBe('10')
    expect(added.length).toBeGreaterThanOrEqual(5)
    expect(await listed()).toBe(added.length)
  })

  test('S3: are refused on the People page, which keeps the typed values', async () => {
    const person = { name: 'Q', role: 'moderator', site: '', password: 'rain on a tin roof' }
    const answers = await Promise.all(
      names.map((name) => known.post('/console/people', { ...person, email: `q-${name}` })),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.text).toMatch(/value="q-person-\d@daily.example"/)
    expect(answers.filter(({ status }) => status === 303).length).toBe(8 - refused.length)
  })
})
