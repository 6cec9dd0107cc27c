import fc from 'fast-check'
import { type Postbag, startPostbag } from '../support/postbag'
import {
  addComments,
  addThread,
  authorOf,
  bodyOf,
  type Planned,
  setStatuses,
} from '../support/thread-shapes'
import { truthOf } from '../support/thread-truth'
import { type Sort, showPage, sorts, walkList, walkPages, walkThread } from '../support/thread-walk'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const statuses = [
  'approved',
  'approved',
  'approved',
  'rejected',
  'spam',
  'held',
  'pending',
  'deleted',
]

/** Trees of any shape; in some of them one comment gets most of the replies. */
const anyTree = fc
  .array(fc.tuple(fc.nat(9), fc.nat(1000), fc.constantFrom(...statuses)), {
    minLength: 1,
    maxLength: 400,
  })
  .map((draws): Planned[] =>
    draws.map(([kind, at, status], index) => ({
      parent: index === 0 || kind < 2 ? null : kind < 5 ? index - 1 : kind < 7 ? 0 : at % index,
      status,
    })),
  )

const seenIn = (pages: { ids: string[] }[]) => pages.flatMap(({ ids }) => ids)
const sorted = (ids: Iterable<string>) => Array.from(ids).toSorted()

test('R1: any thread shows each public comment and each tombstone once, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyTree, fc.constantFrom<Sort>(...sorts), async (plan, sort) => {
      const { slug, articleId } = await addThread(postbag, plan)
      const { approved, tombstones, hidden } = await truthOf(postbag, articleId)
      const expected = sorted([...approved, ...tombstones])
      const pages = await walkThread(postbag, slug, sort)
      expect(sorted(seenIn(pages))).toEqual(expected)
      const list = await walkList(postbag, slug, { sort, limit: 37 })
      expect(sorted(list.comments.map(({ id }) => id))).toEqual(expected)
      expect(list.total).toBe(approved.size)
      for (const { id, author, body, is_tombstone, edited_at } of list.comments) {
        const known = approved.has(id)
        expect({ author, body, is_tombstone, edited_at }).toEqual({
          author: known ? authorOf(id) : null,
          body: known ? bodyOf(id) : null,
          is_tombstone: !known,
          edited_at: null,
        })
      }
      const text = pages.map(({ html }) => html).join()
      for (const id of tombstones) expect(text).not.toContain(authorOf(id))
      for (const id of hidden) expect(text).not.toContain(id)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

const statusAfter: Record<string, string> = {
  ...{ approve: 'approved', refuse: 'rejected', delete: 'deleted' },
}

/** Changes the status of a comment, replies to it, or adds a new root. */
async function make(articleId: string, kind: string, id: string): Promise<void> {
  const status = statusAfter[kind]
  if (status) await setStatuses(postbag, [id], [status])
  else await addComments(postbag, articleId, [{ parent: kind === 'reply' ? id : null }])
}

const change = fc.record({
  kind: fc.constantFrom('post', 'reply', 'approve', 'refuse', 'delete'),
  at: fc.nat(10_000),
})

test('R1: no comment is repeated or skipped, whatever changes between two pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(10_000), { minLength: 150, maxLength: 500 }),
      fc.array(change, { minLength: 10, maxLength: 60 }),
      fc.constantFrom<Sort>(...sorts),
      async (draws, changes, sort) => {
        // many roots and one long conversation, to cover both kinds of pages
        const plan = draws.map(
          (draw, index): Planned => ({
            parent: index === 0 || draw % 3 === 0 ? null : draw % 3 === 1 ? 0 : draw % index,
            status: draw % 7 === 0 ? 'rejected' : 'approved',
          }),
        )
        const { slug, articleId, ids } = await addThread(postbag, plan)
        const waiting = [...changes]
        const touched = new Set<string>()
        const between = async () => {
          for (const { kind, at } of waiting.splice(0, 8)) {
            const id = ids[at % ids.length] ?? ''
            if (kind in statusAfter) touched.add(id)
            await make(articleId, kind, id)
          }
        }
        const before = await truthOf(postbag, articleId)
        for (const walk of ['pages', 'list']) {
          const seen =
            walk === 'pages'
              ? seenIn(await walkThread(postbag, slug, sort, between))
              : (await walkList(postbag, slug, { sort, limit: 25, between })).comments.map(
                  ({ id }) => id,
                )
          expect(seen.length).toBe(new Set(seen).size)
          const staying = Array.from(before.approved).filter((id) => !touched.has(id))
          expect(staying.filter((id) => !seen.includes(id))).toEqual([])
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
})

test('R1: a comment that gains replies while somebody pages through "top" is shown exactly once', async () => {
  const { slug, articleId, ids } = await addThread(postbag, [
    ...Array.from({ length: 120 }, () => ({ parent: null })),
    ...Array.from({ length: 120 }, (_, at) => ({ parent: at % 60 })),
  ])
  const held = await addComments(postbag, articleId, [{ parent: ids[119] ?? '', status: 'held' }])
  const rising = async () => {
    await addComments(
      postbag,
      articleId,
      Array.from({ length: 5 }, () => ({ parent: ids[100] ?? '' })),
    )
    await setStatuses(postbag, held, ['approved'])
    await setStatuses(postbag, [ids[121] ?? ''], ['rejected'])
  }
  const seen = seenIn(await walkThread(postbag, slug, 'top', rising))
  expect(seen.length).toBe(new Set(seen).size)
  expect(ids.filter((id) => !seen.includes(id) && id !== ids[121])).toEqual([])
  expect((await showPage(postbag, `/sites/daily/articles/${slug}?sort=top`)).ids[0]).toBe(ids[100])
})

test('R1: a cursor stays valid when its comment and those above it are refused', async () => {
  const { slug, ids } = await addThread(postbag, [
    ...Array.from({ length: 700 }, (_, at) => ({
      parent: at === 0 ? null : at < 350 ? at - 1 : 0,
    })),
  ])
  let turn = 0
  const pages = await walkPages(postbag, `/sites/daily/articles/${slug}`, {
    between: async () => {
      // the last comment of the first page, and the chain above it
      if (turn++ === 0) await setStatuses(postbag, ids.slice(200, 350), Array(150).fill('rejected'))
    },
  })
  expect(pages.map(({ ids }) => ids.length)).toEqual([300, 300, 50])
  expect(new Set(seenIn(pages)).size).toBe(650)
})
