import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

type Card = { features: { comment: Record<string, string[]> }; findings: { rule: string }[] }
const detail = async (id: string): Promise<Card> =>
  (await postbag.admin('GET', `/comments/${id}`)).body

async function decided(
  author: string,
  body: string,
  action: string,
  reason?: string,
): Promise<void> {
  const { id } = await postbag.judged({ author, body })
  const answer = await postbag.admin('POST', `/comments/${id}/decisions`, { action, reason })
  expect(answer.status).toBe(201)
}

test('a host that moderators keep refusing is held wherever it appears again', async () => {
  await decided('One', 'Great offers wait for you at https://cheap.example/one', 'spam')
  await decided('Two', 'Nobody beats these prices, https://cheap.example/two', 'reject')
  const { id } = await postbag.judged({
    author: 'Three',
    body: 'As the council said, see https://cheap.example/minutes',
  })
  const card = await detail(id)
  expect(card.features.comment.refusedDomains).toEqual(['cheap.example'])
  expect(card.findings.map(({ rule }) => rule)).toContain('refused_domain')
})

test('a host that moderators keep approving no longer counts as a link', async () => {
  for (const [index, author] of ['Ann', 'Ben', 'Cem'].entries())
    await decided(
      author,
      `The survey number ${index} is at https://source.example/${index}`,
      'approve',
    )
  const { id } = await postbag.judged({
    author: 'Dee',
    body: 'The figures are in https://source.example/table',
  })
  const card = await detail(id)
  expect(card.features.comment.citedDomains).toEqual(['source.example'])
  expect(card.findings.map(({ rule }) => rule)).not.toContain('newcomer_link')
})

test('comments that nobody has decided on push no decision out of sight', async () => {
  await decided('Hal', 'Nobody beats this price, https://flood.example/one', 'spam')
  await decided('Ian', 'Offers for everybody at https://flood.example/two', 'spam')
  const flood = Array.from({ length: 60 }, (_, number) =>
    postbag.post({
      author: `Ivy ${number}`,
      body: `Number ${number}: https://flood.example/${number}`,
    }),
  )
  await Promise.all(flood)
  const { id } = await postbag.judged({ author: 'Jo', body: 'Read https://flood.example/minutes' })
  expect((await detail(id)).features.comment.refusedDomains).toEqual(['flood.example'])
})

test('a source that is named in insults stays a source', async () => {
  for (const number of [1, 2, 3])
    await decided(`Fan ${number}`, `Chart ${number}: https://atlas.example/${number}`, 'approve')
  for (const number of [4, 5, 6, 7])
    await decided(
      `Foe ${number}`,
      `You are blind ${number}: https://atlas.example/${number}`,
      'reject',
      'insult',
    )
  const { id } = await postbag.judged({ author: 'Gil', body: 'Look at https://atlas.example/map' })
  const { features } = await detail(id)
  expect(features.comment).toMatchObject({ refusedDomains: [], citedDomains: ['atlas.example'] })
})

test('an edit that takes a link out takes it out of the reputation too', async () => {
  const { id, receipt } = await postbag.judged({
    author: 'Eve',
    body: 'Look here: https://gone.example/a',
  })
  await postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, { body: 'Never mind, I was wrong.' })
  const { rows } = await postbag.services.db.pool.query(
    'SELECT domain FROM comment_links WHERE comment_id = $1',
    [id],
  )
  expect(rows).toEqual([])
})
