import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'

const zalgo = (text: string) =>
  text.replace(/\w/g, (letter) => `${letter}\u0301\u0316\u033f\u0489\u0301\u0316\u033f`)

/** What a page of the queue may hold at once. */
const bodies = [
  'A short one.',
  `A long one. ${'The wall has leaned since my grandmother was a girl. '.repeat(40)}`,
  `One long word: ${'w'.repeat(600)}`,
  'تعليق من اليمين إلى اليسار، مع كلمة English في الوسط.',
  'תגובה בעברית, עם 12 ספינות.',
  zalgo('he comes over the wall'),
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} '.repeat(30),
  'Shown \u202eturned round\u202c and \u200bhidden\u200b.',
  `Lines\n\n\n${'and lines\n'.repeat(30)}`,
  'See https://boats.example/a/very/long/path?with=parameters&and=more for the plans.',
]

let postbag: Postbag
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  const ben = await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  await insertHeld(
    postbag,
    bodies.concat(bodies).map((body, at) => ({
      author: at % 3 === 0 ? body.slice(0, 80) : `Author ${at % 7}`,
      body,
      spans: [{ start: 0, end: 5 }],
    })),
  )
  // of four neighbours one is edited and urgent, one a reply that has replies, one reported and one taken
  await postbag.services.db.pool.query(
    `CREATE TEMP TABLE row_of AS SELECT id, site_id, row_number() OVER (ORDER BY created_at) AS n FROM comments;
     UPDATE comments c SET edited_at = now(), priority = 95 FROM row_of r WHERE r.id = c.id AND n % 4 = 0;
     UPDATE comments c SET parent_id = p.id, root_id = p.id, depth = 1 FROM row_of r, row_of p
       WHERE r.id = c.id AND r.n % 4 = 1 AND p.n = r.n + 1 AND r.n < 20;
     INSERT INTO reports (id, comment_id, site_id, reason, detail, network_key)
       SELECT gen_random_uuid(), id, site_id, 'insult', 'It is about me, and it is not true.', decode(md5(k::text), 'hex')
       FROM row_of, generate_series(1, 3) k WHERE n % 4 = 2;
     INSERT INTO appeals (id, comment_id, site_id, text)
       SELECT gen_random_uuid(), id, site_id, 'Please look again: I only asked a question.' FROM row_of WHERE n % 5 = 2;
     UPDATE review_items i SET claimed_by = 'moderator:${ben}', claim_until = now() + interval '1 hour', queue = 'urgent'
       FROM row_of r WHERE r.id = i.comment_id AND n % 4 = 3;
     DROP TABLE row_of`,
  )
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('console', (message) => void complaints.push(message.text()))
  page.on('pageerror', (error) => void complaints.push(error.message))
  await signIn(page, postbag.url, 'ana@daily.example')
  await page.waitForSelector('.has-script .card')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

describe('A full page of the queue', () => {
  test.each([
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has nothing for axe to find at %d px in %s colours', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`${postbag.url}/console/queue`)
    await page.waitForSelector('.has-script .card.is-current')
    expect(await page.locator('.card').count()).toBe(20)
    await page.locator('.card .text summary').first().click()
    await page.keyboard.press('x')
    expect(await violations(page)).toEqual([])
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
  })

  test('nothing was refused and nothing went wrong', () => expect(complaints).toEqual([]))
})
