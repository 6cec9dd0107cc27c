import { addModerator, type Client, signedInAs } from '../support/console'
import { hearNews } from '../support/news'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let ben: Client
let olga: Client
let urgent: string
let usual: string

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  ben = await signedInAs(postbag, 'ben@daily.example')
  olga = await signedInAs(postbag, 'olga@daily.example')
  await postbag.admin('PUT', '/sites/daily/banks/eels', { kind: 'words', entries: ['conger'] })
  await postbag.admin('POST', '/sites/daily/rules', {
    ...{ name: 'Eels', when: 'list("eels")', mode: 'live' },
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: { action: 'hold', queue: 'urgent' },
  })
  urgent = (await postbag.judged({ body: 'A conger bit me.' })).id
  usual = (await postbag.judged({ body: 'The wall leans.' })).id
})
afterAll(() => postbag.stop())

const idsOf = (page: string) =>
  Array.from(page.matchAll(/<article[^>]* data-id="([\w-]+)"/g), ([, id]) => id)
const shown = async (query: string) => idsOf((await ana.get(`/console/queue${query}`)).text)
const decide = (client: Client, id: string, action: string) =>
  client.post(`/console/comments/${id}/decisions`, { action, back: '/console/queue' })

describe('What rules hand to a queue of its own', () => {
  test('is a part of what is held, on the page and over the API', async () => {
    expect(await shown('')).toEqual(expect.arrayContaining([urgent, usual]))
    expect(await shown('?queue=urgent')).toEqual([urgent])
    expect(await shown('?queue=default')).toEqual([usual])
    const { body } = await postbag.admin('GET', '/queue?queue=urgent')
    expect(body).toMatchObject({ total: 1, items: [{ id: urgent, queue: 'urgent' }] })
    const histogram = await postbag.admin('GET', '/queue/histogram?queue=nowhere')
    expect(histogram.body.bins.every(({ count }: { count: number }) => count === 0)).toBe(true)
  })

  test('can be chosen where there is something in it', async () => {
    const { text } = await ana.get('/console/queue?queue=urgent')
    expect(text).toContain('<option value="urgent" selected>Urgent</option>')
    expect(text).toContain('Held: 1 comment<')
    const batch = await ana.get('/console/queue/batch?queue=urgent&from=0')
    expect(batch.text.match(/class="pick"/g)).toHaveLength(1)
  })

  test('is asked about of what is held only: the other tabs know no queues', async () => {
    const { text } = await ana.get('/console/queue?state=approved&queue=urgent')
    expect(text).not.toContain('name="queue"')
    expect(text).toContain('Nothing has been approved yet.')
  })

  test('an empty choice does not say that nothing is held', async () => {
    const { text } = await ana.get('/console/queue?queue=legal')
    expect(text).toContain('There is nothing here with this choice.')
    expect(text).toContain('<option value="legal" selected>Legal</option>')
    expect(text).not.toContain('Nothing is held.')
  })

  test('stays there when a moderator holds it again', async () => {
    await decide(ana, urgent, 'hold')
    expect(await shown('?queue=urgent')).toEqual([urgent])
    await decide(ana, usual, 'escalate')
    expect(await shown('?queue=default')).toEqual([])
  })

  test('can be claimed by itself', async () => {
    const take = (queue: string) => postbag.admin('POST', '/queue/claims', { queue })
    expect((await take('nowhere')).body.items).toEqual([])
    const { body } = await take('urgent')
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([urgent])
    await postbag.admin('DELETE', `/queue/claims/${urgent}`)
  })

  test.each([
    ['given back by the lead', (id: string) => decide(olga, id, 'hold')],
    ['not escalated after all', (_: string, undo: string) => ana.post(undo, {})],
  ])('waits there again when it is %s', async (_, giveBack) => {
    const { location } = await decide(ana, urgent, 'escalate')
    expect(await shown('?queue=urgent')).toEqual([])
    const [, decision] = /done=([\w-]+)/.exec(location) ?? []
    await giveBack(urgent, `/console/decisions/${decision}/undo`)
    expect(await shown('?queue=urgent')).toEqual([urgent])
  })

  test('is news to who has chosen it, and what waits elsewhere is not', async () => {
    const news = await hearNews(postbag.url, ben, { query: '?queue=urgent' })
    await news.until(() => true)
    const other = await postbag.judged({ body: 'The wall still leans.' })
    const another = await postbag.judged({ body: 'A second conger bit me.' })
    const { changes } = await news.until((one) =>
      one.changes.some(({ id, into }) => id === another.id && into.includes('held')),
    )
    const told = await news.until((one) =>
      one.changes.some(({ id, status }) => id === other.id && status === 'held'),
    )
    news.close()
    expect([...changes, ...told.changes].filter(({ id }) => id === other.id)).toEqual(
      expect.arrayContaining([expect.objectContaining({ status: 'held', into: [] })]),
    )
  })
})

test('an appeal is news to who may answer it, not to whose decision it is against', async () => {
  const { id, receipt } = await postbag.judged({ body: 'The wall leans to the left.' })
  await decide(ana, id, 'reject')
  const [toAna, toBen] = await Promise.all(
    [ana, ben].map((client) => hearNews(postbag.url, client)),
  )
  await Promise.all([toAna?.until(() => true), toBen?.until(() => true)])
  await postbag.reader('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'It does.' })
  const into = []
  for (const news of [toAna, toBen]) {
    const told = await news?.until(({ changes }) =>
      changes.some(({ type }) => type === 'comment.appealed'),
    )
    into.push(told?.changes.find(({ type }) => type === 'comment.appealed')?.into)
    news?.close()
  }
  expect(into).toEqual([[], ['appealed']])
})
