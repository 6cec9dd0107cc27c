import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let ben: Client

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  ben = await signedInAs(postbag, 'ben@daily.example')
})
afterAll(() => postbag.stop())

let written = 0
const held = async (author = 'Ada') => {
  written += 1
  const comment = await postbag.judged({
    author,
    body: `The wall leans, and this is remark ${written}.`,
  })
  expect(comment.status).toBe('held')
  return comment
}
const statusOf = async (id: string) => (await postbag.admin('GET', `/comments/${id}`)).body.status
const versionOf = async (id: string) =>
  String((await postbag.admin('GET', `/comments/${id}`)).body.version)
const decide = (client: Client, id: string, fields: Record<string, string>) =>
  client.post(`/console/comments/${id}/decisions`, { back: '/console/queue', ...fields })
const undoForm = (html: string) =>
  /action="(\/console\/(?:decisions|batches)\/[^"]+\/undo)"/.exec(html)?.[1] ?? ''

describe('Without a script', () => {
  test('a decision leads back to the list with a notice, and is taken back from there', async () => {
    const { id } = await held('Grace')
    const back = '/console/queue?sort=oldest'
    const done = await decide(ana, id, {
      action: 'reject',
      reason: 'insult',
      note: 'twice now',
      back,
    })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(/^\/console\/queue\?sort=oldest&done=/)
    expect(await statusOf(id)).toBe('rejected')
    const page = await ana.get(done.location)
    expect(page.text).toContain('Rejected: the comment by Grace.')
    const undone = await ana.post(undoForm(page.text), { back })
    expect(undone.location).toBe(`/console/queue?sort=oldest&undone=${id}`)
    expect((await ana.get(undone.location)).text).toContain('The comment by Grace is held again.')
    expect(await statusOf(id)).toBe('held')
  })

  test('ticked cards are decided on at once and taken back at once', async () => {
    const ids = [(await held()).id, (await held()).id, (await held()).id]
    const selected = await Promise.all(ids.map(async (id) => `${id}:${await versionOf(id)}`))
    const done = await ana.post('/console/decisions', {
      action: 'spam',
      selected,
      back: '/console/queue',
    })
    const page = await ana.get(done.location)
    expect(page.text).toContain('Marked as spam: 3 comments.')
    expect(await Promise.all(ids.map(statusOf))).toEqual(['spam', 'spam', 'spam'])
    const undone = await ana.post(undoForm(page.text), { back: '/console/queue' })
    expect((await ana.get(undone.location)).text).toContain('Taken back: 3 decisions.')
    expect(await Promise.all(ids.map(statusOf))).toEqual(['held', 'held', 'held'])
    const none = await ana.post('/console/decisions', { action: 'spam', back: '/console/queue' })
    expect((await ana.get(none.location)).text).toContain('No comment was selected.')
  })

  test('who comes second sees who was first and may decide anyway', async () => {
    const { id } = await held('Joan')
    const version = await versionOf(id)
    await decide(ana, id, { action: 'approve', version })
    const conflict = await decide(ben, id, {
      action: 'reject',
      reason: 'off_topic',
      note: 'no',
      version,
    })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Approved by Ana, just now.')
    expect(await statusOf(id)).toBe('approved')
    const fields = Object.fromEntries(
      Array.from(
        conflict.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
        ([, name, value]) => [name, value],
      ),
    )
    expect(fields).toMatchObject({ reason: 'off_topic', note: 'no', back: '/console/queue' })
    expect((await decide(ben, id, { ...fields, action: 'reject' })).status).toBe(303)
    expect(await statusOf(id)).toBe('rejected')
  })

  test('the same decision by two is one decision', async () => {
    const { id } = await held()
    const version = await versionOf(id)
    await decide(ana, id, { action: 'approve', version })
    const second = await decide(ben, id, { action: 'approve', version })
    expect((await ben.get(second.location)).text).toContain(
      'Nothing to do: approved by Ana just now already.',
    )
    expect((await postbag.admin('GET', `/comments/${id}`)).body.decisions).toHaveLength(2)
  })

  test('to hold what was just taken back is told to be nothing new', async () => {
    const { id } = await held()
    const done = await decide(ana, id, { action: 'approve', back: '/console/queue' })
    await ana.post(undoForm((await ana.get(done.location)).text), { back: '/console/queue' })
    const again = await decide(ana, id, { action: 'hold', back: '/console/queue' })
    expect((await ana.get(again.location)).text).toContain('Nothing to do: held by you')
  })

  test('keeping a reported comment answers the report', async () => {
    const { id } = await held()
    await decide(ana, id, { action: 'approve' })
    const report = { reason: 'insult', detail: 'It is about me <b>' }
    await postbag.reader('POST', `/api/v1/comments/${id}/reports`, report)
    const list = await ben.get('/console/queue?state=reported')
    expect(list.text).toContain('1 report')
    expect(list.text).toContain('It is about me &lt;b>')
    await decide(ben, id, { action: 'approve' })
    expect((await ben.get('/console/queue?state=reported')).text).not.toContain(id)
  })

  test('the whole story leads back to where it was opened, before and after a decision', async () => {
    const { id } = await held('Lin')
    const list = await ana.get('/console/queue?sort=oldest')
    const [, href = ''] = new RegExp(`href="(/console/comments/${id}[^"]*)"`).exec(list.text) ?? []
    const story = await ana.get(href)
    const link = `<a href="/console/queue?sort=oldest#card-${id}">Back to the queue</a>`
    expect(story.text).toContain(link)
    const [, back = ''] = /name="back" value="([^"]*)"/.exec(story.text) ?? []
    const done = await decide(ana, id, { action: 'approve', back })
    const after = await ana.get(done.location)
    expect(after.text).toContain('Approved: the comment by Lin.')
    expect(after.text).toContain(link)
  })
})

describe('Reach', () => {
  test('a moderator of one site sees and decides nothing of another', async () => {
    const { body: other } = await postbag.admin('POST', '/sites', {
      slug: 'weekly',
      name: 'The Weekly',
    })
    await addModerator(postbag, { email: 'eve@weekly.example', name: 'Eve', siteId: other.id })
    const eve = await signedInAs(postbag, 'eve@weekly.example')
    const { id } = await held()
    expect((await eve.get('/console/queue')).text).not.toContain(id)
    expect((await eve.get('/console/queue?site=daily')).status).toBe(404)
    expect((await eve.get('/console/search?q=remark')).text).not.toContain(id)
    expect((await eve.get(`/console/comments/${id}`)).status).toBe(404)
    expect((await eve.get(`/console/comments/${id}/card`)).status).toBe(404)
    await decide(eve, id, { action: 'approve' })
    await eve.post('/console/decisions', { action: 'approve', selected: [`${id}:1`] })
    expect(await statusOf(id)).toBe('held')
    const { body } = await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'spam' })
    await eve.post(`/console/decisions/${body.id}/undo`, {})
    expect(await statusOf(id)).toBe('spam')
  })

  test.each([
    ['an unknown action', { action: 'publish' }, 400],
    ['no action', {}, 400],
    ['a reason that is none', { action: 'reject', reason: 'because' }, 303],
    ['a version that is none', { action: 'approve', version: "1'--" }, 303],
    ['a NUL in the note', { action: 'hold', note: 'a\0b' }, 303],
  ])('%s never breaks anything', async (_, fields: Record<string, string>, status) => {
    const { id } = await held()
    expect((await decide(ana, id, fields)).status).toBe(status)
  })

  test.each(['x', '00000000-0000-7000-8000-000000000000', '%00', "1'--", '../sites'])(
    'ids that are none are not found: %s',
    async (id) => {
      expect((await ana.get(`/console/comments/${id}`)).status).toBe(404)
      expect((await decide(ana, id, { action: 'approve' })).status).toBeLessThan(500)
      expect(
        (await ana.get(`/console/queue?done=${id}&batch=${id}&cursor=${id}`)).status,
      ).toBeLessThan(500)
    },
  )
})
