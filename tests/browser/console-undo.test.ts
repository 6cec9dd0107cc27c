import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld, password } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
})
beforeEach(async () => {
  await sql("UPDATE comments SET status = 'approved' WHERE status <> 'approved'")
  await sql('UPDATE review_items SET closed_at = now(), claimed_by = NULL, claim_until = NULL')
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

let round = 0
/** Held comments by "Author 1" and so on, of this test alone. @returns their ids */
async function holdCards(count: number): Promise<string[]> {
  round += 1
  await insertHeld(
    postbag,
    Array.from({ length: count }, (_, at) => ({
      author: `Author ${at + 1}`,
      body: `Round ${round}, remark ${at + 1} about the harbour wall.`,
    })),
  )
  const { rows } = await sql(
    'SELECT id FROM comments WHERE body LIKE $1 ORDER BY created_at, author_name',
    [`Round ${round},%`],
  )
  return rows.map(({ id }) => id)
}

/** Opens a page of the console as somebody who has just signed in. */
async function open(name: 'ana' | 'ben', path = 'queue'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${postbag.url}/console/sign-in?next=${encodeURIComponent(`/console/${path}`)}`)
  await page.fill('#email', `${name}@daily.example`)
  await page.fill('#password', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.has-script [data-version]')
  return page
}

const card = (page: Page, id: string) => page.locator(`#card-${id}`)
const authors = (page: Page) => page.locator('.card h2').allInnerTexts()
const said = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.getElementById('announcer')?.textContent?.includes(wanted),
    text,
  )
const statusOf = async (id: string) =>
  (await sql('SELECT status FROM comments WHERE id = $1', [id])).rows[0]?.status
const becomes = (id: string, status: string) =>
  waitUntil(`it is ${status}`, async () => (await statusOf(id)) === status)

describe('What another took back', () => {
  test('waits again: it says so, is gone on to, and is decided on without a question', async () => {
    const [, second = '', third = ''] = await holdCards(3)
    const ben = await open('ben')
    await card(ben, third).focus()
    const ana = await open('ana')
    await card(ana, second).locator('button[value="approve"]').click()
    await ben.waitForSelector(`#card-${second}.is-overtaken >> text=Approved by Ana`)
    await card(ben, second).locator('[name="selected"]').check()
    await ana.keyboard.press('u')
    await becomes(second, 'held')
    await ana.context().close()
    const again = `#card-${second}:not(.is-overtaken, .is-taken)`
    await ben.waitForSelector(`${again} >> text=Taken back by Ana`)
    expect(await card(ben, second).locator('[name="selected"]').isChecked()).toBe(true)
    await ben.keyboard.press('Escape')
    await card(ben, third).focus()
    await ben.keyboard.press('p')
    await becomes(third, 'spam')
    expect(await ben.locator('.card.is-current h2').innerText()).toBe('Author 2')
    await ben.keyboard.press('a')
    await becomes(second, 'approved')
    expect(await authors(ben)).toEqual(['Author 1'])
  })

  test('is told to who comes second', async () => {
    const [first = ''] = await holdCards(1)
    const ben = await open('ben', `comments/${first}`)
    const approval = { action: 'approve' }
    const { body } = await postbag.admin('POST', `/comments/${first}/decisions`, approval)
    await postbag.admin('POST', `/decisions/${body.id}/undo`)
    await ben.locator('[data-claim]').getByText('Taken back by').waitFor()
    await ben.locator('button[value="spam"]').click()
    await ben.locator('#conflict .problem').getByText('Taken back by').waitFor()
  })

  test('is not exchanged under the eyes where its author changed the text', async () => {
    const { id, receipt } = await postbag.judged({ author: 'Cy', body: 'A wall of stone.' })
    const ben = await open('ben')
    const { status } = await postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, {
      body: 'A wall of brick.',
    })
    expect(status).toBe(202)
    await card(ben, id).getByText('Held by').waitFor()
    await card(ben, id).locator('button[value="approve"]').click()
    await ben.waitForSelector('#conflict-dialog[open] >> text=A wall of brick.')
    expect(await card(ben, id).locator('.text').innerText()).toBe('A wall of stone.')
  })
})

describe('Taking back', () => {
  test('what is refused is not asked for again, and does not stand in the way', async () => {
    const { id: first } = await postbag.judged({ author: 'Di', body: 'The harbour is full.' })
    const appealed = await postbag.judged({ author: 'Cy', body: 'A remark on the harbour wall.' })
    await postbag.admin('POST', `/comments/${appealed.id}/decisions`, { action: 'approve' })
    const ana = await open('ana', 'search?q=harbour')
    await card(ana, first).locator('button[value="approve"]').click()
    await becomes(first, 'approved')
    await card(ana, appealed.id).locator('button[value="spam"]').click()
    await becomes(appealed.id, 'spam')
    await said(ana, 'Marked as spam')
    const { status } = await postbag.reader(
      'POST',
      `/api/v1/receipts/${appealed.receipt}/appeals`,
      { text: 'It was a quotation.' },
    )
    expect(status).toBe(201)
    await ana.keyboard.press('u')
    await said(ana, 'You made this decision; somebody else answers the appeal.')
    expect(await ana.locator('#toast [data-do="undo"]').isVisible()).toBe(false)
    await ana.keyboard.press('u')
    await becomes(first, 'held')
    expect(await statusOf(appealed.id)).toBe('spam')
  })

  test('what the line did not let through is taken back with the next key', async () => {
    const [first = ''] = await holdCards(2)
    const ana = await open('ana')
    await ana.keyboard.press('a')
    await becomes(first, 'approved')
    await said(ana, 'Approved: Author 1')
    await ana.route('**/undo', (route) => route.abort(), { times: 1 })
    await ana.keyboard.press('u')
    await said(ana, 'It could not be saved.')
    expect(await statusOf(first)).toBe('approved')
    await ana.keyboard.press('u')
    await becomes(first, 'held')
  })

  test('a batch comes back in the order it had, around what was left', async () => {
    const ids = await holdCards(4)
    const ana = await open('ana')
    await sql(
      `UPDATE review_items SET claimed_at = now(), claim_until = now() + interval '5 minutes',
         claimed_by = 'moderator:' || (SELECT id FROM moderators WHERE name = 'Ben')
       WHERE comment_id = $1`,
      [ids[1]],
    )
    for (const id of ids.slice(0, 3)) await card(ana, id).locator('[name="selected"]').check()
    await ana.keyboard.press('p')
    await said(ana, 'Marked as spam: 2 comments.')
    expect(await authors(ana)).toEqual(['Author 2', 'Author 4'])
    await ana.keyboard.press('u')
    await said(ana, 'Taken back: 2 decisions.')
    expect(await authors(ana)).toEqual(['Author 1', 'Author 2', 'Author 3', 'Author 4'])
  })

  test('decisions one after the other come back in the order they had', async () => {
    await holdCards(3)
    const ana = await open('ana')
    for (const author of ['Author 1', 'Author 2']) {
      await ana.keyboard.press('a')
      await said(ana, `Approved: ${author}`)
    }
    for (const author of ['Author 2', 'Author 1']) {
      await ana.keyboard.press('u')
      await ana.waitForSelector(`.card h2 >> text=${author}`)
    }
    expect(await authors(ana)).toEqual(['Author 1', 'Author 2', 'Author 3'])
  })
})

test('a key that answers the own appeal says why it does nothing', async () => {
  const { id, receipt } = await postbag.judged({ author: 'Cy', body: 'The harbour wall leans.' })
  const ana = await open('ana', `comments/${id}`)
  await ana.keyboard.press('p')
  await ana.locator('#notice').waitFor()
  await postbag.reader('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'Why?' })
  for (const [path, target] of [
    [`comments/${id}`, 'h1'],
    ['search?q=leans', '.card'],
  ] as const) {
    await ana.goto(`${postbag.url}/console/${path}`)
    await ana.waitForSelector(`.has-script ${target}`)
    for (const key of ['a', 'r']) {
      await ana.keyboard.press(key)
      await said(ana, 'somebody else answers the appeal')
      await ana.evaluate(() => document.getElementById('announcer')?.replaceChildren())
    }
  }
  expect(await statusOf(id)).toBe('spam')
})
