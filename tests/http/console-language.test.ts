import { gzipSync } from 'node:zlib'
import { scripts } from '../../src/console/console-assets.store'
import { languages, wordsOf } from '../../src/console/words/words'
import { addModerator, type Client, consoleClient, signedInAs } from '../support/console'
import { textOfHtml } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  ana = await signedInAs(postbag, 'ana@daily.example')
})
afterAll(() => postbag.stop())

const german = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' }

test('the browser says which language the sign-in page has, English where it asks for none of ours', async () => {
  const client = consoleClient(postbag)
  const page = await client.get('/console/sign-in', german)
  expect(page.text).toContain('<html lang="de">')
  expect(page.text).toContain(wordsOf('de').signIn.title)
  expect(page.headers.get('vary')).toContain('accept-language')
  for (const asked of ['ja', '*', '', 'xx-YY;q=bad'])
    expect((await client.get('/console/sign-in', { 'accept-language': asked })).text).toContain(
      '<html lang="en">',
    )
  const missing = await client.get('/console/nowhere', { 'accept-language': 'ru' })
  expect(missing.text).toContain(wordsOf('ru').errors[404].text)
})

test('what a moderator chooses counts more than the browser, until it is given back', async () => {
  const chosen = await ana.post('/console/account/language', { language: 'kk' })
  const page = await ana.get(chosen.location, german)
  expect(page.text).toContain('<html lang="kk">')
  expect(page.text).toContain(wordsOf('kk').account.languageChosen)
  await ana.post('/console/account/language', { language: '' })
  expect((await ana.get('/console/account', german)).text).toContain('<html lang="de">')
  await ana.post('/console/account/language', { language: 'klingon' })
  expect((await ana.get('/console/account')).text).toContain('<html lang="en">')
})

test('choosing again what is chosen already is no event', async () => {
  const events = async () => {
    const { rows } = await postbag.services.db.pool.query<{ data: object }>(
      "SELECT data FROM audit_events WHERE type LIKE 'moderator.%\\_chosen' ORDER BY at, seq",
    )
    return rows.map(({ data }) => data)
  }
  const earlier = (await events()).length
  for (const language of ['fr', 'fr', '', ''])
    expect((await ana.post('/console/account/language', { language })).status).toBe(303)
  for (const mask of ['', 'on', 'on', '']) {
    const { location } = await ana.post('/console/account/masking', { mask })
    expect(location).toContain(mask === 'on' ? 'maskingOn' : 'maskingOff')
  }
  expect((await events()).slice(earlier)).toEqual([
    { language: 'fr' },
    { language: '' },
    { isOn: true },
    { isOn: false },
  ])
})

test.each(languages)('a card says in %s why it is here', async (language) => {
  const words = wordsOf(language)
  await postbag.admin('PUT', '/sites/daily/banks/suspect', { kind: 'words', entries: ['gulls'] })
  await postbag.judged({ body: `The gulls own the harbour wall, I say in ${language}.` })
  const page = await ana.get('/console/queue', { 'accept-language': language })
  expect(page.text).toContain(words.builtInRules.suspect_words)
  const said = words.details.suspect_words({ named: ['gulls'], others: 0 })
  expect(page.text.replaceAll('&quot;', '"')).toContain(said)
})

test.each(languages)('what an owner did wrong is said in %s', async (language) => {
  const { mistakes, banks } = wordsOf(language)
  const asked = { 'accept-language': language }
  const checked = await ana.post('/console/rules/daily/check', { when: 'coment.length > 2' }, asked)
  const facts = { name: 'coment', near: 'comment.length', isGroup: false }
  const [error] = JSON.parse(checked.text).errors
  expect(error.message).toBe(mistakes.condition.no_field(facts))
  const typed = { kind: 'words', name: 'fish', entries: 'herring\nfi*sh' }
  const refused = await ana.post('/console/banks/daily', typed, asked)
  const said = banks.entryWrong(2, 'fi*sh', mistakes.entry.star_inside)
  expect(textOfHtml(refused.text)).toContain(said)
})

test('all scripts of the console together weigh less than 40 KB', () => {
  const sizes = Object.values(scripts).map(({ content }) => gzipSync(content).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000)
})
