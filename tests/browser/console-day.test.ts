import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { currentAuthor, said, signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { untilEqual, waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let ana: Page

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  await insertHeld(
    postbag,
    Array.from({ length: 75 }, (_, at) => ({
      author: `Author ${at}`,
      body: `Remark ${at} about the harbour wall.`,
      spans: [{ start: 0, end: 6 }],
    })),
  )
  ana = await openQueue('ana@daily.example')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

async function openQueue(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await signIn(page, postbag.url, email)
  await page.waitForSelector('.has-script .card')
  return page
}

const counts = async () => {
  const { rows } = await postbag.services.db.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*) FROM comments GROUP BY 1',
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
const shows = (expected: Record<string, number>) => untilEqual(counts, expected)
/** A slow machine can be out of cards for a moment, until the next page is there. */
const pressOnCard = async (key: string) => {
  await ana.waitForSelector('.card.is-current')
  await ana.keyboard.press(key)
}

describe('A working day', () => {
  test('fifty comments are decided on by keyboard alone, and the list fills up again', async () => {
    expect(await currentAuthor(ana)).toBe('Author 0')
    for (let round = 0; round < 10; round++) {
      for (const key of ['a', 'r']) await pressOnCard(key)
      await ana.waitForSelector('#reason-dialog[open]')
      await ana.keyboard.press('2')
      for (const key of ['p', 'a', 'a']) await pressOnCard(key)
    }
    await shows({ held: 25, approved: 30, rejected: 10, spam: 10 })
    await waitUntil(
      'the next page was fetched',
      async () => (await ana.locator('.card').count()) > 6,
    )
    await untilEqual(() => currentAuthor(ana), 'Author 50')
    await ana.waitForSelector('.card.is-current:focus')
    const { rows } = await postbag.services.db.pool.query(
      "SELECT DISTINCT reason FROM decisions WHERE status = 'rejected'",
    )
    expect(rows).toEqual([{ reason: 'insult' }])
  })

  test('U takes the last decision back, and the card stands where it stood', async () => {
    await ana.keyboard.press('a')
    await said(ana, 'Approved: Author 50')
    await ana.locator('#toast [data-do="undo"]').waitFor()
    await ana.keyboard.press('u')
    await said(ana, 'Taken back')
    await untilEqual(() => currentAuthor(ana), 'Author 50')
    expect(await ana.locator('.card h2').first().innerText()).toBe('Author 50')
    await shows({ held: 25, approved: 30, rejected: 10, spam: 10 })
  })

  test('selected cards are decided on at once, with one undo', async () => {
    for (const key of ['x', 'j', 'x', 'j', 'x']) await ana.keyboard.press(key)
    await ana.locator('#bulk').getByText('3 selected').waitFor()
    await ana.keyboard.press('p')
    await said(ana, 'Marked as spam: 3 comments.')
    await shows({ held: 22, approved: 30, rejected: 10, spam: 13 })
    await ana.keyboard.press('u')
    await said(ana, 'Taken back: 3 decisions.')
    await shows({ held: 25, approved: 30, rejected: 10, spam: 10 })
    await untilEqual(() => ana.locator('.card h2').first().innerText(), 'Author 50')
  })

  test('keys do nothing while somebody types, or when they are turned off', async () => {
    const before = await counts()
    await ana.locator('.card .note summary').first().click()
    await ana.locator('.card .note input').first().fill('')
    await ana.keyboard.type('a park')
    await ana.keyboard.press('Enter')
    await ana.keyboard.press('Escape')
    await ana.locator('.card h2').first().click()
    await ana.keyboard.press('?')
    await ana.locator('[data-do="keys-on"]').uncheck()
    await ana.keyboard.press('Escape')
    await ana.keyboard.press('a')
    expect(await counts()).toEqual(before)
    await ana.locator('[data-do="help"]').click()
    await ana.locator('[data-do="keys-on"]').check()
    await ana.keyboard.press('Escape')
  })

  test('a note is kept without a decision, by the button beside it', async () => {
    const before = await counts()
    const card = ana.locator('.card').nth(1)
    await card.locator('.note summary').click()
    await card.locator('.note input').fill('Ask the harbour master.')
    await card.locator('.note button').click()
    await said(ana, 'The note is saved.')
    await ana.waitForSelector('.card .said >> text=Ask the harbour master.')
    expect(await counts()).toEqual(before)
  })

  test('a second moderator is led past a card that is taken, and sees who was first', async () => {
    await ana.reload()
    await ana.waitForSelector('.has-script .card.is-current')
    const ben = await openQueue('ben@daily.example')
    await ben.waitForSelector('.card.is-taken >> text=Ana is on it')
    const card = ben.locator('.card').nth(3)
    const name = await card.locator('h2').innerText()
    const twin = ana.locator('.card', { has: ana.getByRole('heading', { name, exact: true }) })
    await twin.locator('button[value="approve"]').click()
    await shows({ held: 24, approved: 31, rejected: 10, spam: 10 })
    await card.locator('button[value="spam"]').click()
    await ben.waitForSelector('#conflict-dialog[open] >> text=Approved by Ana')
    await ben.locator('#conflict-dialog button[value="spam"]').click()
    await shows({ held: 24, approved: 30, rejected: 10, spam: 11 })
    await ben.locator('.card h2', { hasText: name }).waitFor({ state: 'detached' })
    await ben.context().close()
  })

  test('a new comment announces itself without moving what is being read', async () => {
    const first = await ana.locator('.card h2').first().innerText()
    postbag.startWorkers()
    await postbag.judged({ author: 'Newcomer', body: 'I have just read this with great interest.' })
    await ana.waitForSelector('#fresh >> text=1 new: show')
    expect(await ana.locator('.card h2').first().innerText()).toBe(first)
    await untilEqual(() => ana.locator('[data-count="held"]').innerText(), '25')
    await ana.locator('#fresh a').click()
    await ana.waitForSelector('.has-script .card')
  })
})

describe('Everybody can use it', () => {
  const ownerPaths = ['statistics', 'people', 'audit?site=daily', 'banks', 'banks/new']
  beforeEach(async () => {
    await ana.goto(`${postbag.url}/console/queue`)
    await ana.waitForSelector('.has-script .card')
  })

  async function openReasons(): Promise<void> {
    await ana.goto(`${postbag.url}/console/queue?state=spam`)
    await ana.waitForSelector('.has-script .card')
    await ana.keyboard.press('x')
    await ana.keyboard.press('r')
    await ana.waitForSelector('#reason-dialog[open]')
  }

  test('axe finds nothing where a reason is asked for, in light and in dark', async () => {
    await openReasons()
    expect(await violations(ana)).toEqual([])
    await ana.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(ana, 'color-contrast')).toEqual([])
    await ana.emulateMedia({ colorScheme: 'light' })
  })

  test.each([360, 768, 1600])('nothing is wider than the page at %d px', async (width) => {
    await ana.setViewportSize({ width, height: 900 })
    const id = await ana.locator('.card').first().getAttribute('data-id')
    for (const path of ['queue', `comments/${id}`, 'search?q=remark', ...ownerPaths]) {
      await ana.goto(`${postbag.url}/console/${path}`)
      expect(await widthOf(ana)).toBeLessThanOrEqual(width)
    }
  })

  test('it works without a script', async () => {
    const before = await counts()
    const context = await browser.newContext({ javaScriptEnabled: false })
    await context.addCookies(await ana.context().cookies())
    const page = await context.newPage()
    await page.goto(`${postbag.url}/console/queue`)
    const name = await page.locator('.card h2').first().innerText()
    await page.locator('.card .note summary').first().click()
    await page.locator('.card .note input').first().fill('Enter decides nothing')
    await page.keyboard.press('Enter')
    expect(await counts()).toEqual(before)
    await page.locator('.card select').first().selectOption('off_topic')
    await page.locator('.card button[value="reject"]').first().click()
    await page.locator('#notice').getByText(`Rejected: the comment by ${name}.`).waitFor()
    await page.locator('#notice button').click()
    await page.locator('#notice').getByText('Taken back.').waitFor()
    expect(await page.locator('.card h2').first().innerText()).toBe(name)
    await context.close()
  })
})
