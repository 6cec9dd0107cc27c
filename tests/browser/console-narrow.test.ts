import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { type BusyDesk, fillDesk } from '../support/busy-desk'
import { signIn } from '../support/console-page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let browser: Browser
let desk: BusyDesk

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  desk = await fillDesk(postbag)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

async function signedIn(locale: string, width: number): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width, height: 700 } })
  const page = await context.newPage()
  await signIn(page, postbag.url, 'olga@daily.example')
  return page
}

/**
 * What begins or ends outside the window with every part folded out. Pages clip what is too wide, so
 * that their own width says nothing; what scrolls by itself may be wider.
 */
const outside = () => {
  for (const details of document.querySelectorAll('details')) details.open = true
  const width = document.documentElement.clientWidth
  return Array.from(document.querySelectorAll('body *'))
    .filter((one) => !one.closest('.scrolled, .tabs, nav, svg, .visually-hidden, .skip-link'))
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect()
      return right > left && (left < -1 || right > width + 1)
    })
    .map((one) => `${one.tagName}.${one.className} ${one.textContent}`.slice(0, 80))
}

const paths = [
  ...['queue', 'queue?state=lead', 'queue?state=appealed', 'queue/batch?from=0', 'reviews'],
  ...['comments/STORY', 'search?q=conger', 'audit?site=daily', 'rules?site=weekly'],
  ...['rules/daily/RULE', 'rules/daily/RULE/edit', 'rules/daily/RULE/versions', 'rules/daily/new'],
  ...['banks/daily/suspect', 'house-rules?site=daily', 'settings?site=daily', 'people'],
  ...['statistics', 'account', 'settings/daily/learning'],
]

describe('On a narrow screen nothing is cut off', () => {
  test.each([
    ['de', 360],
    ['kk', 360],
    ['ru', 320],
  ] as const)(
    'in %s, %d px wide',
    async (locale, width) => {
      const page = await signedIn(locale, width)
      const cut: string[] = []
      for (const path of paths) {
        const address = path.replace('STORY', desk.story).replace('RULE', desk.rule)
        await page.goto(`${postbag.url}/console/${address}`)
        for (const one of await page.evaluate(outside)) cut.push(`${path}: ${one}`)
      }
      await page.context().close()
      expect(cut).toEqual([])
    },
    60_000,
  )
})
