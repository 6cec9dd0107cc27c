import { createToken } from '../../src/accounts/token.store'
import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let ben: Client
let anaId: string
const others: string[] = []

beforeAll(async () => {
  postbag = await startPostbag()
  others.push(
    await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' }),
    await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' }),
  )
  anaId = await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  ben = await signedInAs(postbag, 'ben@daily.example')
  await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_near_duplicates: null } })
})
afterAll(() => postbag.stop())

const back = '/console/queue?state=appealed'
const says = 'You made this decision; somebody else answers the appeal.'

let written = 0
async function held(): Promise<{ id: string; receipt: string }> {
  written += 1
  return postbag.judged({ author: `Author ${written}`, body: `Remark ${written} on the wall.` })
}
const decide = (client: Client, id: string, action: string) =>
  client.post(`/console/comments/${id}/decisions`, { action, back })
async function appealAgainst({ receipt }: { receipt: string }): Promise<void> {
  const text = 'It was a quotation.'
  const { status } = await postbag.reader('POST', `/api/v1/receipts/${receipt}/appeals`, { text })
  expect(status).toBe(201)
}
/** @returns a comment that Ana rejected and whose author appeals */
async function rejectedByAna(): Promise<string> {
  const comment = await held()
  await decide(ana, comment.id, 'reject')
  await appealAgainst(comment)
  return comment.id
}
const standing = async (id: string) => {
  const { body } = await postbag.admin('GET', `/comments/${id}`)
  return [
    body.status,
    body.appeals.filter((one: { resolved_at: unknown }) => !one.resolved_at).length,
  ]
}
async function tab(client: Client): Promise<{ ids: string[]; count: number; total: string }> {
  const { text } = await client.get(back)
  return {
    ids: Array.from(text.matchAll(/id="card-([\w-]+)"/g), ([, id]) => id ?? ''),
    count: Number(/data-count="appealed">(\d+)</.exec(text)?.[1]),
    total: /<h1[^>]*>([^<]*)</.exec(text)?.[1] ?? '',
  }
}
/** What the live news say. */
async function liveCount(client: Client): Promise<number> {
  const cut = new AbortController()
  const cookie = Array.from(client.cookies, (pair) => pair.join('=')).join('; ')
  const answer = await fetch(`${postbag.url}/console/events`, {
    ...{ headers: { cookie }, signal: cut.signal },
  })
  const { value } = (await answer.body?.getReader().read()) ?? {}
  cut.abort()
  const [, data = ''] = /^data: (.*)$/m.exec(new TextDecoder().decode(value)) ?? []
  const { counts } = JSON.parse(data)
  expect(Object.keys(counts)).not.toContain('ownAppeals')
  return counts.appealed
}
const apiIds = async (token?: string): Promise<string[]> =>
  (await postbag.admin('GET', '/queue?state=appealed', undefined, token)).body.items.map(
    ({ id }: { id: string }) => id,
  )

test('an appeal is not shown to who made the decision, and is counted for the others alone', async () => {
  const id = await rejectedByAna()
  expect(await tab(ana)).toEqual({ ids: [], count: 0, total: 'Appealed: 0 comments' })
  expect(await tab(ben)).toEqual({ ids: [id], count: 1, total: 'Appealed: 1 comment' })
  expect(await Promise.all([liveCount(ana), liveCount(ben)])).toEqual([0, 1])
  expect(await apiIds()).toEqual([id])
  await decide(ben, id, 'approve')
  expect(await standing(id)).toEqual(['approved', 0])
})

test('her page of the comment says so, and she can hold or hand over but not answer', async () => {
  const id = await rejectedByAna()
  const page = (await ana.get(`/console/comments/${id}`)).text
  expect(page).toContain(says)
  expect(page).not.toMatch(/name="action" value="(approve|reject|spam)"/)
  expect((await ben.get(`/console/comments/${id}`)).text).not.toContain(says)
  for (const action of ['approve', 'reject', 'spam']) {
    const { location } = await decide(ana, id, action)
    expect((await ana.get(location)).text).toContain(says)
    const json = { accept: 'application/json' }
    const fields = { action, back }
    const refused = await ana.post(`/console/comments/${id}/decisions`, fields, json)
    expect([refused.status, JSON.parse(refused.text).detail]).toEqual([403, says])
  }
  expect(await standing(id)).toEqual(['rejected', 1])
  await decide(ana, id, 'escalate')
  expect(await standing(id)).toEqual(['held', 1])
  // that she held it since does not make it another's decision
  expect((await decide(ana, id, 'approve')).location).toContain('said=ownAppeal')
  await decide(ben, id, 'reject')
  expect(await standing(id)).toEqual(['rejected', 0])
})

test('of a selection her own appeals are left, and she is told how many', async () => {
  const [own, other] = [await rejectedByAna(), (await held()).id]
  const selected = [`${own}:`, `${other}:`]
  const both = await ana.post('/console/decisions', { action: 'approve', selected, back })
  expect((await ana.get(both.location)).text).toContain(
    'Approved: 1 comment. Left to others, for the decisions were yours: 1 appeal.',
  )
  expect(await standing(own)).toEqual(['rejected', 1])
  expect(await standing(other)).toEqual(['approved', 0])
  const alone = await ana.post('/console/decisions', { action: 'spam', selected: `${own}:`, back })
  expect((await ana.get(alone.location)).text).toContain(says)
  await decide(ben, own, 'reject')
})

test('taking the own decision back would answer the appeal as well', async () => {
  const comment = await held()
  await decide(ben, comment.id, 'approve')
  const { location } = await decide(ana, comment.id, 'reject')
  const [, decision] = /done=([\w-]+)/.exec(location) ?? []
  await appealAgainst(comment)
  const undo = (client: Client) => client.post(`/console/decisions/${decision}/undo`, { back })
  expect((await undo(ana)).location).toContain('said=ownAppeal')
  expect(await standing(comment.id)).toEqual(['rejected', 1])
  expect((await undo(ben)).location).toContain('undone=')
  expect(await standing(comment.id)).toEqual(['approved', 0])
})

test('of a batch that is taken back her own appeals are left, and that is the reason given', async () => {
  const json = { accept: 'application/json' }
  const comments = [await held(), await held()]
  for (const { id } of comments) await decide(ben, id, 'approve')
  const selected = comments.map(({ id }) => `${id}:`)
  const { location } = await ana.post('/console/decisions', { action: 'reject', selected, back })
  const [, batch] = /batch=([\w-]+)/.exec(location) ?? []
  const undo = (headers = {}) => ana.post(`/console/batches/${batch}/undo`, { back }, headers)
  const [own = { id: '', receipt: '' }, other] = comments
  await appealAgainst(own)
  const says = 'Left to others, for the decisions were yours: 1 appeal.'
  const undone = await undo()
  expect(undone.location).toMatch(/unbatch=[\w-]+&own=1$/)
  const page = (await ana.get(undone.location)).text
  expect(page).toContain(`Taken back: 1 decision. ${says}`)
  expect(await standing(own.id)).toEqual(['rejected', 1])
  expect(await standing(other?.id ?? '')).toEqual(['approved', 0])
  expect(JSON.parse((await undo(json)).text).text).toBe(
    `Taken back: 0 decisions. 1 had been decided again since. ${says}`,
  )
  await decide(ben, own.id, 'reject')
})

test('what the rules or a program refused anybody answers', async () => {
  await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['conger'] })
  const byRules = await postbag.judged({ author: 'Cy', body: 'Conger, conger and conger again.' })
  expect(byRules.status).toBe('rejected')
  const byProgram = await held()
  await postbag.admin('POST', `/comments/${byProgram.id}/decisions`, { action: 'reject' })
  for (const one of [byRules, byProgram]) await appealAgainst(one)
  expect((await tab(ana)).ids).toHaveLength(2)
  for (const { id } of [byRules, byProgram]) await decide(ana, id, 'approve')
  expect(await apiIds()).toEqual([])
})

test('a token of a moderator stands for that moderator', async () => {
  const id = await rejectedByAna()
  const { secret } = await createToken(postbag.services.db, {
    ...{ name: 'of Ana', role: 'moderator', siteId: null, moderatorId: anaId, madeBy: null },
  })
  expect(await apiIds(secret)).toEqual([])
  const approve = { action: 'approve' }
  const path = `/comments/${id}/decisions`
  expect((await postbag.admin('POST', path, approve, secret)).status).toBe(403)
  const many = { decisions: [{ comment_id: id, ...approve }] }
  const { body } = await postbag.admin('POST', '/decisions', many, secret)
  expect(body.results).toEqual([expect.objectContaining({ comment_id: id, status: 403 })])
  expect((await postbag.admin('POST', path, approve)).status).toBe(201)
})

test('who is alone on a site answers her own appeals', async () => {
  const id = await rejectedByAna()
  expect((await tab(ana)).ids).toEqual([])
  const [olga, ben] = others
  const { status } = await postbag.admin('DELETE', `/moderators/${ben}`)
  expect(status).toBe(204)
  expect((await tab(ana)).ids).toEqual([])
  // somebody of another site alone is of no help
  const other = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  await postbag.services.db.pool.query('UPDATE moderators SET site_id = $2 WHERE id = $1', [
    ...[olga, other.body.id],
  ])
  expect(await tab(ana)).toEqual({ ids: [id], count: 1, total: 'Appealed: 1 comment' })
  expect((await ana.get(`/console/comments/${id}`)).text).not.toContain(says)
  await decide(ana, id, 'approve')
  expect(await standing(id)).toEqual(['approved', 0])
})
