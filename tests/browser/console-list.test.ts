import type { Page } from 'playwright-core'
import { authorsOn, currentAuthor, said } from '../support/console-page'
import { type Desk, openDesk } from '../support/desk'
import { untilEqual } from '../support/wait-until'

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

const card = (page: Page, id: string) => page.locator(`#card-${id}`)

describe('A selection', () => {
  const counted = () => ana.locator('#bulk.is-shown [data-selected]').allInnerTexts()

  test('keeps a comment on which a note is taken', async () => {
    const [first = ''] = await desk.holdCards(2)
    ana = await desk.page('ana')
    for (const box of await ana.locator('[name="selected"]').all()) await box.check()
    await card(ana, first).locator('.note summary').click()
    await card(ana, first).locator('[name="note"]').fill('Ask the harbour master.')
    await card(ana, first).locator('.note button').click()
    await card(ana, first).getByText('Ask the harbour master.').waitFor()
    expect(await card(ana, first).locator('[name="selected"]').isChecked()).toBe(true)
    expect(await counted()).toEqual(['2 selected'])
  })

  test('leaves out a comment that was decided on by itself, and counts what is left', async () => {
    const [first = ''] = await desk.holdCards(2)
    ana = await desk.page('ana', 'search?author=Author&status=held')
    for (const box of await ana.locator('[name="selected"]').all()) await box.check()
    await card(ana, first).locator('button[value="approve"]').click()
    await card(ana, first).locator('.card-head .status-approved').waitFor()
    expect(await card(ana, first).locator('[name="selected"]').isChecked()).toBe(false)
    expect(await counted()).toEqual(['1 selected'])
  })
})

test('after a decision on many the keys go on below, not from the top', async () => {
  const ids = await desk.holdCards(5)
  ana = await desk.page('ana')
  for (const key of ['j', 'x', 'j', 'x', 'p']) await ana.keyboard.press(key)
  await desk.becomes(ids[2] ?? '', 'spam')
  await untilEqual(() => authorsOn(ana), ['Author 1', 'Author 4', 'Author 5'])
  expect(await currentAuthor(ana)).toBe('Author 4')
})

describe('The next comments', () => {
  test('that a cut line keeps away are missed aloud', async () => {
    await desk.holdCards(21)
    ana = await desk.page('ana')
    await ana.context().setOffline(true)
    await ana.click('.more a')
    await said(ana, 'It could not be loaded.')
    await ana.context().setOffline(false)
    await ana.click('.more a')
    await untilEqual(() => ana.locator('.card').count(), 21)
  })

  test('come after a new sign-in, where the session has ended', async () => {
    await desk.holdCards(21)
    ana = await desk.page('ana')
    await ana.context().clearCookies()
    await ana.click('.more a')
    await ana.waitForURL(/sign-in\?next=.*cursor/)
  })
})

test('R asks for no reason where there is nothing to reject', async () => {
  const [id = ''] = await desk.holdCards(1)
  await desk.postbag.admin('POST', `/comments/${id}/decisions`, { action: 'reject' })
  ana = await desk.page('ana', 'queue?state=rejected')
  await ana.keyboard.press('r')
  await ana.keyboard.press('?')
  expect(await ana.locator('dialog[open]').getAttribute('id')).toBe('keys-dialog')
})

test('a key is heard at once behind a dialog that closes', async () => {
  const [id = ''] = await desk.holdCards(1)
  ana = await desk.page('ana')
  await ana.keyboard.press('?')
  await ana.locator('#keys-dialog[open]').waitFor()
  // before the next frame the focus is still in it
  await ana.evaluate(() => {
    const switchOfKeys = document.activeElement
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
    switchOfKeys?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true }),
    )
  })
  await desk.becomes(id, 'spam')
})

test('a reason that has no digit can be chosen, too', async () => {
  const [id = ''] = await desk.holdCards(1)
  ana = await desk.page('ana')
  await ana.keyboard.press('r')
  await ana.click('#reason-dialog >> text=Other')
  await desk.becomes(id, 'rejected')
  const { rows } = await desk.sql('SELECT reason FROM decisions WHERE comment_id = $1', [id])
  expect(rows).toEqual([{ reason: 'other' }])
})

test('keys go on with the only comment of a list, where it stays', async () => {
  const [id = ''] = await desk.holdCards(1)
  ana = await desk.page('ana')
  await ana.keyboard.press('h')
  await said(ana, 'Held')
  await ana.waitForSelector('.card.is-current:not(.is-leaving)')
  await ana.keyboard.press('a')
  await desk.becomes(id, 'approved')
})

describe('What is decided already', () => {
  test('says so in another window of the same person', async () => {
    const [first = ''] = await desk.holdCards(2)
    ana = await desk.page('ana')
    const window = await ana.context().newPage()
    await window.goto(ana.url())
    await window.waitForSelector('.has-script .card.is-current')
    await ana.keyboard.press('a')
    await card(window, first).getByText('Approved by you').waitFor()
  })

  test('in the same way by somebody else leaves the list, with their name', async () => {
    const [first = ''] = await desk.holdCards(2)
    ana = await desk.page('ana', 'queue', {
      prepare: (page) => page.route('**/console/events*', (route) => route.abort()),
    })
    await desk.postbag.admin('POST', `/comments/${first}/decisions`, { action: 'approve' })
    await card(ana, first).locator('button[value="approve"]').click()
    await said(ana, 'Nothing to do: approved by test')
    await untilEqual(() => authorsOn(ana), ['Author 2'])
  })
})
