import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator, password } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { untilEqual } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

const rules = 'Be kind.\n1. No insults.\n2. No adverts.'

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  for (const text of ['Be kind.', rules])
    await postbag.admin('POST', '/sites/daily/house-rules', { text, comment: 'Because' })
  await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_links: 7 } })
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await openPage(context)
  await signIn(page, postbag.url, 'olga@desk.example')
  await page.waitForSelector('.top nav')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})
afterEach(() => expect(complaints.splice(0)).toEqual([]))

/** A page whose every complaint counts: refused by the policy, an error, a foreign address. */
async function openPage(of: BrowserContext): Promise<Page> {
  const opened = await of.newPage()
  opened.on('console', (message) => {
    // a form with errors is answered 422, and the browser says so
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  opened.on('pageerror', (error) => void complaints.push(error.message))
  return opened
}

/** Readable in light and dark for everybody, and no wider than a phone or a screen. */
async function isFineToUse(on: Page): Promise<void> {
  await on.emulateMedia({ colorScheme: 'dark' })
  expect([on.url(), await violations(on, 'color-contrast')]).toEqual([on.url(), []])
  await on.emulateMedia({ colorScheme: 'light' })
  expect([on.url(), await violations(on)]).toEqual([on.url(), []])
  for (const width of [360, 1600, 1280]) {
    await on.setViewportSize({ width, height: 900 })
    expect([on.url(), await widthOf(on)]).toEqual([on.url(), width])
  }
}

describe('Fine to use', () => {
  test.each(['/sites/daily/house-rules?version=1', '/sites/daily/articles/harbour-wall'])(
    'is %s',
    async (path) => {
      await page.goto(`${postbag.url}${path}`)
      await isFineToUse(page)
    },
  )

  test('is the answer to a form of whoever is not signed in', async () => {
    const guest = await openPage(await browser.newContext())
    await guest.goto(`${postbag.url}/console/sign-in`)
    await guest.evaluate(() => {
      const form = document.querySelector('form')
      form?.setAttribute('action', '/console/people')
      form?.submit()
    })
    await guest.waitForSelector('[role="alert"]')
    await isFineToUse(guest)
    await guest.context().close()
  })

  test('are settings with errors, too', async () => {
    await page.goto(`${postbag.url}/console/settings?site=daily`)
    await page.fill('[name="limits.max_length"]', 'long')
    await page.fill('[name="thresholds.spam.hold"]', '7')
    await page.locator('.settings-form .primary').last().click()
    await page.waitForSelector('.problem[role="alert"]')
    await isFineToUse(page)
  })
})

describe('Settings', () => {
  test('whoever types a limit switches it on, and may put it back to what is usual', async () => {
    await page.goto(`${postbag.url}/console/settings?site=daily`)
    const field = page.locator('[name="limits.max_links"]')
    const off = page.locator('[name="off:limits.max_links"]')
    await off.check()
    await field.fill('4')
    await page.waitForSelector('[name="off:limits.max_links"]:not(:checked)')
    await field.press('Enter')
    await page.waitForSelector('.notice')
    await untilEqual(() => field.inputValue(), '4')
    await page.getByRole('button', { name: 'As usual: Most links' }).click()
    await page.waitForSelector('.notice >> text=Nothing is saved yet')
    await untilEqual(() => field.inputValue(), '2')
    await page.locator('.settings-form .primary').first().click()
    await page.waitForSelector('.notice >> text=Saved')
  })
})

describe('A session that ends while something is written', () => {
  test('loses none of it, without a script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const written = await openPage(plain)
    await signIn(written, postbag.url, 'olga@desk.example', { next: '/console/banks/new' })
    await written.fill('#name', 'boats')
    await written.fill('#entries', 'tug\ndinghy')
    await plain.clearCookies()
    await written.click('main button.primary')
    await written.waitForSelector('[role="alert"] >> text=Your session has ended')
    const [again] = await Promise.all([plain.waitForEvent('page'), written.click('main a')])
    await again.fill('#email', 'olga@desk.example')
    await again.fill('#password', password)
    await again.keyboard.press('Enter')
    await again.waitForURL('**/console/queue')
    await written.reload()
    await written.waitForSelector('.notice >> text=Saved')
    expect(await written.inputValue('#entries')).toBe('tug\ndinghy')
    await plain.close()
  })
})

describe('House rules', () => {
  test('are written, looked at, and published, without a script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    await plain.addCookies(await context.cookies())
    const writer = await openPage(plain)
    await writer.goto(`${postbag.url}/console/house-rules?site=daily`)
    await writer.fill('#text', `${rules}\n3. No shouting.`)
    await writer.getByRole('button', { name: 'Preview' }).click()
    expect(await writer.locator('#preview ins').innerText()).toContain('No shouting.')
    await writer.getByRole('button', { name: 'Publish this version' }).click()
    await writer.waitForSelector('.notice >> text=Published.')
    await writer.goto(`${postbag.url}/sites/daily/house-rules`)
    expect(await writer.locator('.points li').allInnerTexts()).toEqual([
      ...['No insults.', 'No adverts.', 'No shouting.'],
    ])
    await plain.close()
  })
})

describe('The check of a long chain', () => {
  test('goes on by itself until it is done', async () => {
    // a chain so long that a part of it takes more than a second would take minutes to make
    const firstPart = '**/console/audit/check?site=daily'
    await page.route(firstPart, async (route) => {
      const answer = await route.fetch()
      const goOn = '<a data-go-on href="/console/audit/check?site=daily&amp;after=2">Go on</a>'
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('</main>', `${goOn}</main>`),
      })
    })
    await page.goto(`${postbag.url}/console/audit/check?site=daily`)
    await page.waitForURL('**/console/audit/check?site=daily&after=2')
    await page.waitForSelector('.notice >> text=The chain is whole')
    await page.unroute(firstPart)
  })
})

describe('The second step', () => {
  test.each([true, false])('is switched on and signs in, script: %s', async (javaScriptEnabled) => {
    const email = `ana-${javaScriptEnabled}@daily.example`
    await addModerator(postbag, { email, name: 'Ana' })
    const ana = await openPage(await browser.newContext({ javaScriptEnabled }))
    const lookAt = () => (javaScriptEnabled ? isFineToUse(ana) : Promise.resolve())
    await signIn(ana, postbag.url, email)
    await ana.waitForURL('**/console/queue')
    await ana.goto(`${postbag.url}/console/account`)
    await ana.fill('#second-on', password)
    await ana.keyboard.press('Enter')
    await ana.waitForSelector('.qr-code')
    await lookAt()
    const secret = (await ana.locator('.secret').innerText()).replaceAll(' ', '')
    const phone = new TOTP({ secret: Secret.fromBase32(secret) })
    const codeAt = (steps: number) => phone.generate({ timestamp: Date.now() + steps * 30_000 })
    await ana.fill('#code', codeAt(0))
    await ana.keyboard.press('Enter')
    await ana.waitForSelector('.recovery-codes')
    await lookAt()
    const recoveryCodes = await ana.locator('.recovery-codes li').allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    await ana.getByRole('button', { name: 'Sign out' }).click()
    await ana.waitForURL('**/console/sign-in?said=left')

    await signIn(ana, postbag.url, email)
    await ana.waitForSelector('#code')
    await lookAt()
    await ana.fill('#code', '000000')
    await ana.keyboard.press('Enter')
    await ana.waitForSelector('#code-problem')
    await lookAt()
    await ana.fill('#code', codeAt(1))
    await ana.keyboard.press('Enter')
    await ana.waitForURL('**/console/queue')
    await ana.getByRole('button', { name: 'Sign out' }).click()
    await ana.waitForURL('**/console/sign-in?said=left')

    await signIn(ana, postbag.url, email)
    await ana.getByText('Use a recovery code instead').click()
    await ana.fill('#recovery', recoveryCodes[3] ?? '')
    await ana.keyboard.press('Enter')
    await ana.waitForURL('**/console/queue')
    await ana.goto(`${postbag.url}/console/account`)
    expect(await ana.locator('main').innerText()).toContain('9 of 10 recovery codes left')
    await lookAt()
    await ana.context().close()
  })
})
