import type { Page } from 'playwright-core'
import { type Desk, openDesk } from '../support/desk'
import { untilEqual, waitUntil } from '../support/wait-until'

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

const shown = () =>
  ana.locator('.card').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-id')))
const current = () => ana.locator('.card.is-current').getAttribute('data-id')

async function skip(count: number): Promise<void> {
  for (let skipped = 0; skipped < count; skipped++) {
    const before = await current()
    await ana.keyboard.press('s')
    await waitUntil('the next card is marked', async () => (await current()) !== before)
  }
}

describe('What was skipped', () => {
  test('stays behind the rest when the page is loaded anew', async () => {
    const [first, second, third] = await desk.holdCards(3)
    ana = await desk.page('ana')
    await skip(1)
    await ana.reload()
    await ana.waitForSelector('.has-script .card.is-current')
    await untilEqual(shown, [second, third, first])
    expect(await current()).toBe(second)
  })

  test('leaves room for cards of the next page', async () => {
    const ids = await desk.holdCards(23)
    ana = await desk.page('ana')
    await skip(16)
    await ana.reload()
    await untilEqual(shown, [...ids.slice(16), ...ids.slice(0, 16)])
  })

  test('is in its place again once it is another text', async () => {
    const [first, second] = await desk.holdCards(2)
    ana = await desk.page('ana')
    await skip(1)
    await desk.sql('UPDATE comments SET version = version + 1 WHERE id = $1', [first])
    await ana.reload()
    await ana.waitForSelector('.has-script .card.is-current')
    await untilEqual(shown, [first, second])
  })
})

test('reasons are chosen by digit on keyboards that write digits with Shift', async () => {
  const [first = ''] = await desk.holdCards(1)
  ana = await desk.page('ana')
  await ana.keyboard.press('r')
  await ana.waitForSelector('#reason-dialog[open]')
  await ana.evaluate(() => {
    const key = { key: 'é', code: 'Digit2', bubbles: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await desk.becomes(first, 'rejected')
  const { rows } = await desk.sql(
    'SELECT reason FROM decisions WHERE comment_id = $1 ORDER BY version DESC LIMIT 1',
    [first],
  )
  expect(rows).toEqual([{ reason: 'insult' }])
})
