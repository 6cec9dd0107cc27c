import type { Page } from 'playwright-core'
import { authorsOn, currentAuthor, signIn } from '../support/console-page'
import { type Desk, openDesk } from '../support/desk'

let desk: Desk
let ana: Page

beforeAll(async () => {
  desk = await openDesk({ worker: false })
})
afterEach(async () => {
  await desk.closePages()
  await desk.clear()
})
afterAll(() => desk.close())

const away = () => ana.goto(`${desk.postbag.url}/console/account`)

/** The boxes of these as they are set, by author. */
const authorsOf = (boxes: string) =>
  ana.locator(boxes).evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')))

describe('Who comes back to a list', () => {
  test('finds no tick on a comment that has moved up to where one was', async () => {
    const [first = ''] = await desk.holdCards(3)
    ana = await desk.page('ana')
    await ana.locator('.card').nth(1).locator('[name="selected"]').check()
    await away()
    await desk.postbag.admin('POST', `/comments/${first}/decisions`, { action: 'approve' })
    await ana.goBack()
    await ana.waitForSelector('.has-script .card.is-current')
    expect(await authorsOn(ana)).toEqual(['Author 2', 'Author 3'])
    expect(await authorsOf('[name="selected"]:checked')).toEqual([])
  })

  test('finds no other comment left out of a range of a score', async () => {
    const [first = ''] = await desk.holdCards(3)
    ana = await desk.page('ana')
    await ana.goto(`${desk.postbag.url}/console/queue/batch?from=0&to=1`)
    await ana.locator('.pick').nth(1).locator('[name="selected"]').uncheck()
    await away()
    await desk.postbag.admin('POST', `/comments/${first}/decisions`, { action: 'approve' })
    await ana.goBack()
    await ana.waitForSelector('.has-script .pick')
    expect(await authorsOf('.pick [name="selected"]:not(:checked)')).toEqual([])
  })

  test('reads in the form what the list was asked for', async () => {
    await desk.holdCards(1)
    ana = await desk.page('ana', 'search?author=Author')
    await ana.fill('#author', 'Somebody')
    await ana.keyboard.press('Enter')
    await ana.waitForURL(/Somebody/)
    await ana.goBack()
    await ana.waitForSelector('.has-script .card.is-current')
    expect(await ana.inputValue('#author')).toBe('Author')
  })

  test.each([
    ['the link', () => ana.click('.story-page > p a')],
    ['the browser', () => ana.goBack()],
  ])('from a story by %s goes on with the card that was left', async (_, goBack) => {
    await desk.holdCards(4)
    ana = await desk.page('ana')
    for (const key of ['j', 'j', 'o']) await ana.keyboard.press(key)
    await ana.waitForURL(/comments/)
    await goBack()
    await ana.waitForSelector('.has-script .card.is-current')
    expect(await currentAuthor(ana)).toBe('Author 3')
  })

  test('of a search is told that it leads there, and lands there', async () => {
    await desk.holdCards(1)
    ana = await desk.page('ana', 'search?author=Author')
    await ana.click('.card .story')
    await ana.click('text=Back to the search')
    await ana.waitForSelector('.has-script .card.is-current')
    expect(await ana.inputValue('#author')).toBe('Author')
  })
})

test('a note that came too late is saved once who wrote it has signed in beside it', async () => {
  const [id = ''] = await desk.holdCards(1)
  ana = await desk.page('ana', `comments/${id}`)
  await ana.click('.note summary')
  await ana.fill('[name="note"]', 'Ask the harbour master.')
  await ana.context().clearCookies()
  await ana.click('.note button')
  await ana.waitForSelector('[role="alert"] >> text=Your session has ended')
  const beside = await ana.context().newPage()
  await signIn(beside, desk.postbag.url, 'ana@daily.example')
  await ana.reload()
  await ana.locator('.lines').getByText('Ask the harbour master.').waitFor()
})
