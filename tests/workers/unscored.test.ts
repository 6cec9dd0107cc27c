import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const set = (change: object) => postbag.admin('PATCH', '/sites/daily/settings', change)

async function outcomeOf(author: string, body: string) {
  const { id, status } = await postbag.judged({ author, body })
  const { findings, evaluation } = (await postbag.admin('GET', `/comments/${id}`)).body
  const finding = findings.find(({ rule }: { rule: string }) => rule === 'not_scored')
  return { status, scores: evaluation.scores, lacking: finding?.facts.lacking }
}

// what our heads cannot say: whether Russian is an insult, and whether German is an advert
const russian = 'Автор этой статьи полный дурак и ничего не понимает в городском хозяйстве'
const german = 'Mit meiner Methode verdienen Sie jeden Monat viel Geld ganz bequem von zu Hause'

test('a comment with one score of two does not pass as clean, unless the owner says so', async () => {
  await set({ default_action: 'approve' })
  expect(await outcomeOf('Anna', russian)).toMatchObject({
    ...{ status: 'held', scores: { toxicity: -1 }, lacking: ['toxicity'] },
  })
  expect(await outcomeOf('Bernd', german)).toMatchObject({
    ...{ status: 'held', scores: { spam: -1 }, lacking: ['spam'] },
  })

  await set({ unscored: 'default' })
  expect(await outcomeOf('Clara', `${german}, und das seit Jahren`)).toMatchObject({
    ...{ status: 'approved', scores: { spam: -1 }, lacking: undefined },
  })

  await set({ default_action: 'hold' })
  expect((await outcomeOf('Dora', `${german}, wirklich jeden Tag`)).status).toBe('held')
})
