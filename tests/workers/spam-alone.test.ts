import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const settings = '/sites/daily/settings'

/** What became of a comment, and what the score for spam did. */
async function outcomeOf(author: string, body: string) {
  const { id, status } = await postbag.judged({ author, body })
  const card = (await postbag.admin('GET', `/comments/${id}`)).body
  const finding = card.findings.find(({ rule }: { rule: string }) => rule === 'score_spam')
  return { id, status, spam: finding?.action, value: card.evaluation.scores.spam }
}

test('a score for spam marks as spam only with a second sign, and never what only cites a source', async () => {
  const known = await outcomeOf(
    'Regular',
    'The council should publish the minutes before it votes.',
  )
  await postbag.admin('POST', `/comments/${known.id}/decisions`, { action: 'approve' })

  const cited = 'Check out this article https://www.theguardian.com/'
  const ofRegular = await outcomeOf('Regular', `${cited}one`)
  expect(ofRegular.value).toBeGreaterThan(0.95)
  expect(ofRegular).toMatchObject({ status: 'held', spam: 'hold' })
  expect(
    await outcomeOf('Newcomer', 'Check out my channel https://shop.example/two'),
  ).toMatchObject({
    status: 'spam',
    spam: 'spam',
  })

  // nobody has cited it here before: what looks like spam is the link alone
  const ofNewReader = await outcomeOf('New reader', `${cited}two`)
  expect(ofNewReader.value).toBeGreaterThan(0.95)
  expect(ofNewReader).toMatchObject({ status: 'held', spam: 'hold' })

  await postbag.admin('PATCH', settings, { allowed_domains: ['theguardian.com'] })
  expect(await outcomeOf('Stranger', `${cited}three`)).toMatchObject({
    status: 'held',
    spam: 'hold',
  })
})
