import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let browser: Browser

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  await insertHeld(
    postbag,
    Array.from({ length: 8 }, (_, at) => ({ author: `Author ${at}`, body: `Remark ${at}.` })),
  )
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

type Options = { width: number; script: boolean; height?: number; locale?: string }

async function signedIn({ width, script, height = 700, locale = 'en' }: Options): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, javaScriptEnabled: script, locale },
  })
  const page = await context.newPage()
  await signIn(page, postbag.url, 'ana@daily.example')
  return page
}

/** What has the focus and lies whole beneath a bar that stays in sight; null at the end of the page. */
const hiddenFocus = () => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const bar = document.querySelector('.save-bar, .bulk')
  if (!bar || bar.contains(at) || getComputedStyle(bar).position !== 'sticky') return ''
  const [own, over] = [at.getBoundingClientRect(), bar.getBoundingClientRect()]
  const isUnder = own.top >= over.top && own.bottom <= over.bottom
  return isUnder ? `${at.tagName} ${at.getAttribute('name')} ${at.textContent}`.slice(0, 80) : ''
}

describe('A bar that stays in sight covers nothing that has the focus (WCAG 2.4.11)', () => {
  test.each([
    ['/console/rules/daily/new', { width: 1280, script: true }],
    ['/console/rules/daily/new', { width: 700, script: true }],
    ['/console/queue', { width: 360, script: false }],
    ['/console/queue/batch?from=0', { width: 360, script: true }],
  ])('%s, %j', async (path, options) => {
    const page = await signedIn(options)
    await page.goto(`${postbag.url}${path}`)
    const hidden: string[] = []
    for (let tab = 0; tab < 150; tab++) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(hiddenFocus)
      if (found === null) break
      if (found !== '') hidden.push(found)
    }
    await page.context().close()
    expect(hidden).toEqual([])
  })
})

const select = async (page: Page, count: number) => {
  await page.waitForSelector('.has-script .card.is-current')
  for (const box of (await page.locator('[name="selected"]').all()).slice(0, count))
    await box.check()
}

test('at 400 % the bar leaves room for what is read', async () => {
  const page = await signedIn({ width: 320, height: 256, script: true })
  await select(page, 1)
  const covered = await page.locator('.bulk.is-shown').evaluate((bar) => {
    const { top, bottom } = bar.getBoundingClientRect()
    return Math.max(0, Math.min(innerHeight, bottom) - Math.max(0, top)) / innerHeight
  })
  await page.context().close()
  expect(covered).toBeLessThan(0.5)
})

test.each(['ru', 'de'])(
  'what was done is said above the bar, and taken back in one line, in %s',
  async (locale) => {
    const page = await signedIn({ width: 360, script: true, locale })
    await select(page, 2)
    await page.locator('.card').nth(2).locator('button[value="approve"]').click()
    const button = page.locator('#toast.is-shown [data-do="undo"]')
    await button.waitFor()
    const boxOf = async (selector: string) =>
      (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 }
    const [toast, bar, undo] = [
      await boxOf('#toast'),
      await boxOf('#bulk'),
      await boxOf('#toast button'),
    ]
    await page.context().close()
    expect(toast.y + toast.height).toBeLessThan(bar.y)
    expect(undo.height).toBeLessThan(45)
  },
)
