import type { Browser } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let mia: string

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  mia = await addModerator(postbag, { email: 'mia@desk.example', name: 'Mia' })
  const otto = await addModerator(postbag, { email: 'otto@desk.example', name: 'Otto' })
  await postbag.admin('DELETE', `/moderators/${otto}`)
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

test('an owner changes, sends away and brings back somebody without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, postbag.url, 'olga@desk.example')
  await page.goto(`${postbag.url}/console/people`)
  await page.getByRole('link', { name: 'Change the access of Mia' }).click()
  await page.getByLabel('Name').fill('Mia B.')
  await page.getByLabel('Role').selectOption('owner')
  await page.getByLabel('Site').selectOption('weekly')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved.').waitFor()
  expect(await page.getByLabel('Site').inputValue()).toBe('weekly')

  await page.getByRole('link', { name: 'End access' }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'End access' }).click()
  await page.getByRole('heading', { name: 'End access of Mia B.' }).waitFor()
  await page.getByRole('button', { name: 'End access' }).click()
  await page.getByRole('link', { name: 'Bring back Mia B.' }).click()
  await page.getByRole('button', { name: 'Bring back' }).click()
  const oneTime = await page.getByRole('status').locator('code').innerText()

  const other = await context.browser()?.newContext({ javaScriptEnabled: false })
  const own = await other?.newPage()
  if (!own) throw new Error('There is no second browser.')
  await signIn(own, postbag.url, 'mia@desk.example', { typed: oneTime })
  await own.getByRole('heading', { name: 'Choose your own password' }).waitFor()
  await own.getByLabel('One-time password').fill(oneTime)
  await own.getByLabel('New password').fill('eleven grey geese land')
  await own.getByRole('button', { name: 'Change the password' }).click()
  await own.getByText('The password is changed').waitFor()
  await other?.close()
  await context.close()
})

test.each([
  [360, 'light'],
  [1440, 'dark'],
] as const)('axe finds nothing at %i pixels, %s', async (width, colorScheme) => {
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ viewport, colorScheme })
  const page = await context.newPage()
  await signIn(page, postbag.url, 'olga@desk.example')
  for (const path of ['people', `people/${mia}`, `people/${mia}/end`]) {
    await page.goto(`${postbag.url}/console/${path}`)
    expect([path, await violations(page), await widthOf(page)]).toEqual([path, [], width])
  }
  const made = await postbag.admin('POST', `/moderators/${mia}/passwords`)
  await context.clearCookies()
  await signIn(page, postbag.url, 'mia@desk.example', { typed: made.body.password })
  expect(new URL(page.url()).pathname).toBe('/console/account/password')
  expect([await violations(page), await widthOf(page)]).toEqual([[], width])
  await context.close()
})

test.each([
  ['a page of the console', '/console/sign-in'],
  ['a page for readers', '/sites/daily/articles/harbour-wall'],
])('what the policy of %s refuses is reported', async (_, path) => {
  const reported = async (directive: string) => {
    const text = await (await fetch(`${postbag.url}/metrics`)).text()
    const pattern = new RegExp(`csp_violations_total\\{directive="${directive}"\\} (\\d+)`)
    return Number(pattern.exec(text)?.[1] ?? 0)
  }
  const before = await reported('script-src-elem')
  const page = await browser.newPage()
  await page.goto(`${postbag.url}${path}`)
  await expect(page.addScriptTag({ content: 'window.injected = 1' })).rejects.toThrow()
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  await waitUntil('the report', async () => (await reported('script-src-elem')) > before)
  await page.close()
})
