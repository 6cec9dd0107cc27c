import { addModerator, type Client, signedInAs } from '../support/console'
import { fieldValue } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let siteOwner: Client
let moderator: Client

beforeAll(async () => {
  postbag = await startPostbag()
  const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  const people = [
    { email: 'olga@desk.example', name: 'Olga', role: 'owner' as const },
    { email: 'wim@weekly.example', name: 'Wim', role: 'owner' as const, siteId: weekly.id },
    { email: 'mia@daily.example', name: 'Mia', role: 'moderator' as const },
  ]
  for (const person of people) await addModerator(postbag, person)
  owner = await signedInAs(postbag, 'olga@desk.example')
  siteOwner = await signedInAs(postbag, 'wim@weekly.example')
  moderator = await signedInAs(postbag, 'mia@daily.example')
})
afterAll(() => postbag.stop())

const page = '/console/house-rules?site=daily'
const api = '/sites/daily/house-rules'
const publish = (text: string, after: number, comment = '') =>
  owner.post('/console/house-rules/daily', { text, comment, after: String(after) })
const readers = (query = '') => postbag.reader('GET', `/sites/daily/house-rules${query}`)
const decide = async (body: string, action: string) => {
  const { id, receipt } = await postbag.judged({ author: `Author of ${body}`, body })
  const form = { action, reason: action === 'reject' ? 'insult' : '' }
  expect((await owner.post(`/console/comments/${id}/decisions`, form)).status).toBe(303)
  return { id, receipt }
}
let before: { id: string; receipt: string }

describe('A site without house rules', () => {
  test('shows readers no link and no page, and decisions name none', async () => {
    expect((await readers()).status).toBe(404)
    const article = await postbag.reader('GET', '/sites/daily/articles/harbour-wall')
    expect(article.body).not.toContain('house rules')
    before = await decide('The wall was built before there were any rules.', 'reject')
    const { body } = await postbag.reader('GET', `/api/v1/receipts/${before.receipt}`)
    expect(body).toMatchObject({ status: 'rejected', reason: 'insult' })
    expect(body).not.toHaveProperty('house_rules')
    expect((await owner.get(page)).text).toContain('has no house rules yet')
    expect((await postbag.admin('GET', api)).body).toEqual({ current: null, versions: [] })
  })
})

describe('A version', () => {
  test('is shown as it would be before it is published', async () => {
    const typed = { text: 'Be kind.\r\n1. No <b>insults</b>.', comment: 'First', after: '0' }
    const { status, text } = await owner.post('/console/house-rules/daily/preview', typed)
    expect(status).toBe(200)
    expect(text).toContain('nothing is published yet')
    expect(text).toContain('<ol class="points" start="1"><li dir="auto">No &lt;b>insults&lt;/b>.')
    expect(fieldValue(text, 'text')).toBe('Be kind.\n1. No <b>insults</b>.')
    expect((await readers()).status).toBe(404)
  })

  test('that is published is on the readers’ pages at once, and in the audit', async () => {
    const done = await publish('Be kind.\n1. No <b>insults</b>.', 0, 'First')
    expect([done.status, done.location]).toEqual([303, `${page}&said=published`])
    const { status, body } = await readers()
    expect(status).toBe(200)
    expect(body).toContain('No &lt;b>insults&lt;/b>.')
    expect(body).toContain('Version 1, since')
    const article = await postbag.reader('GET', '/sites/daily/articles/harbour-wall')
    expect(article.body).toContain('<a href="/sites/daily/house-rules">house rules</a>')
    const { body: audit } = await postbag.admin('GET', '/audit?site=daily&limit=1')
    expect(audit.events[0]).toMatchObject({ type: 'house_rules.published', data: { version: 1 } })
  })

  test('cannot be changed or deleted, not even in the database', async () => {
    for (const statement of [
      "UPDATE house_rules SET text = 'x'",
      'DELETE FROM house_rules',
      'TRUNCATE house_rules',
    ])
      await expect(postbag.services.db.pool.query(statement)).rejects.toThrow('append-only')
  })

  test.each([
    ['', 'Write a text'],
    ['x'.repeat(10_001), 'Write a text'],
    ['Be kind.\n1. No <b>insults</b>.', 'This is the text of the version in force'],
  ])('cannot be %.20j, and what was typed is kept', async (text, message) => {
    const answer = await publish(text, 1, 'my note')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(fieldValue(answer.text, 'comment')).toBe('my note')
    expect(fieldValue(answer.text, 'text')).toBe(text)
  })

  test('that somebody else was faster with is not lost, and is compared with theirs', async () => {
    expect((await publish('Be kind.\n1. No adverts.', 1, 'Adverts')).status).toBe(303)
    const late = await publish('Be kind.\n1. No shouting.', 1)
    expect(late.status).toBe(409)
    expect(late.text).toContain('has published version 2 meanwhile')
    expect(late.text).toMatch(/<del>adverts<\/del><ins>shouting<\/ins>/)
    expect(fieldValue(late.text, 'after')).toBe('2')
    expect(fieldValue(late.text, 'text')).toBe('Be kind.\n1. No shouting.')
  })

  test('is listed with who wrote it and why, and shows what it changed', async () => {
    const list = await owner.get(page)
    expect(list.text).toMatch(
      /Version 2<\/a>[\s\S]*?<td dir="auto">you<\/td><td dir="auto">Adverts/,
    )
    const second = await owner.get('/console/house-rules/daily/2')
    expect(second.text).toContain('Changes to version 1')
    expect(second.text).toMatch(/<ins>adverts<\/ins>/)
    const again = await owner.get(`${page}&from=1`)
    expect(fieldValue(again.text, 'text')).toContain('<b>insults</b>')
    for (const version of ['0', '3', 'x', '99999999999'])
      expect((await owner.get(`/console/house-rules/daily/${version}`)).status).toBe(404)
  })

  test('that is old can still be read, and says that it is', async () => {
    const { body } = await readers('?version=1')
    expect(body).toContain('This is an earlier version')
    expect((await readers('?version=2')).body).not.toContain('This is an earlier version')
    for (const version of ['0', '3', 'x', '', "1'--", '1&version=2'])
      expect((await readers(`?version=${version}`)).status).toBe(404)
    expect((await postbag.reader('GET', '/sites/nowhere/house-rules')).status).toBe(404)
    expect((await postbag.reader('POST', '/sites/daily/house-rules')).status).toBe(405)
  })
})

describe('A decision', () => {
  test('names the version that was in force, for its author, the moderators and the API', async () => {
    const { id, receipt } = await decide('Gulls on the wall, and nobody minds them.', 'reject')
    await publish('Be kind, always.', 2)
    const houseRules = { version: 2, url: '/sites/daily/house-rules?version=2' }
    const { body } = await postbag.reader('GET', `/api/v1/receipts/${receipt}`)
    expect(body.house_rules).toEqual(houseRules)
    const receiptPage = await postbag.reader('GET', `/receipts/${receipt}`)
    expect(receiptPage.body).toMatch(
      /<a href="\/sites\/daily\/house-rules\?version=2">version 2 of the house rules<\/a>/,
    )
    const { body: detail } = await postbag.admin('GET', `/comments/${id}`)
    expect(detail.decisions.at(-1).house_rules).toEqual(houseRules)
    const story = await owner.get(`/console/comments/${id}`)
    expect(story.text).toContain('house rules, version 2</a>')
    await owner.post(`/console/comments/${id}/decisions`, { action: 'approve' })
    const later = (await postbag.admin('GET', `/comments/${id}`)).body.decisions
    expect(
      later.map((one: { house_rules: { version: number } }) => one.house_rules.version),
    ).toEqual([...later.slice(0, -1).map(() => 2), 3])
  })

  test('from before there were any names none, also later', async () => {
    const { body } = await postbag.admin('GET', `/comments/${before.id}`)
    expect(body.decisions.at(-1).house_rules).toBeNull()
  })
})

describe('The API', () => {
  test('publishes, lists and reads versions', async () => {
    const made = await postbag.admin('POST', api, { text: 'By the API.', comment: 'x', after: 3 })
    expect([made.status, made.body.version, made.body.text]).toEqual([201, 4, 'By the API.'])
    expect((await postbag.admin('POST', api, { text: 'Late.', after: 3 })).status).toBe(409)
    expect((await postbag.admin('POST', api, { text: 'Whatever there is.' })).body.version).toBe(5)
    const { body } = await postbag.admin('GET', api)
    expect(body.current.version).toBe(5)
    expect(body.versions.map((one: { version: number }) => one.version)).toEqual([5, 4, 3, 2, 1])
    expect((await postbag.admin('GET', `${api}/4`)).body).toEqual(made.body)
    for (const version of ['6', '0', 'x'])
      expect((await postbag.admin('GET', `${api}/${version}`)).status).toBe(404)
    for (const wrong of [{}, { text: ' ' }, { text: 'a', more: 1 }, { text: 5 }])
      expect((await postbag.admin('POST', api, wrong)).status).toBe(422)
  })

  test('of ten that publish at once on the same version one is first', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        postbag.admin('POST', api, { text: `Race ${at}`, after: 5 }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)])
  })
})

describe('Whose house rules', () => {
  test('a moderator may read them through the API, and change nothing', async () => {
    const { body: token } = await postbag.admin('POST', '/tokens', { name: 'm', role: 'moderator' })
    expect((await postbag.admin('GET', api, undefined, token.token)).status).toBe(200)
    const write = await postbag.admin('POST', api, { text: 'x' }, token.token)
    expect(write.status).toBe(403)
    expect((await moderator.get(page)).status).toBe(403)
    expect((await moderator.post('/console/house-rules/daily', { text: 'x' })).status).toBe(403)
  })

  test('those of another site look like none', async () => {
    expect((await siteOwner.get(page)).status).toBe(404)
    for (const path of ['daily', 'daily/preview'])
      expect((await siteOwner.post(`/console/house-rules/${path}`, { text: 'x' })).status).toBe(404)
    expect((await siteOwner.get('/console/house-rules/daily/1')).status).toBe(404)
  })
})
