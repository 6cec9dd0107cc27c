import type { Page } from 'playwright-core'

/** How wide the page is with its styles, in CSS pixels; more than the window where something sticks out. */
export async function widthOf(page: Page): Promise<number> {
  await page.waitForLoadState()
  return page.evaluate(() => document.documentElement.scrollWidth)
}
