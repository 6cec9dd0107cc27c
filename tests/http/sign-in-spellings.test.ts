import fc from 'fast-check'
import { addModerator, consoleClient, password } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { spellingsOf } from '../support/spellings'

let postbag: Postbag
const ana = 'ana@daily.example'
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

const attempt = async (email: string, typed: string) =>
  (await consoleClient(postbag).post('/console/sign-in', { email, password: typed })).status

/** Adds this many failures for the account tried last, without the time that real attempts take. */
const guessMore = (times: number) =>
  sql(
    `INSERT INTO sign_in_failures (account_key, source_key)
     SELECT account_key, source_key FROM (SELECT * FROM sign_in_failures ORDER BY id DESC LIMIT 1) last,
       generate_series(1, $1)`,
    [times],
  )

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  await addModerator(postbag, { email: ana, name: 'Ana' })
})
afterAll(() => postbag.stop())
beforeEach(() => sql('DELETE FROM sign_in_failures'))

describe('An address with many spellings', () => {
  test.each([
    ['with an account', ana],
    ['without an account', 'no-such-ana@daily.example'],
  ])('S2: %s has one count for throttling', async (_, email) => {
    const spellings = [`${email}\0`, `\u200b${email}`, ...fc.sample(spellingsOf(email), 1)]
    for (const spelt of spellings)
      expect([spelt, await attempt(spelt, 'a wrong guess')]).toEqual([spelt, 422])
    await guessMore(7)
    const more = [email, `${email}\0\0`, `${email}\u2060`, ...fc.sample(spellingsOf(email), 20)]
    for (const spelt of more) expect([spelt, await attempt(spelt, password)]).toEqual([spelt, 429])
  })

  test.each([
    ['as stored', ana],
    ['in upper case, with spaces around it', ` ${ana.toUpperCase()}\t`],
    ['with an invisible character', `${ana}\u200b`],
    ['in full-width letters', 'ａｎａ＠daily.example'],
  ])('S2: signs in %s', async (_, spelt) => {
    expect(await attempt(spelt, password)).toBe(303)
  })

  test('S2: signs in and is counted with an account that an earlier release stored in another form', async () => {
    const id = await addModerator(postbag, { email: 'old@daily.example', name: 'Old' })
    const stored = 'ｏｌｄ@daily.example'
    await sql('UPDATE moderators SET email = $2 WHERE id = $1', [id, stored])
    expect(await attempt(stored, password)).toBe(303)
    expect(await attempt(`${stored}\0`, 'a wrong guess')).toBe(422)
    await guessMore(9)
    expect(await attempt(stored, password)).toBe(429)
  })
})
