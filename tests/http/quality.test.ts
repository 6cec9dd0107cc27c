import { addModerator, type Client, insertHeld, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let first: string
let second: string

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  const token = async (name: string) =>
    (await postbag.admin('POST', '/tokens', { name, role: 'moderator' })).body.token
  ;[first, second] = [await token('first'), await token('second')]
  await postbag.admin('PATCH', '/sites/daily/settings', { second_review_share: 1 })
})
afterAll(() => postbag.stop())

const stats = async () => (await postbag.admin('GET', '/stats')).body
const page = async () => (await ana.get('/console/statistics')).text
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

type Answer = { action: string; reason?: string }

/** Two people's answers to so many new comments. */
async function answered(count: number, one: Answer, other: Answer): Promise<void> {
  const held = Array.from({ length: count }, (_, at) => ({ author: `Author ${at}`, body: `${at}` }))
  await insertHeld(postbag, held)
  const { body: queue } = await postbag.admin('GET', `/queue?limit=${count}`)
  const decisions = queue.items.map(({ id }: { id: string }) => ({ comment_id: id, ...one }))
  const { body } = await postbag.admin('POST', '/decisions', { decisions }, first)
  for (const { id } of body.results) {
    const reply = await postbag.admin('POST', `/second-reviews/${id}`, other, second)
    expect(reply.status).toBe(201)
  }
}

test('as long as few decisions were looked at twice, there are counts and no figures', async () => {
  expect((await stats()).agreement.overall).toMatchObject({ pairs: 0, state: 'too_few' })
  expect(await page()).toContain('Nothing was looked at a second time in these days.')
  await answered(3, { action: 'approve' }, { action: 'approve' })
  expect((await stats()).agreement).toMatchObject({
    overall: { pairs: 3, agreed: 3, share: null, kappa: null, state: 'too_few' },
    by_action: [{ answer: 'approve', first: 3, second: 3, state: 'too_few' }],
    by_reason: [],
  })
  const text = textOf(await page())
  expect(text).toContain('3 decisions were looked at a second time. Figures are shown from 20 on')
  expect(text).toContain('Approved 3 3 3 too few to say too few to say –')
})

test('from twenty on agreement is shown, beyond chance, by action and by reason', async () => {
  await answered(17, { action: 'approve' }, { action: 'approve' })
  expect((await stats()).agreement.overall).toMatchObject({ share: 1, state: 'undefined' })
  expect(textOf(await page())).toContain('both always said the same one thing')
  await answered(5, { action: 'approve' }, { action: 'reject', reason: 'insult' })
  await answered(10, { action: 'reject', reason: 'insult' }, { action: 'approve' })
  await answered(15, { action: 'reject', reason: 'insult' }, { action: 'reject', reason: 'insult' })
  const { agreement } = await stats()
  expect(agreement.overall).toMatchObject({ pairs: 50, agreed: 35, share: 0.7, state: 'known' })
  expect(agreement.overall.kappa.value).toBeCloseTo(0.4)
  expect(agreement.by_reason).toMatchObject([{ answer: 'insult', first: 25, second: 20 }])
  const html = await page()
  expect(textOf(html)).toContain(
    'The same action for 35 of 50 decisions: 70 %. Cohen’s κ, which leaves chance out: 0.40 (0.15 to 0.65), fair.',
  )
  expect(textOf(html)).toContain('Approved 25 30 20 73 % 0.40 0.15 to 0.65')
  expect(html).toMatch(/<svg class="plot" role="img"[^>]*><title id="actions-plot-title">/)
})

test('only the days asked for and the sites within reach count', async () => {
  expect((await postbag.admin('GET', '/stats?to=2026-01-01')).body.agreement.overall.pairs).toBe(0)
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  const { body } = await postbag.admin('GET', '/stats?site=weekly')
  expect([body.agreement.overall.pairs, body.rule_precision]).toEqual([0, []])
})

test('a rule is right where a person did as it wanted; what nobody decided on is not counted', async () => {
  await postbag.admin('PUT', '/sites/daily/banks/suspect', { kind: 'words', entries: ['conger'] })
  await postbag.admin('POST', '/sites/daily/rules', {
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    ...{ name: 'Eels', when: 'list("suspect")', then: { action: 'reject' } },
  })
  const judged: { id: string }[] = []
  for (const number of [1, 2, 3, 4])
    judged.push(await postbag.judged({ author: `A${number}`, body: `Conger number ${number}.` }))
  const decide = (at: number, action: string) =>
    postbag.admin('POST', `/comments/${judged[at]?.id}/decisions`, { action })
  await decide(0, 'reject')
  await decide(1, 'spam')
  await decide(2, 'approve')
  await decide(3, 'hold')
  const { rule_precision: rules } = await stats()
  const builtIn = { rule: 'suspect_words', mode: 'live', hits: 4, agreed: 2, disagreed: 1 }
  expect(rules).toContainEqual({
    ...builtIn,
    precision: {
      estimate: expect.closeTo(2 / 3),
      low: expect.closeTo(0.2077, 3),
      high: expect.closeTo(0.9385, 3),
      sample: 3,
    },
  })
  expect(rules).toContainEqual(expect.objectContaining({ mode: 'shadow', hits: 4, agreed: 2 }))
  const text = textOf(await page())
  expect(text).toContain('Suspect words 4 2 1 67 % 21 to 94 %')
  expect(text).toContain('In shadow: Eels 4 2 1 67 % 21 to 94 %')
})
