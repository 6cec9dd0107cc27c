import { publish, publishMany } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const list = (query = '') => postbag.reader('GET', `${postbag.articleApi}/comments${query}`)

describe('the sum', () => {
  test('comes with everything that a form needs, and is never stored by a cache', async () => {
    const { status, headers, body } = await postbag.reader('GET', `${postbag.articleApi}/challenge`)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
      question: expect.stringMatching(/^[1-9] \+ [1-9] =$/),
      words: expect.stringMatching(/^[a-z]+ plus [a-z]+$/),
      min_age_ms: 0,
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
    expect(Date.parse(body.expires_at) - Date.now()).toBeGreaterThan(86_000_000)
  })

  test.each(['sites/daily/articles/nowhere', 'sites/nowhere/articles/harbour-wall'])(
    'is not to be had for %s',
    async (place) => {
      for (const [method, path] of [
        ['GET', 'challenge'],
        ['GET', 'comments'],
        ['POST', 'comments'],
      ] as const) {
        const { status, headers, body } = await postbag.reader(
          method,
          `/api/v1/${place}/${path}`,
          method === 'POST' ? {} : undefined,
        )
        expect(status).toBe(404)
        expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
        expect(body).toEqual({
          type: 'about:blank',
          title: 'Not found',
          status: 404,
          detail: 'There is no such article.',
        })
      }
    },
  )
})

describe('posting', () => {
  test('answers 202 with the id, the status and a receipt', async () => {
    const { status, headers, body } = await postbag.post({ body: 'Plainly said.' })
    expect(status).toBe(202)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      status: 'pending',
      receipt: expect.stringMatching(/^[\w-]{40,}$/),
    })
    expect((await list()).body.comments).not.toContainEqual(
      expect.objectContaining({ id: body.id }),
    )
  })

  test('names each field at fault, in the words of the page, with a fresh sum', async () => {
    const { status, headers, body } = await postbag.reader(
      'POST',
      `${postbag.articleApi}/comments`,
      { author: '\u3164\u200b', body: '  ', captcha: {} },
    )
    expect(status).toBe(422)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body.errors).toEqual([
      { field: 'author', message: 'Please enter your name here' },
      { field: 'body', message: 'Please enter your comment!' },
      { field: 'captcha', message: 'Please solve the sum below the comment.' },
    ])
    expect(body.challenge).toMatchObject({ question: expect.any(String), min_age_ms: 0 })
  })

  test.each([
    ['a number for a name', { author: 5 }, 'author'],
    ['a list for a name', { author: ['Ada'] }, 'author'],
    ['an object for a text', { body: { equals: 'x' } }, 'body'],
    ['a name of 61 characters', { author: 'x'.repeat(61) }, 'author'],
    ['a text of 10,001 characters', { body: 'x'.repeat(10_001) }, 'body'],
    ['a parent that is no id', { parent_id: "1' OR 1=1" }, 'parent_id'],
    ['a parent that does not exist', { parent_id: crypto.randomUUID() }, 'parent_id'],
  ])('refuses %s', async (_name, wrong, field) => {
    const { status, body } = await postbag.post({ body: 'Right.', ...wrong } as { body: string })
    expect(status).toBe(422)
    expect(body.errors).toEqual([{ field, message: expect.any(String) }])
    expect(body.challenge.token).toEqual(expect.any(String))
  })

  test.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
  ])('gives a fresh sum even for a body that is %s', async (_name, body) => {
    const response = await fetch(`${postbag.url}${postbag.articleApi}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(422)
    const problem = await response.json()
    expect(problem.errors.length).toBe(3)
    expect(problem.challenge.token).toEqual(expect.any(String))
  })

  test('takes 60 characters of name and 10,000 of text, and refuses 64 KiB with 413', async () => {
    const most = await postbag.post({ author: 'n'.repeat(60), body: 'x'.repeat(10_000) })
    expect(most.status).toBe(202)
    const { status, headers, body } = await postbag.post({ body: 'x'.repeat(70_000) })
    expect(status).toBe(413)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body.detail).toBe('The body is larger than 64 KiB.')
  })

  test('does not let a sender set what is not theirs', async () => {
    const id = crypto.randomUUID()
    const { body } = await postbag.post({
      body: 'I approve of myself.',
      ...{ id, status: 'approved', approved: true, siteId: id, site_id: id, version: 9 },
      ...{ created_at: '2000-01-01T00:00:00Z', createdAt: '2000-01-01', score: 0, role: 'owner' },
      ...{ authorKey: 'x', honeypot: false, depth: -5, priority: 100, receipt: 'mine' },
    })
    expect(body).toMatchObject({ status: 'pending' })
    expect(body.id).not.toBe(id)
    const { body: detail } = await postbag.admin('GET', `/comments/${body.id}`)
    expect(detail).toMatchObject({ status: 'pending', version: 0, priority: 0, site: 'daily' })
    expect(Date.now() - Date.parse(detail.created_at)).toBeLessThan(60_000)
  })

  test('replies go below what is public, and below nothing else', async () => {
    const parent = await publish(postbag, 'Who remembers the old pier?')
    const reply = await postbag.post({ body: 'I do.', parent_id: parent })
    expect(reply.status).toBe(202)
    const toPending = await postbag.post({ body: 'You do?', parent_id: reply.body.id })
    expect(toPending.status).toBe(422)
    await postbag.admin('POST', '/sites/daily/articles', { slug: 'other', title: 'Other' })
    const { body: challenge } = await postbag.reader(
      'GET',
      '/api/v1/sites/daily/articles/other/challenge',
    )
    const [, left, right] = /(\d) \+ (\d)/.exec(challenge.question) ?? []
    const elsewhere = await postbag.reader('POST', '/api/v1/sites/daily/articles/other/comments', {
      author: 'Ada',
      body: 'A reply across articles.',
      parent_id: parent,
      captcha: { token: challenge.token, answer: String(Number(left) + Number(right)) },
    })
    expect(elsewhere.body.errors).toEqual([{ field: 'parent_id', message: expect.any(String) }])
    await postbag.admin('POST', `/comments/${reply.body.id}/decisions`, { action: 'approve' })
    const { body } = await list('?sort=oldest&limit=100')
    expect(body.comments.find(({ id }: { id: string }) => id === parent).reply_count).toBe(1)
    expect(body.comments.find(({ id }: { id: string }) => id === reply.body.id).parent_id).toBe(
      parent,
    )
  })
})

describe('a thread of 130 comments', () => {
  beforeAll(async () => {
    const roots = await publishMany(postbag, 100)
    // numbers of replies that are often equal, so that the order of "top" has to be settled
    for (const parent_id of roots.slice(10, 25)) await publishMany(postbag, 2, { parent_id })
  })

  const everyPage = async (sort: string, limit: number) => {
    const comments: { id: string; created_at: string; reply_count: number }[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 200; page++) {
      const { status, body } = await list(
        `?sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
      )
      expect(status).toBe(200)
      expect(body.comments.length).toBeLessThanOrEqual(limit)
      expect(body.total).toBeGreaterThanOrEqual(130)
      comments.push(...body.comments)
      cursor = body.next_cursor
    }
    return comments
  }

  test.each(['newest', 'oldest', 'top'])(
    'shows each comment once, whatever the size of the pages, by %s',
    async (sort) => {
      const { rows } = await postbag.services.db.pool.query(
        "SELECT id FROM comments WHERE article_id = $1 AND status = 'approved'",
        [postbag.article.id],
      )
      const all = rows.map(({ id }) => id).sort()
      expect(all.length).toBeGreaterThanOrEqual(130)
      for (const limit of [3, 50, 100]) {
        const ids = (await everyPage(sort, limit)).map(({ id }) => id)
        expect([...ids].sort()).toEqual(all)
      }
    },
  )

  test('is in the order that was asked for', async () => {
    const newest = await everyPage('newest', 100)
    const oldest = await everyPage('oldest', 100)
    const top = await everyPage('top', 100)
    const times = newest.map(({ created_at }) => created_at)
    expect(times).toEqual([...times].sort().reverse())
    expect(oldest.map(({ id }) => id)).toEqual(newest.map(({ id }) => id).reverse())
    const counts = top.map(({ reply_count }) => reply_count)
    expect(counts).toEqual([...counts].sort((one, other) => other - one))
    expect(counts[0]).toBe(2)
    expect((await list()).body.comments.map(({ id }: { id: string }) => id)).toEqual(
      newest.slice(0, 50).map(({ id }) => id),
    )
  })

  test.each([
    'limit=0',
    'limit=101',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'limit=5&limit=6',
    'sort=worst',
    'sort=newest&sort=top',
    'cursor=nonsense',
    'cursor=',
    `cursor=${Buffer.from('[1]').toString('base64url')}`,
  ])('refuses ?%s with 400 and names the parameter', async (query) => {
    const { status, body } = await list(`?${query}`)
    expect(status).toBe(400)
    expect(body.errors).toEqual([{ field: query.split('=')[0], message: expect.any(String) }])
  })

  test('shows what the public may know and nothing else', async () => {
    const { headers, body } = await list('?limit=100')
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
    expect(Object.keys(body).sort()).toEqual(['comments', 'next_cursor', 'total'])
    for (const comment of body.comments)
      expect(Object.keys(comment).sort()).toEqual(
        [
          ...['author', 'body', 'created_at', 'edited_at', 'id', 'is_tombstone', 'parent_id'],
          'reply_count',
        ].sort(),
      )
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0|score|finding|rule|network|receipt|status/)
  })
})
