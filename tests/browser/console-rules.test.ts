import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { untilEqual } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let olga: Page
let failures: string[]

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  for (const [author, body] of [
    ['Shop', 'Cheap tickets for everybody at http://tickets.example/now today!'],
    ['Ada', 'The wall leans more every year, and nobody at the council seems to mind.'],
  ] as const)
    await postbag.judged({ author, body })
  failures = []
  olga = await pageOfOlga()
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

async function pageOfOlga(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => failures.push(message))
  page.on('console', (line) => line.type() === 'error' && failures.push(line.text()))
  await signIn(page, postbag.url, 'olga@daily.example')
  return page
}

const open = (page: Page, path: string) => page.goto(`${postbag.url}/console/rules${path}`)

/** Goes on with Tab until something is reached, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} cannot be reached by keyboard.`)
}

const press = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

/** Adds a line to the form by keyboard and waits until its comparison has the focus. */
async function addLine(page: Page, label: string, row: string): Promise<void> {
  await tabTo(page, '#add_field_new')
  await page.keyboard.type(label)
  await press(page, 'button[value="add:new"]')
  await page.waitForFunction((id) => document.activeElement?.id === id, `row-${row}-comparison`)
}

const ruleName = 'First-time author posts a link'
const condition = 'author.approvedCount == 0 && size(comment.links) > 0'

describe("An owner's day, by keyboard", () => {
  test('a rule is put together in the form, which writes the condition', async () => {
    await open(olga, '/daily/new')
    await tabTo(olga, '#name')
    await olga.keyboard.type(ruleName)
    await addLine(olga, 'Approved comments of the a', '0-0')
    await olga.keyboard.type('is exactly')
    await tabTo(olga, '#row-0-0-value')
    await olga.keyboard.type('0')
    await olga.waitForSelector('#written >> text=author.approvedCount == 0')
    await addLine(olga, 'Links in the comment', '1-0')
    await tabTo(olga, '#row-1-0-value')
    await olga.keyboard.type('0')
    await olga.waitForSelector(`#written pre >> text=${condition}`)
    await olga.waitForSelector('#row-1-0-value:focus')
  })

  test('it is tried and backtested before it is saved', async () => {
    await press(olga, 'button[value="backtest"]')
    await olga.waitForSelector('#report >> text=It would have met 1 comment of 2 (50')
    await olga.waitForSelector('#report .samples >> text=Cheap tickets')
    await olga.waitForSelector('#report:focus')
    await tabTo(olga, '#try_body')
    await olga.keyboard.type('Nothing to see here.')
    await press(olga, 'button[value="try"]')
    await olga.waitForSelector('#tried >> text=The rule would not meet this comment.')
    expect(await olga.locator('#report .matches').count()).toBe(1)
    expect(await olga.inputValue('#name')).toBe(ruleName)
  })

  test('it goes into the shadow, and live from there', async () => {
    await press(olga, 'button[value="save:shadow"]')
    await olga.waitForSelector('text=Saved. It counts from the next comment on.')
    await olga.waitForSelector('h1 .tag >> text=Shadow')
    await postbag.judged({ author: 'Shop', body: 'More at http://tickets.example/later, see you!' })
    await olga.reload()
    expect(await olga.locator('svg.chart').getAttribute('aria-label')).toContain('1 shadow hits')
    await press(olga, 'button[name="mode"][value="live"]')
    await olga.waitForSelector('h1 .tag.mode-live')
  })

  test('the words of its chart, and of the statistics, can be read on a telephone', async () => {
    const phone = await pageOfOlga({ viewport: { width: 360, height: 800 } })
    for (const place of [olga.url(), `${postbag.url}/console/statistics`]) {
      await phone.goto(place)
      const words = await phone.locator('.day-bars .axis span').evaluateAll((spans) =>
        spans.map((span) => {
          const { height, left, right } = span.getBoundingClientRect()
          const size = Number.parseFloat(getComputedStyle(span).fontSize)
          return Math.min(height, size) >= 12 && left >= 0 && right <= innerWidth && span.innerHTML
        }),
      )
      expect(words).toHaveLength(5)
      expect(words).not.toContain(false)
      expect(words[2]).toBe('0')
    }
    await phone.context().close()
  })

  test('the condition is completed and checked while it is typed', async () => {
    await press(olga, 'a[href$="/edit"]')
    await olga.waitForSelector('#rule-form')
    await press(olga, 'button[value="way:text"]')
    await olga.waitForSelector('#when')
    expect(await olga.inputValue('#when')).toBe(condition)
    expect(await olga.locator('#references').innerText()).toContain('Everything a condition can')
    await tabTo(olga, '#when')
    await olga.keyboard.press('Control+End')
    await olga.keyboard.type(' && scores.tox')
    await olga.waitForSelector('#suggestions [role="option"][aria-selected="true"]')
    await olga.waitForSelector('#suggestions >> text=number with a point, -1 to 1')
    await olga.waitForSelector('#when[aria-activedescendant="suggestion-0"]')
    await olga.keyboard.press('Enter')
    await untilEqual(() => olga.inputValue('#when'), `${condition} && scores.toxicity`)
    await olga.keyboard.type(' > 0.5 && comment.wrods > 3')
    await olga.keyboard.press('Escape')
    await olga.waitForSelector('.code-back mark.is-wrong >> text=wrods')
    await olga.waitForSelector('#when-errors >> text=Did you mean comment.words?')
    await olga.waitForSelector('#when[aria-invalid="true"]')
    const marked = await olga.locator('.code-back mark').boundingBox()
    const field = await olga.locator('#when').boundingBox()
    expect(marked && field && marked.y >= field.y && marked.x > field.x).toBe(true)
    for (let letters = 'wrods > 3'.length; letters > 0; letters--)
      await olga.keyboard.press('Backspace')
    await olga.keyboard.type('wor')
    await olga.waitForSelector('#suggestions >> text=comment.words')
    await olga.keyboard.press('Tab')
    await olga.keyboard.type(' > 3')
    await olga.waitForSelector('#when-errors >> text=This condition can be used.')
    await untilEqual(() => olga.locator('.code-back mark').count(), 0)
    await olga.keyboard.press('Escape')
    await tabTo(olga, '#comment')
    await olga.keyboard.type('Only where the tone is harsh')
    await press(olga, 'button[name="do"][value="save"]')
    await olga.waitForSelector('.versions >> text=Only where the tone is harsh')
  })

  test('what is typed while a backtest runs stays, and the report is said to be of what was there before', async () => {
    const page = await pageOfOlga()
    await open(page, '/daily/new')
    await page.click('button[value="way:text"]')
    await page.fill('#when', condition)
    let answer = () => {}
    const isTyped = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/rules/daily/new', async (route) => {
      const response = await route.fetch()
      await isTyped
      await route.fulfill({ response })
    })
    await page.click('button[value="backtest"]')
    await page.fill('#when', `${condition} && comment.words > 3`)
    answer()
    await page.waitForSelector('#report .matches')
    await page.waitForSelector('#report [data-stale]:not([hidden])')
    expect(await page.inputValue('#when')).toBe(`${condition} && comment.words > 3`)
    await page.context().close()
  })

  test('the first version comes back, after a look at what is different', async () => {
    await press(olga, 'a[href*="/versions?from=1&to=2"]')
    await olga.waitForSelector('ins >> text=scores.toxicity')
    await press(olga, 'a[href^="/console/rules/daily/"]')
    await olga.waitForSelector('.versions')
    await press(olga, 'button[name="version"][value="1"]')
    await olga.waitForSelector('text=The earlier version is in force again')
    const { body } = await postbag.admin('GET', '/sites/daily/rules')
    expect(body.rules).toMatchObject([
      { name: ruleName, mode: 'live', version: 3, when: condition },
    ])
  })

  test('a comment that it held leads to it', async () => {
    const { id } = await postbag.judged({
      author: 'Shop',
      body: 'Last ones: http://tickets.example/end',
    })
    await olga.goto(`${postbag.url}/console/comments/${id}`)
    await olga.getByRole('link', { name: ruleName }).first().click()
    await olga.waitForURL('**/console/rules/daily/*')
    expect(failures).toEqual([])
  })
})

describe('Everybody can use it', () => {
  /** Every state that a page can be in besides the one in which it is opened. */
  async function* states(page: Page): AsyncGenerator<string> {
    const { body } = await postbag.admin('GET', '/sites/daily/rules')
    const { id } = body.rules[0]
    await open(page, `/daily/${id}/returns`)
    await page.click('form.stacked button')
    yield 'counted'
    await open(page, `/daily/${id}/edit`)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await page.fill('#try_body', 'Look at http://x.example now')
    await page.click('button[value="try"]')
    await page.waitForSelector('#tried .verdict')
    await page.click('button[value="backtest"]')
    await page.waitForSelector('#report .matches')
    yield 'tried and backtested'
    await page.click('button[value="way:text"]')
    await page.fill('#when', 'comment.wrods > 3 && com')
    await page.waitForSelector('#when-errors .condition-errors')
    yield 'mistakes and suggestions'
    await page.fill('#priority', 'high')
    await page.click('button[value="save"]')
    await page.waitForSelector('#priority-problem')
    yield 'refused'
    await postbag.admin('PUT', `/sites/daily/rules/${id}`, { ...body.rules[0], explain: 'Theirs' })
    await page.fill('#when', 'comment.words > 3')
    await page.fill('#priority', '50')
    await page.click('button[value="save"]')
    await page.waitForSelector('.conflict')
    yield 'overtaken'
    const { body: theirs } = await postbag.admin('GET', `/sites/daily/rules/${id}`)
    await postbag.admin('PUT', `/sites/daily/rules/${id}`, { ...theirs, explain: '' })
  }

  // large pages, each looked at as a whole
  const axeTimeoutMs = 120_000

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in any state, %s',
    async (scheme) => {
      await olga.emulateMedia({ colorScheme: scheme })
      for await (const state of states(olga))
        expect([state, await violations(olga)]).toEqual([state, []])
    },
    axeTimeoutMs,
  )

  test.each([360, 1600])('nothing is wider than the page at %d px', async (width) => {
    await olga.setViewportSize({ width, height: 800 })
    for await (const state of states(olga)) {
      expect([state, await widthOf(olga)]).toEqual([state, width])
    }
    await olga.setViewportSize({ width: 1280, height: 900 })
  })

  test('the whole way works without a script, on a phone', async () => {
    const page = await pageOfOlga({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    await open(page, '?site=daily')
    await page.getByRole('link', { name: 'New rule' }).click()
    await page.fill('#name', 'Without a script')
    await page.selectOption('#add_field_new', 'comment.words')
    await page.click('button[value="add:new"]')
    await page.fill('#row-0-0-value', '9')
    await page.locator('.inner summary').first().click()
    await page.selectOption('#add_field_0', 'client.honeypot')
    await page.click('button[value="add:0"]')
    await untilEqual(
      () => page.locator('#written pre').innerText(),
      'comment.words >= 9 || client.honeypot',
    )
    await page.click('button[value="backtest"]')
    await page.waitForSelector('#report .matches >> text=It would have met')
    await page.click('button[value="way:text"]')
    await page.fill('#when', 'comment.wrods >= 9')
    await page.click('button.primary[value="save:shadow"]')
    expect(await page.locator('mark.is-wrong').innerText()).toBe('wrods')
    await page.fill('#when', 'comment.words >= 9')
    await page.click('button.primary[value="save:shadow"]')
    await page.click('button[name="mode"][value="off"]')
    await page.waitForSelector('h1 .tag >> text=Off')
    await page.context().close()
  })
})
