import { addModerator, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const advert =
  'Hello! Make $5000 a week working from home, check out http://earn-fast-cash.example now!!!'
const story = 'The wall near our house has moved a little since autumn.'

let authors = 0
async function decided(text: string, decision: object): Promise<{ id: string; receipt: string }> {
  authors += 1
  const body = `${text} ${authors}`
  const { id, receipt } = await postbag.judged({ author: `Reader ${authors}`, body })
  const answer = await postbag.admin('POST', `/comments/${id}/decisions`, decision)
  expect(answer.status).toBeLessThan(300)
  return { id: answer.body.id, receipt }
}

const defaultAction = (default_action: string) =>
  postbag.admin('PATCH', '/sites/daily/settings', { default_action })

test('the quality of a score is measured by what rejections are for, and by decisions that stand', async () => {
  await decided(advert, { action: 'reject', reason: 'advertising' })
  await decided(advert, { action: 'spam' })
  await decided(story, { action: 'spam' })
  await decided(advert, { action: 'approve' })
  await decided(story, { action: 'approve' })
  await decided(story, { action: 'reject', reason: 'off_topic' })
  await decided(story, { action: 'reject', reason: 'insult' })
  const erased = await decided(advert, { action: 'spam' })
  await postbag.reader('DELETE', `/api/v1/receipts/${erased.receipt}`)
  await defaultAction('approve')
  const mistake = await decided('Herring gulls, all of them.', { action: 'spam' })
  const undo = await postbag.admin('POST', `/decisions/${mistake.id}/undo`)
  expect(undo.body).toMatchObject({ action: 'approve' })

  const { body } = await postbag.admin('GET', '/sites/daily/learning')
  const week = expect.any(String)
  expect(body.quality).toEqual([
    { week, score: 'spam', decided: 5, right: 3, of_class: 3, found: 2, wrongly_flagged: 1 },
    { week, score: 'toxicity', decided: 3, right: 2, of_class: 1, found: 0, wrongly_flagged: 0 },
  ])

  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  const owner = await signedInAs(postbag, 'olga@desk.example')
  const { text } = await owner.get('/console/settings/daily/learning')
  const cells = [...text.matchAll(/<td class="number">(.*?)<\/td>/g)].map(([, cell]) => cell)
  expect(cells).toEqual(['3', '67 %', '0 / 1', '0 / 2', '5', '60 %', '2 / 3', '1 / 2'])
})
