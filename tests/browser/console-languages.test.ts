import type { Browser } from 'playwright-core'
import { languages, wordsOf } from '../../src/console/words/words'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let browser: Browser
beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  await insertHeld(postbag, [{ author: 'Ada', body: 'It leans.', spans: [{ start: 0, end: 2 }] }])
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const paths = ['queue', 'queue/batch', 'rules/daily/new', 'settings', 'statistics', 'account']

test.each(languages)('on a phone the console fits in %s', async (language) => {
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ viewport, locale: language })
  const page = await context.newPage()
  await signIn(page, postbag.url, 'ana@daily.example')
  await page.waitForSelector('.has-script .card')
  expect(await page.locator('.card button.is-approve').innerText()).toContain(
    wordsOf(language).decide.approve,
  )
  for (const path of paths) {
    await page.goto(`${postbag.url}/console/${path}`)
    const lang = await page.locator('html').getAttribute('lang')
    expect([path, lang, await widthOf(page)]).toEqual([path, language, 360])
  }
  await context.close()
})
