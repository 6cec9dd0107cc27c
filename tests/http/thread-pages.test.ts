import { type Postbag, startPostbag } from '../support/postbag'
import { addThread, bushes, chain, type Planned, roots } from '../support/thread-shapes'
import {
  type ShownPage,
  type Sort,
  sorts,
  walkList,
  walkPages,
  walkThread,
} from '../support/thread-walk'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

const bush = (replies: number): Planned[] => bushes(1, replies)
/** Two refused comments between approved ones, and roots that are tombstones. */
const gaps: Planned[] = [
  { parent: null },
  { parent: 0, status: 'rejected' },
  { parent: 1, status: 'spam' },
  { parent: 2 },
  { parent: null, status: 'deleted' },
  { parent: 4 },
  { parent: null, status: 'held' },
  { parent: 6, status: 'pending' },
  { parent: 7 },
  { parent: 8, status: 'rejected' },
  { parent: null, status: 'rejected' },
  { parent: 10, status: 'deleted' },
]
const shownGaps = [0, 1, 2, 3, 4, 5, 6, 7, 8]

const shapes: [name: string, plan: Planned[], shown?: number[]][] = [
  ['60 roots with 20 replies each', bushes(60, 20)],
  ['one root with 1,005 replies', bush(1005)],
  ['one root with 3,000 replies', bush(3000)],
  ['49 roots', roots(49)],
  ['50 roots', roots(50)],
  ['51 roots', roots(51)],
  ['100 roots', roots(100)],
  ['299 replies', bush(299)],
  ['300 replies', bush(300)],
  ['a chain of 200', chain(200)],
  ['a chain of 2,000', chain(2000)],
  ['10,000 comments', bushes(2500, 3)],
  ['tombstones', gaps, shownGaps],
  [
    '60 tombstones among 120 roots',
    [
      ...Array.from({ length: 120 }, (_, at) => ({
        parent: null,
        status: at % 2 ? 'approved' : 'rejected',
      })),
      ...Array.from({ length: 120 }, (_, at) => ({ parent: at })),
    ],
  ],
]

async function expectForwards(slug: string, sort: Sort, expected: (string | undefined)[]) {
  const pages = await walkThread(postbag, slug, sort)
  for (const page of pages) {
    expect(page.status).toBe(200)
    expect(page.ids.length).toBeGreaterThan(0)
    expect(page.ids.length).toBeLessThanOrEqual(300)
  }
  expect(pages.flatMap((page) => page.ids).toSorted()).toEqual(expected)
  return pages
}

async function expectBackwards(pages: ShownPage[], expected: (string | undefined)[]) {
  const [first, last] = [pages[0], pages.at(-1)]
  if (first === last) return
  const back = await walkPages(postbag, last?.previous ?? '', { link: 'previous' })
  expect(back.at(-1)?.ids).toEqual(first?.ids)
  expect(back.at(-1)?.first).toBeUndefined()
  const seen = new Set([last, ...back].flatMap((page) => page?.ids))
  expect(Array.from(seen).toSorted()).toEqual(expected)
}

describe('R1: every comment is reached once, by links and by cursors', () => {
  test.each(shapes.map(([name, plan, shown]) => ({ name, plan, shown })))(
    '$name',
    async ({ plan, shown }) => {
      const { slug, ids } = await addThread(postbag, plan)
      const expected = (shown ? shown.map((at) => ids[at]) : ids).toSorted()
      for (const sort of sorts) {
        const pages = await expectForwards(slug, sort, expected)
        // long threads use the same statements, so one order is enough
        if (plan.length > 1000 && sort !== 'newest') continue
        await expectBackwards(pages, expected)
        const list = await walkList(postbag, slug, { sort })
        expect(list.comments.map(({ id }) => id).toSorted()).toEqual(expected)
      }
    },
  )
})
