import type { Page } from 'playwright-core'
import { password } from './console'
import { waitUntil } from './wait-until'

/** Signs in as a person does, by keyboard, and waits for the page that follows. */
export async function signIn(
  page: Page,
  url: string,
  email: string,
  { next = '/console/queue', typed = password } = {},
): Promise<void> {
  await page.goto(`${url}/console/sign-in?next=${encodeURIComponent(next)}`)
  await page.fill('#email', email)
  await page.fill('#password', typed)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname !== '/console/sign-in', {
    waitUntil: 'domcontentloaded',
  })
}

/** Waits until the page has said something to whoever decides on it. */
export const said = (page: Page, text: string) =>
  waitUntil(`it says "${text}"`, async () => {
    expect(await page.locator('#announcer').textContent()).toContain(text)
    return true
  })

/** The authors of the cards, from top to bottom. */
export const authorsOn = (page: Page) => page.locator('.card h2').allInnerTexts()

/** Author of the card that the keys act on; empty while there is none. */
export const currentAuthor = async (page: Page): Promise<string> =>
  (await page.locator('.card.is-current h2').allInnerTexts()).join()
