import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { addModerator, insertHeld } from '../support/console'
import { currentAuthor, said, signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { untilEqual, waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let ana: Page
let ben: Page
let olga: Page

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  await insertHeld(
    postbag,
    Array.from({ length: 14 }, (_, at) => ({
      author: `Author ${at}`,
      body: `Remark ${at} about the harbour wall.`,
      spans: [{ start: 0, end: 6 }],
    })),
  )
  await postbag.admin('PATCH', '/sites/daily/settings', { second_review_share: 1 })
  ;[ana, ben, olga] = await Promise.all([pageOf('ana'), pageOf('ben'), pageOf('olga')])
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

async function pageOf(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await signIn(page, postbag.url, `${name}@daily.example`)
  return page
}

const open = async (page: Page, path: string) => {
  await page.goto(`${postbag.url}/console/${path}`)
  if (path.startsWith('queue') || path === 'reviews') await page.waitForSelector('.has-script')
}
const idsIn = async (state: string): Promise<string[]> =>
  (await postbag.admin('GET', `/queue?state=${state}&limit=100`)).body.items.map(
    ({ id }: { id: string }) => id,
  )
const sees = (state: string, count: number) =>
  untilEqual(async () => (await idsIn(state)).length, count)

describe('The lead', () => {
  test('E hands a comment over, the others are told at once, and U brings it back', async () => {
    await Promise.all([open(olga, 'queue?state=lead'), open(ben, 'queue'), open(ana, 'account')])
    // whoever is on a card keeps it: Ben reads the last one
    await ben.locator('.card h2').last().click()
    await waitUntil('only the last card is taken', async () => {
      const { body } = await postbag.admin('GET', '/queue?limit=100')
      const items: { claimed_by: string | null }[] = body.items
      return items.findIndex(({ claimed_by }) => claimed_by !== null) === items.length - 1
    })
    await open(ana, 'queue')
    await untilEqual(() => currentAuthor(ana), 'Author 0')
    await ana.keyboard.press('e')
    await said(ana, 'Handed to the lead: Author 0.')
    await sees('lead', 1)
    await untilEqual(() => currentAuthor(ana), 'Author 1')
    await olga.waitForSelector('#fresh >> text=1 new: show')
    await untilEqual(() => olga.locator('[data-count="lead"]').innerText(), '1')
    await ben.waitForSelector('.card.is-overtaken >> text=Handed to the lead by Ana')
    await ana.keyboard.press('u')
    await said(ana, 'Taken back')
    await untilEqual(() => currentAuthor(ana), 'Author 0')
    await sees('lead', 0)
  })

  test('a selection is handed over with E, and the owner decides by keys, with undo', async () => {
    for (const key of ['x', 'j', 'x', 'e']) await ana.keyboard.press(key)
    await said(ana, 'Handed to the lead: 2 comments.')
    await sees('lead', 2)
    await open(olga, 'queue?state=lead')
    expect(await olga.locator('.card').count()).toBe(2)
    const name = await currentAuthor(olga)
    await olga.keyboard.press('a')
    await said(olga, `Approved: ${name}.`)
    await sees('lead', 1)
    await olga.keyboard.press('u')
    await said(olga, 'Taken back')
    await sees('lead', 2)
    await untilEqual(() => currentAuthor(olga), name)
    // H gives it back to the moderators
    await olga.keyboard.press('h')
    await sees('lead', 1)
    await untilEqual(() => olga.locator('.card').count(), 1)
  })
})

describe('Second reviews', () => {
  test('are given with the keys of the queue, and a different answer goes to the lead', async () => {
    const ids = (await idsIn('held')).slice(0, 2)
    for (const id of ids)
      await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'approve' })
    await open(ben, 'reviews')
    expect(await ben.locator('.top [data-count="reviews"]').innerText()).toBe('2')
    expect(await ben.locator('.card').count()).toBe(2)
    await ben.keyboard.press('e')
    await ben.keyboard.press('x')
    expect(await ben.locator('.card').count()).toBe(2)
    await ben.keyboard.press('a')
    await said(ben, 'Your answer is kept.')
    await ben.keyboard.press('r')
    await ben.waitForSelector('#reason-dialog[open]')
    await ben.keyboard.press('2')
    await ben.waitForSelector('#empty:not([hidden])')
    const { rows } = await postbag.services.db.pool.query(
      'SELECT action, reason FROM second_reviews ORDER BY created_at',
    )
    expect(rows).toEqual([
      { action: 'approve', reason: 'no_objection' },
      { action: 'reject', reason: 'insult' },
    ])
    await open(olga, 'queue?state=lead')
    const verdicts = await olga.locator('.verdicts').innerText()
    expect(verdicts.replace(/\s+/g, ' ')).toMatch(
      /First decision Approved .* Second review Rejected Insult Ben/,
    )
    expect(await idsIn('approved')).toEqual(expect.arrayContaining(ids))
  })
})

describe('Masked words', () => {
  const word = () => ana.locator('.card mark .masked-word').first()
  const isShown = async () =>
    (await word().evaluate((element) => getComputedStyle(element).visibility)) === 'visible'

  test('are covered for who wants it, and shown by focus, by a switch and under the pointer', async () => {
    await open(ana, 'account')
    await ana.getByLabel('Cover the words that rules and scores point at').check()
    await ana.locator('form[action$="masking"] button').click()
    await ana.waitForSelector('text=Hard words are covered for you now.')
    await open(ana, 'queue')
    await ana.mouse.move(0, 0)
    const card = ana.locator('.card').first()
    expect(await isShown()).toBe(false)
    expect(await card.innerText()).not.toMatch(/Remark/)
    expect(await card.ariaSnapshot()).toContain('checkbox "Masked word: show"')
    expect(await card.locator('.card-main').ariaSnapshot()).not.toContain('Remark')
    // by keyboard: Tab shows it, leaving covers it, Space keeps it
    await card.locator('.place a').focus()
    await ana.keyboard.press('Tab')
    expect(await isShown()).toBe(true)
    expect(await card.locator('.card-main').ariaSnapshot()).toContain('Remark')
    await ana.keyboard.press('Shift+Tab')
    expect(await isShown()).toBe(false)
    await ana.keyboard.press('Tab')
    await ana.keyboard.press('Space')
    await ana.keyboard.press('Shift+Tab')
    expect(await isShown()).toBe(true)
    await card.locator('.mask').first().click()
    await ana.mouse.move(0, 0)
    expect(await isShown()).toBe(false)
    await card.locator('.mask').first().hover()
    expect(await isShown()).toBe(true)
    await ana.mouse.move(0, 0)
    expect((await postbag.admin('GET', '/queue')).body.items[0].body).toMatch(/^Remark/)
  })

  test('are as they were for everybody else', async () => {
    await open(ben, 'queue')
    expect(await ben.locator('.mask').count()).toBe(0)
    expect(await ben.locator('.card mark').first().innerText()).toBe('Remark')
  })
})

describe('Everybody can use it', () => {
  /** Something to see on each page: a second review, a disagreement, figures, masked words. */
  beforeAll(async () => {
    const { body: token } = await postbag.admin('POST', '/tokens', {
      ...{ name: 'desk', role: 'moderator' },
    })
    for (let count = 0; count < 22; count++) {
      const { body: comment } = await postbag.post({ author: `R${count}`, body: `Word ${count}.` })
      const path = `/comments/${comment.id}/decisions`
      const { body } = await postbag.admin('POST', path, { action: count % 3 ? 'approve' : 'spam' })
      const action = count % 5 ? 'approve' : 'spam'
      if (count < 21)
        await postbag.admin('POST', `/second-reviews/${body.id}`, { action }, token.token)
    }
  })

  const pages = (): [Page, string][] => [
    [ana, 'reviews'],
    [ana, 'queue'],
    [ana, 'account'],
    [olga, 'queue?state=lead'],
    [olga, 'statistics'],
  ]

  test.each([360, 768, 1600])('nothing is wider than the page at %d px', async (width) => {
    for (const [page, path] of pages()) {
      await page.setViewportSize({ width, height: 900 })
      await open(page, path)
      expect([path, (await widthOf(page)) > width]).toEqual([path, false])
    }
  })

  test('all of it works without a script', async () => {
    const page = await pageOf('ana', { javaScriptEnabled: false })
    const card = page.locator('.card').first()
    const name = await card.locator('h2').innerText()
    await page.mouse.move(0, 0)
    expect(await card.innerText()).not.toMatch(/Remark|Word/)
    await card.getByLabel('Masked word: show').first().check({ force: true })
    await page.mouse.move(0, 0)
    expect(await card.locator('mark').first().innerText()).toMatch(/Remark|Word/)
    await card.locator('button[value="escalate"]').click()
    await page.locator('#notice').getByText(`Handed to the lead: the comment by ${name}.`).waitFor()
    await page.locator('#notice button').click()
    await page.locator('#notice').getByText('Taken back.').waitFor()
    await page.goto(`${postbag.url}/console/reviews`)
    const waiting = await page.locator('.card').count()
    await page.locator('.card select').first().selectOption('off_topic')
    await page.locator('.card button[value="reject"]').first().click()
    await page.waitForSelector('.notice >> text=Your answer is kept.')
    expect(await page.locator('.card').count()).toBeLessThanOrEqual(waiting)
    await page.context().close()
  })
})
