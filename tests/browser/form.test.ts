import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seedDemoSite } from '../../seeds/demo-site.flow'
import { findCaller } from '../../src/accounts/token.store'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { publish } from '../support/many-comments'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { solve } from '../support/solve'

jest.setTimeout(60_000)

let postbag: Postbag
let browser: Browser
let articleUrl: string
const contexts: BrowserContext[] = []
/** What a browser complains of: scripts and styles that the policy forbids, files that are missing. */
const complaints: string[] = []

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  articleUrl = `${postbag.url}/sites/${postbag.site.slug}/articles/${postbag.article.slug}`
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  expect(complaints.splice(0)).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await postbag?.stop()
})

type ContextOptions = Parameters<Browser['newContext']>[0]

async function openPage(url: string, options: ContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  contexts.push(context)
  const page = await context.newPage()
  page.on('console', (message) => {
    // the answer to an unsuccessful form is 422 on purpose
    if (message.type() === 'error' && !message.text().includes('422'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
  page.on('request', (request) => {
    if (!request.url().startsWith(postbag.url)) complaints.push(`${request.url()} is foreign`)
  })
  await page.goto(url)
  return page
}

const field = (page: Page, name: string | RegExp) =>
  page.getByRole('textbox', { name, exact: true })
const sumField = (page: Page) => field(page, /^\d+ \+ \d+ =$/)
const sumOf = async (page: Page) =>
  solve((await page.getByText(/^\d+ \+ \d+ =$/).textContent()) ?? '')
const submit = (page: Page) => page.getByRole('button', { name: /^Post/ }).click()
const tokenOf = (page: Page) => page.locator('[name=captcha_token]').getAttribute('value')

/** Which error a field names as its description, and whether that is to be seen. */
async function errorOf(page: Page, name: string | RegExp) {
  const input = field(page, name)
  expect(await input.getAttribute('aria-invalid')).toBe('true')
  const ids = (await input.getAttribute('aria-describedby'))?.split(' ') ?? []
  const error = page.locator(`#${ids[0]}`)
  expect(await error.isVisible()).toBe(true)
  const [errorBox, fieldBox] = await Promise.all([error.boundingBox(), input.boundingBox()])
  expect(Math.abs((errorBox?.y ?? 0) - (fieldBox?.y ?? Number.NaN))).toBeLessThan(80)
  return (await error.textContent())?.trim()
}

describe('the form without JavaScript', () => {
  const open = (url = articleUrl) => openPage(url, { javaScriptEnabled: false })

  test('shows the two warnings of the page beside its fields when it is sent empty', async () => {
    const page = await open()
    expect(await page.locator('h1').textContent()).toBe('The harbour wall')
    expect(await page.getByText('It leans.').isVisible()).toBe(true)
    await submit(page)
    expect(await errorOf(page, 'Comment')).toBe('Please enter your comment!')
    expect(await errorOf(page, 'Name')).toBe('Please enter your name here')
    expect(await errorOf(page, /^\d+ \+ \d+ =$/)).toBe('Please solve the sum.')
    await page.waitForSelector('.problem-summary:focus')
    const link = page.locator('.problem-summary').getByText('Please enter your name here')
    await link.click()
    expect(await field(page, 'Name').evaluate((input) => input.matches(':target'))).toBe(true)
  })

  test('keeps what was typed and asks another sum when the answer was wrong', async () => {
    const page = await open()
    const text = 'A line.\n\n  <b>Another</b> line & “more”.'
    await field(page, 'Comment').fill(text)
    await field(page, 'Name').fill('Ada')
    await sumField(page).fill('99')
    const token = await tokenOf(page)
    await submit(page)
    expect(await errorOf(page, /^\d+ \+ \d+ =$/)).toMatch('not the right answer')
    expect(await field(page, 'Comment').inputValue()).toBe(text)
    expect(await field(page, 'Name').inputValue()).toBe('Ada')
    expect(await sumField(page).inputValue()).toBe('')
    expect(await tokenOf(page)).not.toBe(token)
  })

  test('leads from the sum to a comment that waits, is approved, is public and is answered', async () => {
    const page = await open()
    await field(page, 'Comment').fill('My grandmother saw it lean.\nSo did hers.')
    await field(page, 'Name').fill('Grace')
    await sumField(page).fill(await sumOf(page))
    await submit(page)
    await page.waitForURL(/\?receipt=[^#]+#comment-/)
    const own = page.locator('article.comment:target')
    expect(await own.textContent()).toMatch(/awaiting moderation/i)
    expect(await own.textContent()).toContain('My grandmother saw it lean.')

    const stranger = await open()
    expect(await stranger.getByText('My grandmother saw it lean.').count()).toBe(0)

    const id = page.url().split('#comment-')[1] ?? ''
    const approval = await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'approve' })
    expect(approval.status).toBe(201)
    await stranger.reload()
    const comment = stranger.locator(`#comment-${id}`)
    expect(await comment.textContent()).toContain('My grandmother saw it lean.')
    await page.reload()
    expect(await page.locator(`#comment-${id}`).textContent()).not.toMatch(/awaiting moderation/i)

    await comment.getByRole('link', { name: /reply/i }).click()
    expect(await stranger.getByRole('heading', { name: /Reply to\s+Grace/ }).isVisible()).toBe(true)
    await field(stranger, 'Comment').fill('Mine said it was the street that leaned.')
    await field(stranger, 'Name').fill('Linus')
    await sumField(stranger).fill(await sumOf(stranger))
    await submit(stranger)
    const reply = stranger.locator('article.comment:target')
    expect(await reply.textContent()).toMatch(/awaiting moderation/i)
    const nested = stranger.locator(`li:has(> #comment-${id}) li`)
    expect(await nested.textContent()).toContain('it was the street that leaned')
  })

  test('leads from a comment to a report of it, past an error, and back', async () => {
    const id = await publish(postbag, 'The mayor leans more than the wall does.')
    const page = await open()
    await page
      .locator(`#comment-${id}`)
      .getByRole('link', { name: /^Report/ })
      .click()
    expect(await page.getByRole('blockquote').textContent()).toContain('The mayor leans')
    await field(page, 'Why? (optional)').fill('He does not.')
    const sendReport = () => page.getByRole('button', { name: 'Send the report' }).click()
    await sendReport()
    await page.waitForSelector('.problem-summary:focus')
    await page.waitForSelector('#report-reason[aria-invalid="true"]')
    expect(await field(page, 'Why? (optional)').inputValue()).toBe('He does not.')
    await page.getByLabel('What is wrong with it?').selectOption({ label: 'Insult' })
    await sendReport()
    await page.getByRole('heading', { name: 'Thank you for your report' }).waitFor()
    await page.getByRole('link', { name: 'Back to the comment' }).click()
    expect(await page.locator('article.comment:target').textContent()).toContain('The mayor')
    const { body } = await postbag.admin('GET', `/comments/${id}`)
    expect(body.report_list).toMatchObject([{ reason: 'insult', detail: 'He does not.' }])
  })
})

describe('every page', () => {
  let places: [name: string, url: string][]
  beforeAll(async () => {
    const owner = await findCaller(postbag.services.db, postbag.token)
    if (!owner) throw new Error('There is no owner.')
    await seedDemoSite(postbag.services, owner)
    const { receipt } = await postbag.judged({ body: 'A comment to look up by its receipt.' })
    const reported = await publish(postbag, 'A comment that somebody may want to report.')
    const reportUrl = `${articleUrl}/comments/${reported}/report`
    places = [
      ['the front page', postbag.url],
      ['an article with its thread', `${postbag.url}/sites/demo/articles/${await busiest()}`],
      ['a report', reportUrl],
      ['a report that was sent', `${reportUrl}?done=sent`],
      ['a receipt', `${postbag.url}/receipts/${receipt}`],
      ['the description of the API', `${postbag.url}/api/docs`],
      ['an address that is not there', `${postbag.url}/nowhere`],
    ]
  })

  async function busiest(): Promise<string> {
    const { rows } = await postbag.services.db.pool.query(
      `SELECT a.slug FROM articles a JOIN comments c ON c.article_id = a.id JOIN sites s ON s.id = a.site_id
       WHERE s.slug = 'demo' GROUP BY a.slug ORDER BY count(*) DESC LIMIT 1`,
    )
    return rows[0].slug
  }

  /** What axe-core finds wrong, and whether the page is wider than the screen. */
  async function faultsOf(page: Page): Promise<string[]> {
    const faults = await violations(page)
    const across = await widthOf(page)
    if (across > (page.viewportSize()?.width ?? 0)) faults.push(`it is ${across} pixels wide`)
    return faults
  }

  const looks = [360, 1440].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => [width, colorScheme] as const),
  )

  test.each(looks)(
    'can be used by everybody at %i pixels in %s colours',
    async (width, colorScheme) => {
      const options = { viewport: { width, height: 800 }, colorScheme }
      const faults: Record<string, string[]> = {}
      const page = await openPage(articleUrl, options)
      await submit(page)
      await page.locator('.problem-summary').waitFor()
      faults['a form with errors'] = await faultsOf(page)
      for (const [name, url] of places) {
        const response = await page.goto(url)
        if (response?.status() === 404) complaints.splice(0)
        faults[name] = await faultsOf(page)
      }
      expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])))
    },
  )
})
