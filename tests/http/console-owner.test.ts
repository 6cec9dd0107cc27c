import { addModerator, type Client, consoleClient, password, signedInAs } from '../support/console'
import { fieldValue } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let siteOwner: Client

beforeAll(async () => {
  postbag = await startPostbag()
  const { body: weekly } = await postbag.admin('POST', '/sites', {
    slug: 'weekly',
    name: 'The Weekly',
  })
  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, {
    ...{ email: 'wim@weekly.example', name: 'Wim', role: 'owner', siteId: weekly.id },
  })
  owner = await signedInAs(postbag, 'olga@desk.example')
  siteOwner = await signedInAs(postbag, 'wim@weekly.example')
})
afterAll(() => postbag.stop())

const person = {
  name: 'Mia',
  email: 'Mia@daily.example',
  password: 'rain on a tin roof',
  role: 'moderator',
}
const ids = (html: string, what: 'people' | 'tokens') =>
  Array.from(
    html.matchAll(new RegExp(`/console/${what}/([0-9a-f-]{36})/`, 'g')),
    ([, id]) => id ?? '',
  )

describe('People', () => {
  test('somebody who is added may sign in, is a moderator only, and may be sent away', async () => {
    expect((await owner.post('/console/people', { ...person, site: 'daily' })).status).toBe(303)
    const mia = consoleClient(postbag)
    const form = { email: 'mia@daily.example', password: person.password }
    expect((await mia.post('/console/sign-in', form)).status).toBe(303)
    const queue = await mia.get('/console/queue')
    expect(queue.text).not.toContain('/console/people')
    for (const path of ['people', 'audit'])
      expect((await mia.get(`/console/${path}`)).status).toBe(403)
    expect((await mia.post('/console/people', person)).status).toBe(403)
    expect((await mia.post('/console/tokens', { name: 'x', role: 'owner' })).status).toBe(403)
    const { rows } = await postbag.services.db.pool.query(
      "SELECT id FROM moderators WHERE email = 'mia@daily.example'",
    )
    expect((await owner.post(`/console/people/${rows[0].id}/end`, {})).status).toBe(303)
    expect((await mia.get('/console/queue')).status).toBe(303)
  })

  test.each([
    ['no name', { name: ' ' }, 'Give a name'],
    ['no address', { email: 'mia' }, 'Give a name'],
    ['a well-known password', { password: 'password123' }, 'tried first'],
    ['a role that is none', { role: 'emperor' }, 'Give a name'],
  ])('%s is told, and what was typed is kept, but for the password', async (_, wrong, message) => {
    const typed = { ...person, name: 'Mia <b>', site: 'daily', ...wrong }
    const { status, text } = await owner.post('/console/people', typed)
    expect(status).toBe(422)
    expect(text).toContain(message)
    const [, form = ''] = /<details open>([\s\S]*?)<\/details>/.exec(text) ?? []
    expect([fieldValue(form, 'name'), fieldValue(form, 'email')]).toEqual([typed.name, typed.email])
    expect(form).toContain('<option value="daily" selected>')
    expect(fieldValue(form, 'password')).toBe('')
  })

  test('the address of somebody else cannot be taken, and nobody ends their own access', async () => {
    const taken = await owner.post('/console/people', { ...person, email: 'wim@weekly.example' })
    expect(taken.status).toBe(409)
    const { rows } = await postbag.services.db.pool.query(
      "SELECT id FROM moderators WHERE email = 'olga@desk.example'",
    )
    expect((await owner.post(`/console/people/${rows[0].id}/end`, {})).status).toBe(422)
    expect((await owner.get('/console/people')).status).toBe(200)
  })

  test('the owner of one site sees, adds and ends nobody of another', async () => {
    const page = await siteOwner.get('/console/people')
    expect(page.text).not.toContain('olga@desk.example')
    expect(page.text).not.toContain('The Daily')
    expect((await siteOwner.post('/console/people', { ...person, site: 'daily' })).status).toBe(404)
    for (const id of ids((await owner.get('/console/people')).text, 'tokens'))
      expect((await siteOwner.post(`/console/tokens/${id}/revoke`, {})).status).toBe(404)
    await siteOwner.post('/console/people', { ...person, email: 'may@weekly.example', site: '' })
    const { rows } = await postbag.services.db.pool.query(
      "SELECT s.slug FROM moderators m JOIN sites s ON s.id = m.site_id WHERE m.email = 'may@weekly.example'",
    )
    expect(rows).toEqual([{ slug: 'weekly' }])
  })
})

test('a token is shown once, works, and works no more when it is revoked', async () => {
  const made = await owner.post('/console/tokens', { name: 'Import', role: 'moderator', site: '' })
  const [, secret = ''] = /<code>(pb_[\w-]{43})<\/code>/.exec(made.text) ?? []
  expect((await postbag.admin('GET', '/queue', undefined, secret)).status).toBe(200)
  expect((await owner.get('/console/people')).text).not.toContain(secret)
  const id = ids(made.text, 'tokens').at(-1)
  expect((await owner.post(`/console/tokens/${id}/revoke`, {})).status).toBe(303)
  expect((await postbag.admin('GET', '/queue', undefined, secret)).status).toBe(401)
})

describe('Audit', () => {
  test('says who did what, by name', async () => {
    const { id } = await postbag.judged({
      author: 'Ada',
      body: 'It leans more every year, I think.',
    })
    await owner.post(`/console/comments/${id}/decisions`, { action: 'approve' })
    const page = await owner.get(`/console/audit?site=daily&comment=${id}`)
    expect(page.text).toContain('comment.decided')
    expect(page.text).toContain('<td dir="auto">you</td>')
    const everything = await owner.get('/console/audit')
    expect(everything.text).toContain('token.created')
    expect(everything.text).not.toContain(id)
  })

  test('the owner of one site sees that site alone', async () => {
    expect((await siteOwner.get('/console/audit')).text).not.toContain('service.')
    expect((await siteOwner.get('/console/audit?site=daily')).status).toBe(404)
  })

  test.each(['comment=x', "comment='--", 'before=-1', 'before=x', 'from=soon'])(
    'what cannot be asked breaks nothing: %s',
    async (query) => {
      expect((await owner.get(`/console/audit?${query}`)).status).toBe(200)
    },
  )
})

describe('Statistics', () => {
  test('count what came in and what was decided', async () => {
    const page = await owner.get('/console/statistics?site=daily')
    expect(page.text).toMatch(/<b>1<\/b> comments received/)
    expect(page.text).toMatch(/by the rules, 1 by people/)
    expect(page.text).not.toContain(' style=')
  })

  test('a range that is turned round is told', async () => {
    const page = await owner.get('/console/statistics?from=2026-03-02&to=2026-03-01')
    expect(page.status).toBe(400)
    expect(page.text).toContain('has to lie before')
  })
})

test('every password here is checked by the same rules', async () => {
  const weak = { current: password, next: '12345678' }
  expect((await owner.post('/console/account/password', weak)).status).toBe(422)
})

describe('Banks', () => {
  const bank = {
    name: 'suspect',
    kind: 'words',
    entries: 'herring\r\n\r\n brown envelope \r\n',
    disguises: 'on',
  }

  test('a bank that is saved counts from the next comment on', async () => {
    const saved = await owner.post('/console/banks/daily', bank)
    expect([saved.status, saved.location]).toEqual([303, '/console/banks/daily/suspect?said=saved'])
    expect((await owner.get(saved.location)).text).toContain('herring\nbrown envelope</textarea>')
    expect((await owner.get('/console/banks?site=daily')).text).toContain('<td>2</td>')
    const { id } = await postbag.judged({
      author: 'Fay',
      body: 'Somebody left a brown envelope there.',
    })
    expect((await owner.get(`/console/comments/${id}`)).text).toMatch(
      /<mark title="Suspect words">brown envelope<\/mark>/,
    )
    expect((await owner.post('/console/banks/daily/suspect/delete', {})).status).toBe(303)
    expect((await owner.get('/console/banks/daily/suspect')).status).toBe(404)
  })

  test.each([
    ['a pattern that does not parse', { kind: 'patterns', entries: 'fine\n(unclosed' }, 'Entry 2'],
    ['a name that is none', { name: 'Sus pect' }, 'Lower-case letters'],
  ])('%s is told, and what was typed is kept', async (_, wrong, message) => {
    const typed = { ...bank, ...wrong }
    const { status, text } = await owner.post('/console/banks/daily', typed)
    expect(status).toBe(422)
    expect(text).toContain(message)
    expect(text).toContain(typed.entries.trim().slice(-9))
  })

  test('a bank that rules look up stays what it is, and its page says which rules they are', async () => {
    await owner.post('/console/banks/daily', { ...bank, name: 'fish' })
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    const rule = { name: 'No <fish>', when: 'list("fish")', then: { action: 'hold' } }
    const { id } = (await postbag.admin('POST', '/sites/daily/rules', rule)).body
    const seen = fieldValue((await owner.get('/console/banks/daily/fish')).text, 'seen') ?? ''
    const other = { ...bank, name: 'fish', kind: 'patterns', seen }
    for (const [path, sent] of [
      ['/console/banks/daily', other],
      ['/console/banks/daily/fish/delete', {}],
    ] as const) {
      const { status, text } = await owner.post(path, sent)
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('Rules look this bank up: No &lt;fish>.')
      expect(text).toContain('herring')
    }
    expect((await postbag.admin('GET', '/sites/daily/banks/fish')).body.kind).toBe('words')
    await postbag.admin('DELETE', `/sites/daily/rules/${id}`)
    expect((await owner.post('/console/banks/daily/fish/delete', {})).status).toBe(303)
  })

  test('a new bank replaces none that is there already', async () => {
    const sent = { ...bank, name: 'blocked' }
    await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['eels'] })
    const { status, text } = await owner.post('/console/banks/daily', sent)
    expect(status).toBe(409)
    expect(text).toContain('There is a bank “blocked” already.')
    expect(text).toContain('brown envelope')
    expect((await postbag.admin('GET', '/sites/daily/banks/blocked')).body.entries).toEqual([
      'eels',
    ])
  })

  test('who saves second is told what is in the saved one only, and may save again', async () => {
    await postbag.admin('PUT', '/sites/daily/banks/boats', { kind: 'words', entries: ['tug'] })
    const page = '/console/banks/daily/boats'
    const seen = fieldValue((await owner.get(page)).text, 'seen') ?? ''
    const entries = { kind: 'words', entries: ['tug', 'dinghy'] }
    await postbag.admin('PUT', '/sites/daily/banks/boats', entries)
    const mine = { ...bank, name: 'boats', entries: 'tug\nraft', seen }
    const late = await owner.post('/console/banks/daily', mine)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody else has saved this bank')
    expect(late.text).toContain('The saved one has what yours lacks: dinghy<')
    expect(fieldValue(late.text, 'entries')).toBe('tug\nraft')
    expect((await postbag.admin('GET', '/sites/daily/banks/boats')).body).toMatchObject(entries)
    const again = { ...mine, seen: fieldValue(late.text, 'seen') ?? '' }
    expect((await owner.post('/console/banks/daily', again)).status).toBe(303)
    await postbag.admin('DELETE', '/sites/daily/banks/boats')
    const gone = await owner.post('/console/banks/daily', again)
    expect(gone.status).toBe(409)
    expect(gone.text).toContain('Somebody else has deleted this bank')
    expect([fieldValue(gone.text, 'seen'), fieldValue(gone.text, 'name')]).toEqual([
      undefined,
      'boats',
    ])
  })

  test('it is deleted after one more question', async () => {
    await postbag.admin('PUT', '/sites/daily/banks/boats', { kind: 'words', entries: ['tug'] })
    const { text } = await owner.get('/console/banks/daily/boats')
    const [, asked = ''] = /href="([^"]*\/delete)"/.exec(text) ?? []
    expect((await owner.get(asked)).text).toContain('no version of them is kept')
    expect((await owner.post(asked, {})).location).toBe('/console/banks?site=daily&said=deleted')
    expect((await owner.get(asked)).status).toBe(404)
  })

  test('a list as long as it may be is written in any script, and what is wrong with it loses none of it', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => `сөзжалған${index}`).join('\n')
    const long = { ...bank, name: 'kazakh', entries }
    const wrong = await owner.post('/console/banks/daily', {
      ...long,
      entries: `${entries}\none*more`,
    })
    expect(wrong.status).toBe(422)
    expect(fieldValue(wrong.text, 'entries')).toBe(`${entries}\none*more`)
    expect((await owner.post('/console/banks/daily', long)).status).toBe(303)
    const { text } = await owner.get('/console/banks/daily/kazakh')
    expect(fieldValue(text, 'entries')).toBe(entries)
    expect((await owner.post('/console/banks/daily/kazakh/delete', {})).status).toBe(303)
  })

  test('who is no owner makes nobody read so much', async () => {
    const entries = 'eel\n'.repeat(20_000)
    await addModerator(postbag, { email: 'mo@desk.example', name: 'Mo' })
    const moderator = await signedInAs(postbag, 'mo@desk.example')
    expect((await moderator.post('/console/banks/daily', { ...bank, entries })).status).toBe(413)
  })

  test('of very many mistakes the first ones are named, and the others counted', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => `fi*sh${index}`).join('\n')
    const { text } = await owner.post('/console/banks/daily', { ...bank, entries })
    expect(text.match(/Entry \d+ \(/g)).toHaveLength(20)
    expect(text).toContain('And 10 more.')
  })

  test('patterns that are too much for a site with those it has are not saved', async () => {
    const patterns = (letter: string) => ({
      ...{ ...bank, kind: 'patterns', name: `many-${letter}` },
      entries: Array.from({ length: 300 }, (_, index) => `${letter}${index}x`).join('\n'),
    })
    expect((await owner.post('/console/banks/daily', patterns('a'))).status).toBe(303)
    const { status, text } = await owner.post('/console/banks/daily', patterns('b'))
    expect(status).toBe(422)
    expect(text).toContain('A site holds at most 500 patterns in all.')
    expect((await owner.get('/console/banks/daily/many-b')).status).toBe(404)
  })

  test('the owner of one site has no part in those of another', async () => {
    expect((await siteOwner.get('/console/banks?site=daily')).status).toBe(404)
    expect((await siteOwner.post('/console/banks/daily', bank)).status).toBe(404)
    expect((await siteOwner.post('/console/banks/daily/blocked/delete', {})).status).toBe(404)
    expect((await siteOwner.get('/console/banks')).text).toContain('The Weekly')
  })
})
