import type { Browser, CDPSession, Page, Route } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let page: Page
let touch: CDPSession

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  // two comments for each step of toxicity
  await insertHeld(
    postbag,
    Array.from({ length: 40 }, (_, at) => ({ author: `Author ${at}`, body: `Remark ${at}.` })),
  )
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  })
  page = await context.newPage()
  touch = await context.newCDPSession(page)
  // from the first request on: a browser takes a moment until what it asks for is met on the way
  await page.route('**/queue/batch?**', (route) => onTheWay(route))
  await signIn(page, postbag.url, 'ana@daily.example')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const goOn = (route: Route): Promise<void> => route.continue()
/** What becomes of a request for a list. */
let onTheWay = goOn
afterEach(() => {
  onTheWay = goOn
})

const ends = () => Promise.all(['#from', '#to'].map((end) => page.inputValue(end)))

async function openBatch(): Promise<{ x: number; y: number; width: number; height: number }> {
  await page.goto(`${postbag.url}/console/queue/batch?from=0.8&to=1`)
  await page.waitForSelector('.has-script #picks')
  await page.locator('.histogram').scrollIntoViewIfNeeded()
  const box = await page.locator('.histogram').boundingBox()
  if (!box) throw new Error('There is no histogram.')
  return box
}

/** One finger over the glass. */
async function swipe(points: readonly { x: number; y: number }[]): Promise<void> {
  for (const [at, point] of points.entries())
    await touch.send('Input.dispatchTouchEvent', {
      type: at === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [point],
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

describe('With a finger on the bars', () => {
  test('a range is dragged', async () => {
    const { x, y, width } = await openBatch()
    const at = (step: number) => ({ x: x + ((step + 0.5) / 20) * width, y: y + 40 })
    await swipe([at(10), at(11), at(12), at(13)])
    await page.waitForSelector('#found >> text=8 comments in this range')
    await waitUntil('the list shows the range', async () =>
      (await page.locator('.pick').first().innerText()).includes('Author 10'),
    )
    expect(await ends()).toEqual(['0.5', '0.7'])
  })

  test('moving the page chooses nothing', async () => {
    const { x, y, width } = await openBatch()
    const before = await page.evaluate(() => window.scrollY)
    const at = (moved: number) => ({ x: x + width / 4, y: y + 100 - moved })
    await swipe([at(0), at(20), at(50), at(90), at(130), at(180)])
    await waitUntil('the page has moved', async () =>
      page.evaluate((from) => window.scrollY > from + 50, before),
    )
    expect(await ends()).toEqual(['0.8', '1'])
    expect(await page.locator('.bar.is-chosen').count()).toBe(4)
  })
})

test('nobody decides on a list while another one is on its way', async () => {
  await openBatch()
  let answer = () => {}
  const isAsked = new Promise<void>((resolve) => {
    answer = resolve
  })
  onTheWay = async (route) => {
    await isAsked
    await route.continue()
  }
  await page.fill('#from', '0.5')
  await page.locator('#from').blur()
  await page.waitForSelector('#picks[inert]')
  expect(await page.locator('#batch button:enabled').count()).toBe(0)
  answer()
  await page.waitForSelector('#picks:not([inert])')
  expect(await page.locator('#batch button:enabled').count()).toBe(4)
})

test('a list that does not come leaves the range as it is listed', async () => {
  await openBatch()
  onTheWay = (route) => route.abort()
  await page.fill('#from', '0.5')
  await page.locator('#from').blur()
  await page.waitForFunction(() => {
    const { failed = '' } = document.getElementById('batch-page')?.dataset ?? {}
    return document.getElementById('found')?.textContent === failed
  })
  expect(await ends()).toEqual(['0.8', '1'])
  expect(await page.locator('#batch button:enabled').count()).toBe(4)
})

test.each([
  ['/console/queue?state=spam', '.tabs'],
  ['/console/audit', '.top nav'],
])('on a narrow screen the bar of %s begins with where one is', async (path, bar) => {
  await page.goto(`${postbag.url}${path}`)
  const current = page.locator(`${bar} [aria-current="page"]`)
  await waitUntil('it is in sight', async () => {
    const box = await current.boundingBox()
    return box !== null && box.x >= 0 && box.x + box.width <= 360
  })
})
