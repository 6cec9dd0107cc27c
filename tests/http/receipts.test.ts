import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const receipt = (secret: string, method = 'GET', body?: unknown, more = '') =>
  postbag.reader(method, `/api/v1/receipts/${secret}${more}`, body)
const decide = (id: string, action: string, reason?: string) =>
  postbag.admin('POST', `/comments/${id}/decisions`, { action, reason })
const inThread = async (id: string) => {
  const { body } = await postbag.reader('GET', `${postbag.articleApi}/comments?limit=100`)
  return body.comments.find((comment: { id: string }) => comment.id === id)
}
const settled = (secret: string) =>
  waitUntil('the comment is judged', async () => {
    const { body } = await receipt(secret)
    return body.status === 'pending' ? undefined : body
  })

describe('what became of a comment', () => {
  test('its author learns the status, the reason and who decided', async () => {
    const held = await postbag.judged({ author: 'Ada', body: 'A word on the breakwater.' })
    const { status, headers, body } = await receipt(held.receipt)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      id: held.id,
      status: 'held',
      reason: 'premoderation',
      statement: expect.stringContaining('decided automatically'),
      editable_until: expect.any(String),
      may_appeal: false,
    })
    await decide(held.id, 'reject', 'off_topic')
    expect((await receipt(held.receipt)).body).toMatchObject({
      status: 'rejected',
      reason: 'off_topic',
      statement: 'It does not concern the article. A moderator decided this.',
      may_appeal: true,
    })
    await decide(held.id, 'approve')
    const approved = (await receipt(held.receipt)).body
    expect(approved).toMatchObject({ status: 'approved', may_appeal: false })
    expect(approved).not.toHaveProperty('reason')
    expect(approved).not.toHaveProperty('statement')
  })

  test('a receipt that is guessed, cut, changed or of no comment looks the same', async () => {
    const { receipt: right } = await postbag.judged({ author: 'Bo', body: 'The tide tables lie.' })
    const bytes = Buffer.from(right, 'base64url')
    const answers = []
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      answers.push(await receipt(changed.toString('base64url')))
    }
    // the last character has unused bits, so the next character in the alphabet decodes to the same bytes
    const respelt = right.slice(0, -1) + String.fromCharCode(right.charCodeAt(53) + 1)
    expect(Buffer.from(respelt, 'base64url')).toEqual(bytes)
    for (const text of [respelt, right.slice(0, -1), `${right}A`, 'A'.repeat(54), '%00', 'x'])
      answers.push(await receipt(text))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    for (const [method, more, body] of [
      ['PATCH', '', { body: 'x' }],
      ['DELETE', '', undefined],
      ['POST', '/appeals', { text: 'x' }],
    ] as const)
      expect((await receipt('A'.repeat(54), method, body, more)).status).toBe(404)
  })
})

describe('changing the text', () => {
  test('within the window: the old text is kept for moderators and it is judged again', async () => {
    await postbag.admin('PUT', '/sites/daily/banks/blocked', { kind: 'words', entries: ['eel'] })
    const own = await postbag.judged({ author: 'Cy', body: 'Herring for everybody.' })
    await decide(own.id, 'approve')
    expect(await inThread(own.id)).toBeDefined()
    const edited = await receipt(own.receipt, 'PATCH', { body: 'An eel for everybody.' })
    expect(edited.status).toBe(202)
    expect(edited.body).toEqual({ id: own.id, status: 'pending' })
    expect(await settled(own.receipt)).toMatchObject({ status: 'rejected', reason: 'blocked_word' })
    expect(await inThread(own.id)).toBeUndefined()
    const { body: detail } = await postbag.admin('GET', `/comments/${own.id}`)
    expect(detail.revisions.map(({ body }: { body: string }) => body)).toEqual([
      'Herring for everybody.',
    ])
    expect(detail.body).toBe('An eel for everybody.')
    expect(detail.edited_at).toEqual(expect.any(String))
    expect(detail.features.comment.edited).toBe(true)
  })

  test.each([
    ['nothing', {}],
    ['white space', { body: ' \n ' }],
    ['a list', { body: ['x'] }],
    ['too much', { body: 'x'.repeat(10_001) }],
  ])('%s is refused', async (_name, body) => {
    const own = await postbag.post({ author: 'Di', body: `Mussels, ${_name}.` })
    const { status, body: problem } = await receipt(own.body.receipt, 'PATCH', body)
    expect(status).toBe(422)
    expect(problem.errors).toEqual([{ field: 'body', message: expect.any(String) }])
  })

  test('after the window it is refused, and the text stays', async () => {
    const own = await postbag.judged({ author: 'Ed', body: 'Gulls are back on the pier.' })
    await postbag.services.db.pool.query(
      "UPDATE comments SET created_at = created_at - interval '16 minutes' WHERE id = $1",
      [own.id],
    )
    const { body: status } = await receipt(own.receipt)
    expect(status).not.toHaveProperty('editable_until')
    expect((await receipt(own.receipt, 'PATCH', { body: 'Too late.' })).status).toBe(403)
    const { body: detail } = await postbag.admin('GET', `/comments/${own.id}`)
    expect(detail.body).toBe('Gulls are back on the pier.')
  })
})

describe('deleting', () => {
  test('leaves neither name nor text anywhere, and keeps the replies together', async () => {
    const own = await postbag.judged({
      author: 'Zephyrine',
      body: 'Quokkas in the harbour https://quokka.example',
    })
    await decide(own.id, 'approve')
    const reply = await postbag.post({ author: 'Fay', body: 'No way at all.', parent_id: own.id })
    await settled(reply.body.receipt)
    await decide(reply.body.id, 'approve')
    await receipt(own.receipt, 'PATCH', { body: 'Two quokkas in the harbour.' })
    await settled(own.receipt)
    await decide(own.id, 'reject')
    await receipt(own.receipt, 'POST', { text: 'But there were quokkas!' }, '/appeals')

    const { status, body } = await receipt(own.receipt, 'DELETE')
    expect([status, body]).toEqual([204, ''])
    expect((await receipt(own.receipt, 'DELETE')).status).toBe(204)

    expect((await receipt(own.receipt)).body).toEqual({
      id: own.id,
      status: 'deleted',
      may_appeal: false,
    })
    const detail = await postbag.admin('GET', `/comments/${own.id}`)
    expect(detail.body).toMatchObject({ status: 'deleted', author: '', body: '', revisions: [] })
    const places = [
      detail,
      await postbag.admin('GET', `/comments/${reply.body.id}`),
      await postbag.admin('GET', '/comments?site=daily'),
      await postbag.admin('GET', `/audit?site=daily&comment_id=${own.id}`),
      await postbag.reader('GET', `${postbag.articleApi}/comments`),
      await postbag.reader('GET', '/sites/daily/articles/harbour-wall'),
      await postbag.reader('GET', `/sites/daily/articles/harbour-wall?receipt=${own.receipt}`),
      await postbag.reader('GET', '/sites/daily/articles/harbour-wall/comments.rss'),
      await postbag.reader('GET', `/receipts/${own.receipt}`),
    ]
    for (const place of places) {
      expect(place.status).toBe(200)
      expect(JSON.stringify(place.body)).not.toMatch(/zephyrine|quokka/i)
    }
    expect((await inThread(reply.body.id)).parent_id).toBe(own.id)
    expect(places[5]?.body).toContain('This comment was deleted by its author.')
  })

  test('no row of any table holds the text of what was deleted', async () => {
    const own = await postbag.judged({
      author: 'Xanthippe',
      body: 'Narwhals, I say, narwhals: https://narwhal.bit.ly/x',
    })
    await receipt(own.receipt, 'DELETE')
    const { pool } = postbag.services.db
    const { rows: tables } = await pool.query<{ name: string }>(
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    expect(tables.length).toBeGreaterThan(15)
    for (const { name } of tables) {
      const { rows } = await pool.query(
        `SELECT count(*) FROM ${name} t WHERE t::text ~* 'xanthippe|narwhal'`,
      )
      expect([name, rows[0].count]).toEqual([name, 0])
    }
  })

  test('what was deleted can be neither edited, nor appealed, nor reported, nor decided', async () => {
    const own = await postbag.judged({ author: 'Gus', body: 'I should not have said that.' })
    await receipt(own.receipt, 'DELETE')
    expect((await receipt(own.receipt, 'PATCH', { body: 'Back again.' })).status).toBe(403)
    expect((await receipt(own.receipt, 'POST', { text: 'x' }, '/appeals')).status).toBe(409)
    expect((await decide(own.id, 'approve')).status).toBe(404)
    const report = { reason: 'spam' }
    const path = `/api/v1/comments/${own.id}/reports`
    expect((await postbag.reader('POST', path, report)).status).toBe(404)
  })
})

describe('appealing', () => {
  test('one appeal against a refusal reaches the moderators, and their answer the author', async () => {
    const own = await postbag.judged({ author: 'Hal', body: 'The dredger woke us at four.' })
    const appeal = (text: unknown) => receipt(own.receipt, 'POST', { text }, '/appeals')
    expect((await appeal('It is only held.')).status).toBe(409)
    await decide(own.id, 'reject')
    for (const text of [undefined, '', ' ', ['x'], 5, 'x'.repeat(2001)])
      expect((await appeal(text)).body.errors).toEqual([
        { field: 'text', message: expect.any(String) },
      ])
    const sent = await appeal('It did wake us.')
    expect(sent.status).toBe(201)
    expect(sent.body).toEqual({ id: expect.any(String) })
    expect((await appeal('And once more.')).status).toBe(409)
    const queue = await postbag.admin('GET', '/queue?site=daily&state=appealed')
    expect(queue.body.items).toMatchObject([{ id: own.id, appeal: 'It did wake us.' }])
    await decide(own.id, 'approve', 'appeal_upheld')
    expect((await postbag.admin('GET', '/queue?site=daily&state=appealed')).body.total).toBe(0)
    expect((await receipt(own.receipt)).body.status).toBe('approved')
  })
})
