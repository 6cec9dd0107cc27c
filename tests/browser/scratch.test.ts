import { seedDemoSite } from '../../seeds/demo-site.flow'
import { findCaller } from '../../src/accounts/token.store'
import { addModerator, password } from '../support/console'
import { launchBrowser } from '../support/browser'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

test('shots', async () => {
  const postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana Duarte', role: 'owner' })
  const caller = await findCaller(postbag.services.db, postbag.token)
  if (caller) await seedDemoSite(postbag.services, caller)
  await waitUntil('judged', async () => {
    const { body } = await postbag.admin('GET', '/queue?state=pending')
    return body.total <= 2
  }, 25000)
  const held = (await postbag.admin('GET', '/queue?state=held')).body.items
  const browser = await launchBrowser()
  for (const scheme of ['light'] as const) {
    for (const width of [1440]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
      page.on('console', (m) => console.log(m.type(), m.text()))
      page.on('pageerror', (e) => console.log('pageerror', e.message))
      await page.goto(`${postbag.url}/console/queue`)
      if (scheme === 'light') await page.screenshot({ path: `/tmp/console/signin-${width}.png` })
      await page.fill('#email', 'ana@daily.example')
      await page.fill('#password', password)
      await page.click('button.primary')
      await page.waitForSelector('.card')
      await page.screenshot({ path: `/tmp/console/queue-${scheme}-${width}.png` })
      if (width !== 768) {
        await page.keyboard.press('x')
        await page.keyboard.press('j')
        await page.keyboard.press('x')
        await page.screenshot({ path: `/tmp/console/bulk-${scheme}-${width}.png` })
        await page.keyboard.press('r')
        await page.screenshot({ path: `/tmp/console/reason-${scheme}-${width}.png` })
      }
      await page.goto(`${postbag.url}/console/comments/${held[0].id}`)
      await page.screenshot({ path: `/tmp/console/comment-${scheme}-${width}.png`, fullPage: true })
      await page.goto(`${postbag.url}/console/search?q=the`)
      await page.screenshot({ path: `/tmp/console/search-${scheme}-${width}.png` })
      await page.goto(`${postbag.url}/console/account`)
      await page.screenshot({ path: `/tmp/console/account-${scheme}-${width}.png` })
      await page.close()
    }
  }
  
  const { insertHeld } = require('../support/console')
  const z = (t: string) => t.replace(/\w/g, (l: string) => l + '\u0301\u0316\u033f\u0489'.repeat(25))
  await insertHeld(postbag, [
    { author: '\u202eevil name', body: z('he comes over the wall') + ' now' },
    { author: 'Ada', body: 'w'.repeat(4000) },
    { author: 'عربي', body: 'مرحبا بالعالم هذا تعليق طويل عن الجدار '.repeat(5), spans: [{ start: 3, end: 12 }] },
    { author: z('Zed'), body: '\u202eevorppA si sihT' },
  ])
  for (const width of [360, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 1600 } })
    await page.goto(`${postbag.url}/console/queue?sort=newest`)
    await page.fill('#email', 'ana@daily.example')
    await page.fill('#password', password)
    await page.click('button.primary')
    await page.waitForSelector('.card')
    await page.screenshot({ path: `/tmp/console/hostile-${width}.png` })
  }
  await browser.close()
  await postbag.stop()
}, 120000)
