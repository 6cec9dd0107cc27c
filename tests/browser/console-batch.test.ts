import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { untilEqual, waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  // two comments for each step of toxicity
  await insertHeld(
    postbag,
    Array.from({ length: 40 }, (_, at) => ({ author: `Author ${at}`, body: `Remark ${at}.` })),
  )
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => void complaints.push(message.text()))
  await signIn(page, postbag.url, 'ana@daily.example')
  await page.waitForSelector('.has-script .card')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const open = async (query = '') => {
  await page.goto(`${postbag.url}/console/queue/batch${query}`)
  await page.waitForSelector('.has-script #picks')
}
const ticked = (text: string) => untilEqual(() => page.locator('[data-ticked]').innerText(), text)
const found = (text: string) => page.waitForSelector(`#found >> text=${text}`)
const ends = () => Promise.all(['#from', '#to'].map((end) => page.inputValue(end)))
const statuses = async () => {
  const { rows } = await postbag.services.db.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*) FROM comments GROUP BY 1',
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** From the middle of one step of the histogram to the middle of another. */
async function drag(from: number, to: number): Promise<void> {
  const box = await page.locator('.histogram').boundingBox()
  if (!box) throw new Error('There is no histogram.')
  const xOf = (step: number) => box.x + ((step + 0.5) / 20) * box.width
  await page.mouse.move(xOf(from), box.y + 20)
  await page.mouse.down()
  await page.mouse.move(xOf((from + to) / 2), box.y + 30)
  await page.mouse.move(xOf(to), box.y + 25)
  await page.mouse.up()
}

describe('A range', () => {
  test('is dragged over the bars, in either direction', async () => {
    await open()
    await found('8 comments in this range')
    await drag(10, 13)
    await found('8 comments in this range')
    await waitUntil('the list shows the range', async () =>
      (await page.locator('.pick').first().innerText()).includes('Author 10'),
    )
    await untilEqual(ends, ['0.5', '0.7'])
    await page.waitForURL(/from=0\.5&to=0\.7/)
    await untilEqual(() => page.locator('.bar.is-chosen').count(), 4)
    await drag(19, 15)
    await found('10 comments in this range')
    await untilEqual(ends, ['0.75', '1'])
  })

  test('is moved by keys alone, and no end passes the other', async () => {
    await open('?from=0.9&to=1')
    await page.locator('[data-end="from"]').focus()
    await page.keyboard.press('ArrowLeft')
    await found('6 comments in this range')
    await untilEqual(ends, ['0.85', '1'])
    await page.keyboard.press('Home')
    await found('40 comments in this range')
    await page.locator('[data-end="to"]').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await found('2 comments in this range')
    await untilEqual(ends, ['0', '0.05'])
    await page.locator('[data-end="from"]').focus()
    await page.keyboard.press('End')
    await untilEqual(ends, ['1', '1'])
  })

  test('can be typed', async () => {
    await open()
    await page.fill('#from', '0.93')
    await page.keyboard.press('Tab')
    await found('2 comments in this range')
  })
})

describe('A decision', () => {
  test('leaves out what is unticked, says the count first, and is taken back at once', async () => {
    await open('?from=0.8&to=1')
    await page.locator('.pick input').nth(2).uncheck()
    await page.locator('.pick input').nth(5).uncheck()
    await ticked('6 of 8 ticked')
    await page.selectOption('#batch select', 'insult')
    await page.click('#batch button[value="reject"]')
    await page.waitForSelector('#confirm-dialog[open] >> text=Reject 6 comments?')
    expect(await statuses()).toEqual({ held: 40 })

    await page.click('#confirm-dialog [data-do="leave"]')
    await ticked('6 of 8 ticked')
    await page.click('#batch button[value="reject"]')
    await page.click('#confirm-dialog[open] button.primary')
    await page.waitForSelector('#notice >> text=Rejected: 6 comments.')
    expect(await statuses()).toEqual({ held: 34, rejected: 6 })
    await found('2 comments in this range')

    await page.click('#notice button')
    await page.waitForSelector('#notice >> text=Taken back: 6 decisions.')
    expect(await statuses()).toEqual({ held: 40 })
    await found('8 comments in this range')
  })

  test('all ticks are set and taken away at once', async () => {
    await open('?from=0.8&to=1')
    await page.uncheck('[data-do="all"]')
    await ticked('0 of 8 ticked')
    await page.click('#batch button[value="spam"]')
    await page.waitForSelector('#notice >> text=No comment was selected.')
    await page.uncheck('.pick input >> nth=0')
    await page.waitForSelector('[data-do="all"]:indeterminate')
    await page.check('[data-do="all"]')
    await ticked('8 of 8 ticked')
    expect(await statuses()).toEqual({ held: 40 })
  })
})

test('without a script the forms do the same', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies(await page.context().cookies())
  const plain = await context.newPage()
  await plain.goto(`${postbag.url}/console/queue/batch`)
  await plain.fill('#from', '0.9')
  await plain.click('.ends button')
  await untilEqual(() => plain.locator('.pick').count(), 4)
  await plain.locator('.pick input').first().uncheck()
  await plain.click('#batch button[value="spam"]')
  await plain.getByRole('heading', { name: 'Mark 3 comments as spam?' }).waitFor()
  await plain.click('#confirm button')
  await plain.locator('#notice').getByText('Marked as spam: 3 comments.').waitFor()
  await plain.click('#notice button')
  await plain.locator('#notice').getByText('Taken back: 3 decisions.').waitFor()
  expect(await statuses()).toEqual({ held: 40 })
  await context.close()
})

describe('Everybody can use it', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing in %s colours', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await open('?from=0.5&to=1')
    await page.locator('.histogram-table summary').click()
    await page.locator('.pick input').first().uncheck()
    expect(await violations(page)).toEqual([])
    await page.click('#batch button[value="approve"]')
    await page.waitForSelector('#confirm-dialog[open]')
    expect(await violations(page)).toEqual([])
  })

  test.each([360, 768, 1600])('nothing is wider than the page at %d px', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['queue/batch?from=0.5', 'search?q=remark&max_spam=1']) {
      await page.goto(`${postbag.url}/console/${path}`)
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
    }
  })

  test('nothing was refused and nothing went wrong', () => expect(complaints).toEqual([]))
})
