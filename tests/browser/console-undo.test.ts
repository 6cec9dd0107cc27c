import type { Page } from 'playwright-core'
import { authorsOn, currentAuthor, said } from '../support/console-page'
import { type Desk, openDesk } from '../support/desk'
import { untilEqual } from '../support/wait-until'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(() => desk.clear())
afterEach(() => desk.closePages())
afterAll(() => desk.close())

const card = (page: Page, id: string) => page.locator(`#card-${id}`)

describe('What another took back', () => {
  test('waits again: it says so, is gone on to, and is decided on without a question', async () => {
    const [, second = '', third = ''] = await desk.holdCards(3)
    const ben = await desk.page('ben')
    await card(ben, third).focus()
    const ana = await desk.page('ana')
    await card(ana, second).locator('button[value="approve"]').click()
    await ben.waitForSelector(`#card-${second}.is-overtaken >> text=Approved by Ana`)
    await card(ben, second).locator('[name="selected"]').check()
    await ana.keyboard.press('u')
    await desk.becomes(second, 'held')
    await ana.context().close()
    const again = `#card-${second}:not(.is-overtaken, .is-taken)`
    await ben.waitForSelector(`${again} >> text=Taken back by Ana`)
    expect(await card(ben, second).locator('[name="selected"]').isChecked()).toBe(true)
    await ben.keyboard.press('Escape')
    await card(ben, third).focus()
    await ben.keyboard.press('p')
    await desk.becomes(third, 'spam')
    await untilEqual(() => currentAuthor(ben), 'Author 2')
    await ben.keyboard.press('a')
    await desk.becomes(second, 'approved')
    await untilEqual(() => authorsOn(ben), ['Author 1'])
  })

  test('is told to who comes second', async () => {
    const [first = ''] = await desk.holdCards(1)
    const ben = await desk.page('ben', `comments/${first}`)
    const approval = { action: 'approve' }
    const { body } = await desk.postbag.admin('POST', `/comments/${first}/decisions`, approval)
    await desk.postbag.admin('POST', `/decisions/${body.id}/undo`)
    await ben.locator('[data-claim]').getByText('Taken back by').waitFor()
    await ben.locator('button[value="spam"]').click()
    await ben.locator('#conflict .problem').getByText('Taken back by').waitFor()
  })

  test('is not exchanged under the eyes where its author changed the text', async () => {
    const { id, receipt } = await desk.postbag.judged({ author: 'Cy', body: 'A wall of stone.' })
    const ben = await desk.page('ben')
    const { status } = await desk.postbag.reader('PATCH', `/api/v1/receipts/${receipt}`, {
      body: 'A wall of brick.',
    })
    expect(status).toBe(202)
    await card(ben, id).getByText('Held by').waitFor()
    await card(ben, id).locator('button[value="approve"]').click()
    await ben.waitForSelector('#conflict-dialog[open] >> text=A wall of brick.')
    expect(await card(ben, id).locator('.text').innerText()).toBe('A wall of stone.')
  })
})

describe('Taking back', () => {
  test('what is refused is not asked for again, and does not stand in the way', async () => {
    const { id: first } = await desk.postbag.judged({ author: 'Di', body: 'The harbour is full.' })
    const appealed = await desk.postbag.judged({
      author: 'Cy',
      body: 'A remark on the harbour wall.',
    })
    await desk.postbag.admin('POST', `/comments/${appealed.id}/decisions`, { action: 'approve' })
    const ana = await desk.page('ana', 'search?q=harbour')
    await card(ana, first).locator('button[value="approve"]').click()
    await desk.becomes(first, 'approved')
    await card(ana, appealed.id).locator('button[value="spam"]').click()
    await desk.becomes(appealed.id, 'spam')
    await said(ana, 'Marked as spam')
    const { status } = await desk.postbag.reader(
      'POST',
      `/api/v1/receipts/${appealed.receipt}/appeals`,
      { text: 'It was a quotation.' },
    )
    expect(status).toBe(201)
    await ana.keyboard.press('u')
    await said(ana, 'You made this decision; somebody else answers the appeal.')
    await ana.locator('#toast [data-do="undo"]').waitFor({ state: 'hidden' })
    await ana.keyboard.press('u')
    await desk.becomes(first, 'held')
    expect(await desk.statusOf(appealed.id)).toBe('spam')
  })

  test('what the line did not let through is taken back with the next key', async () => {
    const [first = ''] = await desk.holdCards(2)
    const ana = await desk.page('ana', 'queue', {
      prepare: (page) => page.route('**/undo', (route) => route.abort(), { times: 1 }),
    })
    await ana.keyboard.press('a')
    await desk.becomes(first, 'approved')
    await said(ana, 'Approved: Author 1')
    await ana.keyboard.press('u')
    await said(ana, 'It could not be saved.')
    expect(await desk.statusOf(first)).toBe('approved')
    await ana.keyboard.press('u')
    await desk.becomes(first, 'held')
  })

  test('a batch comes back in the order it had, around what was left', async () => {
    const ids = await desk.holdCards(4)
    const ana = await desk.page('ana')
    await desk.sql(
      `UPDATE review_items SET claimed_at = now(), claim_until = now() + interval '5 minutes',
         claimed_by = 'moderator:' || (SELECT id FROM moderators WHERE name = 'Ben')
       WHERE comment_id = $1`,
      [ids[1]],
    )
    for (const id of ids.slice(0, 3)) await card(ana, id).locator('[name="selected"]').check()
    await ana.keyboard.press('p')
    await said(ana, 'Marked as spam: 2 comments.')
    await untilEqual(() => authorsOn(ana), ['Author 2', 'Author 4'])
    await ana.keyboard.press('u')
    await said(ana, 'Taken back: 2 decisions.')
    await untilEqual(() => authorsOn(ana), ['Author 1', 'Author 2', 'Author 3', 'Author 4'])
  })

  test('decisions one after the other come back in the order they had', async () => {
    await desk.holdCards(3)
    const ana = await desk.page('ana')
    for (const author of ['Author 1', 'Author 2']) {
      await ana.keyboard.press('a')
      await said(ana, `Approved: ${author}`)
    }
    for (const author of ['Author 2', 'Author 1']) {
      await ana.keyboard.press('u')
      await ana.waitForSelector(`.card h2 >> text=${author}`)
    }
    await untilEqual(() => authorsOn(ana), ['Author 1', 'Author 2', 'Author 3'])
  })

  test('U takes back what was decided last, also while the answer to it is on its way', async () => {
    const [first = '', second = ''] = await desk.holdCards(3)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const ana = await desk.page('ana', 'queue', {
      prepare: (page) =>
        page.route(`**/comments/${second}/decisions`, async (route) => {
          await held
          await route.continue()
        }),
    })
    await ana.keyboard.press('a')
    await desk.becomes(first, 'approved')
    await said(ana, 'Author 1')
    await untilEqual(() => currentAuthor(ana), 'Author 2')
    await ana.keyboard.press('a')
    await ana.keyboard.press('u')
    letGo()
    await said(ana, 'Taken back.')
    expect(await desk.statusOf(second)).toBe('held')
    expect(await desk.statusOf(first)).toBe('approved')
  })
})

test('a key that answers the own appeal says why it does nothing', async () => {
  const { id, receipt } = await desk.postbag.judged({
    author: 'Cy',
    body: 'The harbour wall leans.',
  })
  const ana = await desk.page('ana', `comments/${id}`)
  await ana.keyboard.press('p')
  await ana.locator('#notice').waitFor()
  await desk.postbag.reader('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'Why?' })
  for (const [path, target] of [
    [`comments/${id}`, 'h1'],
    ['search?q=leans', '.card'],
  ] as const) {
    await ana.goto(`${desk.postbag.url}/console/${path}`)
    await ana.waitForSelector(`.has-script ${target}`)
    for (const key of ['a', 'r']) {
      await ana.keyboard.press(key)
      await said(ana, 'somebody else answers the appeal')
      await ana.evaluate(() => document.getElementById('announcer')?.replaceChildren())
    }
  }
  expect(await desk.statusOf(id)).toBe('spam')
})
