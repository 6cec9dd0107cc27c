import { said } from '../support/console-page'
import { type Desk, openDesk } from '../support/desk'
import { untilEqual } from '../support/wait-until'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk({ worker: false })
})
afterAll(() => desk.close())

test('U after a second review says that the answer stays, and the help offers no key that does nothing', async () => {
  const { postbag } = desk
  await postbag.admin('PATCH', '/sites/daily/settings', { second_review_share: 1 })
  await desk.holdCards(3)
  const ana = await desk.page('ana')
  for (const left of [2, 1]) {
    await ana.keyboard.press('a')
    await untilEqual(() => ana.locator('.card').count(), left)
  }
  const ben = await desk.page('ben')
  await ben.goto(`${postbag.url}/console/reviews`)
  await ben.waitForSelector('.has-script .card.is-current')
  await ben.keyboard.press('?')
  const keys = await ben.locator('#keys-dialog[open] dt').allInnerTexts()
  expect(keys).toEqual(['A', 'R, then 1–9', 'P', 'H', 'S', 'J / K', '?'])
  await ben.keyboard.press('Escape')
  await ben.keyboard.press('p')
  await said(ben, 'Your answer is kept.')
  await ben.keyboard.press('u')
  await said(ben, 'An answer to a second review cannot be taken back.')
  await untilEqual(() => ben.locator('.card').count(), 1)
})
