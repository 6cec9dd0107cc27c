import type { Page } from 'playwright-core'
import { authorsOn, currentAuthor } from '../support/console-page'
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
})
