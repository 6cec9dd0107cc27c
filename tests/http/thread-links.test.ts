import { createArticleDirectory } from '../../src/articles/article.store'
import { cursorOf } from '../../src/platform/cursor'
import { publish } from '../support/many-comments'
import { type Postbag, startPostbag } from '../support/postbag'
import { saveComments } from '../support/saved-comments'
import {
  addComments,
  addThread,
  authorOf,
  bushes,
  chain,
  roots,
  setStatuses,
} from '../support/thread-shapes'
import { listPath, showPage, sorts, walkList, walkPages } from '../support/thread-walk'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const pathOf = (slug: string) => `/sites/daily/articles/${slug}`
const around = (slug: string, id: string, more = '') =>
  postbag.reader('GET', `${listPath(slug)}?around=${id}${more}`)

describe('R1: a comment that is not public', () => {
  test.each(['rejected', 'spam', 'held', 'pending', 'deleted'])(
    'and is %s leaves an empty tombstone if a public one is below it, else nothing',
    async (status) => {
      const { slug, articleId, ids } = await addThread(postbag, [
        { parent: null },
        { parent: 0, status },
        { parent: 1 },
        { parent: null, status },
        { parent: 3, status },
      ])
      await addComments(
        postbag,
        articleId,
        Array.from({ length: 4 }, () => ({ parent: null, status })),
      )
      const [, gone = '', below = '', alone = ''] = ids
      const { html, ids: shown } = await showPage(postbag, pathOf(slug))
      expect(shown).toEqual(ids.slice(0, 3))
      const [, place = ''] =
        new RegExp(`(<article [^>]*id="comment-${gone}">.*?</article>)`).exec(html) ?? []
      const sentence = status === 'deleted' ? 'was deleted by its author' : 'is not public'
      expect(place).toBe(
        `<article class="comment tombstone" id="comment-${gone}"><p>This comment ${sentence}.</p></article>`,
      )
      expect(html).not.toContain(authorOf(gone))
      expect(html).not.toMatch(new RegExp(`(reply_to=|comments/)${gone}`))
      expect(html).toContain('>2 comments<')
      const { body } = await postbag.reader('GET', `${listPath(slug)}?sort=oldest`)
      expect(body.total).toBe(2)
      const listed = new Map(body.comments.map((one: { id: string }) => [one.id, one]))
      expect([...listed.keys()].toSorted()).toEqual(ids.slice(0, 3).toSorted())
      expect(listed.get(gone)).toEqual({
        ...{ id: gone, parent_id: ids[0], author: null, body: null, edited_at: null },
        ...{ created_at: expect.any(String), reply_count: 1, is_tombstone: true },
      })
      expect(listed.get(ids[0])).toMatchObject({ reply_count: 0, is_tombstone: false })
      expect(listed.get(below)).toMatchObject({ author: authorOf(below), is_tombstone: false })
      expect(JSON.stringify(body)).not.toContain(alone)
      const feed = await (await fetch(`${postbag.url}${pathOf(slug)}/comments.rss`)).text()
      expect(feed.match(/<item>/g)).toHaveLength(2)
      expect(feed).not.toContain(gone)
      const front = await (await fetch(`${postbag.url}/`)).text()
      expect(front).toMatch(new RegExp(`${slug}#comments"[^>]*>2 comments<`))
    },
  )

  test('becomes a tombstone, and public again, as soon as a moderator decides', async () => {
    const parent = await publish(postbag, 'The old pier was longer.')
    const { body: reply } = await postbag.post({ body: 'By far.', parent_id: parent })
    await postbag.admin('POST', `/comments/${reply.id}/decisions`, { action: 'approve' })
    for (const [action, isPublic] of [
      ['reject', false],
      ['approve', true],
      ['hold', false],
    ] as const) {
      await postbag.admin('POST', `/comments/${parent}/decisions`, { action })
      const { html, ids } = await showPage(postbag, pathOf('harbour-wall'))
      expect(ids).toEqual([parent, reply.id])
      expect([html.includes('The old pier'), html.includes('This comment is not public.')]).toEqual(
        [isPublic, !isPublic],
      )
    }
  })

  test('a reply saved by a process of either release joins the conversation of its parent', async () => {
    const article = await createArticleDirectory(postbag.services.db).find('daily', 'harbour-wall')
    expect(article).toBeDefined()
    const place = { db: postbag.services.db, site: postbag.site, article: postbag.article }
    const root = await publish(postbag, 'It begins here.')
    const [reply = ''] = await saveComments(place, [{ body: 'It goes on.', parentId: root }])
    await setStatuses(postbag, [reply], ['approved'])
    const [answer = ''] = await saveComments(place, [{ body: 'And on.', parentId: reply }])
    const [older = ''] = await addComments(postbag, postbag.article.id, [{ parent: reply }])
    const { rows } = await postbag.services.db.pool.query(
      'SELECT root_id FROM comments WHERE id = ANY ($1)',
      [[reply, answer, older]],
    )
    expect(rows).toEqual(Array(3).fill({ root_id: root }))
  })
})

describe('R1: a link to a comment', () => {
  test.each([
    ['120 roots', roots(120)],
    ['40 roots with 12 replies each', bushes(40, 12)],
    ['one root with 1,005 replies', bushes(1, 1005)],
    ['a chain of 700', chain(700)],
  ])('leads to the page that contains it: %s', async (_, plan) => {
    const { slug, ids } = await addThread(postbag, plan)
    for (const [turn, at] of [0, 60, 299, 300, ids.length - 1].entries()) {
      const id = ids[at % ids.length] ?? ''
      for (const sort of [sorts[turn % 3]]) {
        const page = await showPage(postbag, `${pathOf(slug)}?sort=${sort}&comment=${id}`)
        expect(page.ids).toContain(id)
        expect(page.html).toContain(`href="${pathOf(slug)}?comment=${id}#comment-${id}"`)
        const list = await around(slug, id, `&sort=${sort}&limit=30`)
        expect(list.body.comments.map((comment: { id: string }) => comment.id)).toContain(id)
      }
    }
    // paging forwards and backwards from there reaches every comment
    const path = `${pathOf(slug)}?comment=${ids[Math.floor(ids.length / 2)]}`
    const onwards = await walkPages(postbag, path)
    const back = await walkPages(postbag, path, { link: 'previous' })
    const seen = new Set([...onwards, ...back].flatMap((page) => page.ids))
    expect(Array.from(seen).toSorted()).toEqual(ids.toSorted())
  })

  test('in JSON returns one of the pages that a client would page through', async () => {
    const { slug } = await addThread(postbag, [
      ...roots(40),
      { parent: 3 },
      { parent: 3 },
      { parent: 7 },
    ])
    for (const sort of sorts) {
      const { comments } = await walkList(postbag, slug, { sort, limit: 10 })
      for (const at of [0, 9, 10, 25, 42]) {
        const { body } = await around(slug, comments[at]?.id ?? '', `&sort=${sort}&limit=10`)
        const start = at - (at % 10)
        expect(body.comments).toEqual(comments.slice(start, start + 10))
        expect(body.next_cursor === null).toBe(start === 40)
      }
    }
  })

  test('says so if the comment is not public, and shows the first page', async () => {
    const { slug, ids } = await addThread(postbag, [
      ...roots(60),
      { parent: null, status: 'rejected' },
    ])
    const elsewhere = await addThread(postbag, roots(1))
    const first = await showPage(postbag, pathOf(slug))
    for (const id of [ids[60] ?? '', elsewhere.ids[0] ?? '', crypto.randomUUID(), "' OR 1=1", '']) {
      const {
        status,
        html,
        ids: shown,
      } = await showPage(postbag, `${pathOf(slug)}?comment=${encodeURIComponent(id)}`)
      expect([status, shown]).toEqual([200, first.ids])
      expect(html).toContain('The comment in this link is not public.')
      const answer = await around(slug, encodeURIComponent(id))
      expect([answer.status, answer.body.detail]).toEqual([
        404,
        'There is no such public comment on this article.',
      ])
    }
    expect(first.html).not.toContain('is not public')
    const both = await around(slug, ids[0] ?? '', `&cursor=${cursorOf([0, ids[0] ?? '', 0])}`)
    expect([both.status, both.body.errors[0].field]).toEqual([400, 'around'])
  })

  test('is used by feed, receipt, report and console', async () => {
    const { slug, ids } = await addThread(postbag, roots(1))
    const [id] = ids
    const href = `${pathOf(slug)}?comment=${id}#comment-${id}`
    const textOf = async (path: string) => await (await fetch(`${postbag.url}${path}`)).text()
    const feed = await textOf(`${pathOf(slug)}/comments.rss`)
    expect(feed).toContain(`${href}</link>`)
    expect(feed).toContain(`urn:uuid:${id}`)
    expect(await textOf(`${pathOf(slug)}/comments/${id}/report`)).toContain(`href="${href}"`)
    const reply = await textOf(`${pathOf(slug)}?reply_to=${id}`)
    expect(reply).toContain(`<a href="${href}">Cancel reply</a>`)
  })

  test('the reader’s own comment is shown below the one that it answers, whichever page that is on', async () => {
    const { body: posted } = await postbag.post({ body: 'An answer to an old one.' })
    const old = await addComments(postbag, postbag.article.id, roots(130))
    await postbag.services.db.pool.query(
      'UPDATE comments SET parent_id = $2, root_id = $2 WHERE id = $1',
      [posted.id, old[5]],
    )
    const page = await showPage(postbag, `${pathOf('harbour-wall')}?receipt=${posted.receipt}`)
    expect(page.ids).toContain(old[5])
    expect(page.ids).toContain(posted.id)
    expect(page.html).toContain('Your comment is awaiting moderation')
  })
})

describe('R1: a link to a page', () => {
  test.each([
    'after=nonsense',
    'before=nonsense',
    'after=',
    `after=${'x'.repeat(5000)}`,
    `after=${cursorOf([0, crypto.randomUUID(), 0, 0, 'x'])}`,
    `after=${cursorOf([-1, crypto.randomUUID(), 0, 0, ''])}`,
    'page=1',
    'page=99999',
    'page=-1',
    'page=two',
    'page=',
  ])('past the end or unreadable says so and leads back: %s', async (query) => {
    const { slug } = await addThread(postbag, roots(3))
    const page = await showPage(postbag, `${pathOf(slug)}?${query}`)
    expect([page.status, page.ids]).toEqual([200, []])
    expect(page.html).toContain('This page has no comments')
    expect((await showPage(postbag, page.first ?? '')).ids).toHaveLength(3)
  })

  test('of the previous release still leads to the same conversations', async () => {
    const { slug, ids } = await addThread(postbag, roots(120))
    const newest = ids.toSorted()
    const whole = await walkPages(postbag, pathOf(slug))
    const inOrder = whole.flatMap((page) => page.ids)
    expect(inOrder.toSorted()).toEqual(newest)
    for (const page of [0, 1, 2])
      expect(
        (await showPage(postbag, `${pathOf(slug)}?sort=newest&page=${page}#comments`)).ids,
      ).toEqual(inOrder.slice(page * 50, page * 50 + 50))
  })

  test('cannot be made to show another article’s comments', async () => {
    const other = await addThread(postbag, chain(400))
    const { slug } = await addThread(postbag, roots(3))
    const { next = '' } = await showPage(postbag, pathOf(other.slug))
    const page = await showPage(postbag, next.replace(other.slug, slug))
    expect(page.ids.filter((id) => other.ids.includes(id))).toEqual([])
  })

  test('cannot be made to name a comment that is not shown', async () => {
    const { slug, ids } = await addThread(postbag, [
      ...bushes(1, 400),
      { parent: 0, status: 'rejected' },
    ])
    const [root = '', reply = ''] = ids
    const hidden = ids.at(-1) ?? ''
    const pageAfter = (first: string) =>
      showPage(postbag, `${pathOf(slug)}?after=${cursorOf([Date.now(), first, 0, 0, reply])}`)
    const named = (id: string) => `Replies to <a href="${pathOf(slug)}?comment=${id}`
    expect((await pageAfter(root)).html.includes(named(root))).toBe(true)
    expect((await pageAfter(hidden)).html.includes(hidden)).toBe(false)
  })

  test('has its own title and says which conversation it continues', async () => {
    const { slug, ids } = await addThread(postbag, bushes(1, 400))
    const [first, second] = await walkPages(postbag, pathOf(slug))
    expect(first?.html).toContain('<title>A shape – The Daily</title>')
    expect(second?.html).toContain('<title>More comments: A shape – The Daily</title>')
    expect(second?.html).toContain(
      `Replies to <a href="${pathOf(slug)}?comment=${ids[0]}#comment-${ids[0]}"><bdi>${authorOf(ids[0] ?? '')}</bdi></a>, continued.`,
    )
    expect(second?.html).not.toContain('In reply to')
  })
})
