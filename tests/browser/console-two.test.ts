import type { Page, Request, Route } from 'playwright-core'
import { currentAuthor } from '../support/console-page'
import { type Desk, openDesk } from '../support/desk'
import { type Line, openLine } from '../support/line'
import { untilEqual, waitUntil } from '../support/wait-until'

let desk: Desk
let line: Line

beforeAll(async () => {
  desk = await openDesk({ worker: false })
  line = await openLine(desk.postbag.url)
})
beforeEach(() => desk.clear())
afterEach(() => desk.closePages())
afterAll(async () => {
  await line.stop()
  await desk.close()
})

const judged = (comment: { author?: string; body: string }) => {
  desk.postbag.startWorkers()
  return desk.postbag.judged(comment)
}
const claimedBy = async (id: string) => {
  const { rows } = await desk.sql(
    `SELECT m.name FROM review_items i JOIN moderators m ON i.claimed_by = 'moderator:' || m.id
     WHERE i.comment_id = $1 AND i.claim_until > now()`,
    [id],
  )
  return rows[0]?.name as string | undefined
}
const isHeldBy = (id: string, name: string | undefined) =>
  waitUntil(`${name ?? 'nobody'} is on it`, async () => (await claimedBy(id)) === name)
const decide = (id: string, action: string) =>
  desk.postbag.admin('POST', `/comments/${id}/decisions`, { action })
const giveTo = (id: string, email: string) =>
  desk.sql(
    `UPDATE review_items SET claimed_at = now(), claim_until = now() + interval '5 minutes',
       claimed_by = 'moderator:' || (SELECT id FROM moderators WHERE email = $2) WHERE comment_id = $1`,
    [id, email],
  )
const card = (page: Page, id: string | undefined) => page.locator(`#card-${id}`)
/** What an attribute says of what has the focus. */
const focusOf = (page: Page, name: string) => page.locator(':focus').getAttribute(name)
/** The page has come anew, says so, and hears keys. */
const noticed = (page: Page, text: string) =>
  page.waitForSelector(`.has-script #notice >> text=${text}`)
const heard = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.getElementById('elsewhere')?.textContent?.includes(wanted),
    text,
  )

/** What a browser says of a tab that is not seen: there is no window to put it behind. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

describe('Before anything is judged', () => {
  test('what comes in is announced in the tab of what is pending', async () => {
    const [id = ''] = await desk.holdCards(1)
    await desk.sql("UPDATE comments SET status = 'pending' WHERE id = $1", [id])
    const ana = await desk.page('ana', 'queue?state=pending')
    await desk.postbag.post({ body: 'A remark that nobody has read yet.' })
    await ana.waitForSelector('#fresh >> text=1 new: show')
  })
})

describe('Two moderators', () => {
  test('the second starts on the first card that nobody else is on', async () => {
    const [first = '', second = ''] = await desk.holdCards(4)
    const ana = await desk.page('ana')
    await isHeldBy(first, 'Ana')
    const ben = await desk.page('ben')
    await untilEqual(() => currentAuthor(ben), 'Author 2')
    await ben.waitForSelector(`#card-${first}.is-taken`)
    await isHeldBy(second, 'Ben')
    await untilEqual(() => currentAuthor(ana), 'Author 1')
  })

  test('who opens the queue at the same moment goes on to the next card by itself', async () => {
    const [first = '', second = ''] = await desk.holdCards(4)
    const ben = await desk.page('ben', 'queue', {
      // the card was free when the page was made, and is not any more when it is claimed
      prepare: (page) =>
        page.route(
          '**/claims',
          async (route) => {
            await giveTo(first, 'ana@daily.example')
            await route.continue()
          },
          { times: 1 },
        ),
    })
    await isHeldBy(second, 'Ben')
    await untilEqual(() => currentAuthor(ben), 'Author 2')
    await card(ben, first).getByText('Ana is on it').waitFor()
  })

  test('a card that is left before its claim has come through is free again', async () => {
    const [first = '', second = ''] = await desk.holdCards(2)
    const claims: Route[] = []
    const ana = await desk.page('ana', 'queue', {
      prepare: (page) =>
        page.route(`**/${first}/claims`, (route) => void claims.push(route), { times: 1 }),
    })
    await waitUntil('the claim is on its way', () => claims.length === 1)
    await ana.keyboard.press('j')
    await claims[0]?.continue()
    await isHeldBy(second, 'Ana')
    expect(await claimedBy(first)).toBeUndefined()
  })

  test('a card that another is on takes a second thought', async () => {
    const [first = ''] = await desk.holdCards(3)
    await desk.page('ana')
    await isHeldBy(first, 'Ana')
    const ben = await desk.page('ben')
    const approve = card(ben, first).locator('button[value="approve"]')
    await approve.click()
    const dialog = ben.locator('#conflict-dialog')
    await dialog.getByText('Ana took this comment just now and has not decided yet.').waitFor()
    expect(await dialog.innerText()).toContain('remark 1 about the harbour wall')
    await untilEqual(() => focusOf(ben, 'data-do'), 'leave')
    await dialog.locator('[data-do="leave"]').click()
    await ben.waitForSelector(`#card-${first}.is-taken:not(.is-leaving)`)
    expect(await desk.statusOf(first)).toBe('held')
    await approve.click()
    await dialog.getByRole('button', { name: 'Approve anyway' }).click()
    await desk.becomes(first, 'approved')
    await card(ben, first).waitFor({ state: 'detached' })
  })

  test('a whole selection leaves out what others are on, and says so', async () => {
    const ids = await desk.holdCards(3)
    await desk.page('ana')
    await isHeldBy(ids[0] ?? '', 'Ana')
    const ben = await desk.page('ben')
    await ben.locator('[data-do="select-all"]').check()
    await ben.keyboard.press('p')
    await ben.waitForFunction(() =>
      document
        .getElementById('announcer')
        ?.textContent?.includes('1 left as they were: somebody else is on them.'),
    )
    expect(await Promise.all(ids.map(desk.statusOf))).toEqual(['held', 'spam', 'spam'])
    await untilEqual(() => ben.locator('.card').count(), 1)
  })

  test('what others do to the card that is being read is said aloud, and nothing else is', async () => {
    const [first = '', second = ''] = await desk.holdCards(3)
    const ana = await desk.page('ana')
    await isHeldBy(first, 'Ana')
    await giveTo(second, 'ben@daily.example')
    await card(ana, second).getByText('Ben is on it').waitFor()
    expect(await ana.locator('#elsewhere').getAttribute('role')).toBe('status')
    expect(await ana.locator('#elsewhere').innerText()).toBe('')
    await giveTo(first, 'ben@daily.example')
    await heard(ana, 'Author 1: Ben is on it')
    await desk.sql('UPDATE review_items SET claim_until = now() WHERE comment_id = $1', [first])
    await isHeldBy(first, 'Ana')
    await decide(first, 'hold')
    await heard(ana, 'Author 1: Held by')
    await untilEqual(() => currentAuthor(ana), 'Author 1')
  })
})

describe('Somebody who is not there', () => {
  /** The claims that a page sends, in order, and how many of them have been answered. */
  const claimsOf = (page: Page) => {
    const claims = { methods: [] as string[], answered: 0 }
    const isClaim = (request: Request) => request.url().endsWith('/claims')
    page.on('request', (request) => {
      if (isClaim(request)) claims.methods.push(request.method())
    })
    page.on('requestfinished', (request) => {
      if (isClaim(request)) claims.answered += 1
    })
    return claims
  }

  test('renews nothing after five minutes, and takes the card again on coming back', async () => {
    const [first = ''] = await desk.holdCards(2)
    let claims = { methods: [] as string[], answered: 0 }
    const ana = await desk.page('ana', 'queue', {
      prepare: async (page) => {
        claims = claimsOf(page)
        await page.clock.install()
      },
    })
    for (const count of [1, 2, 3])
      await waitUntil('the claim is made, then renewed', async () => {
        // the clock of the page waits for the network, which has its own
        if (claims.answered === claims.methods.length) await ana.clock.runFor('00:05')
        return claims.methods.length === count
      })
    await untilEqual(() => claims.answered, 3)
    // minute by minute, so that the answer to the last one is read in one of the first
    for (let minutes = 0; minutes < 30; minutes++) await ana.clock.runFor('01:00')
    expect(claims.methods).toEqual(['POST', 'PUT', 'PUT'])
    await desk.sql('UPDATE review_items SET claimed_by = NULL, claim_until = NULL')
    await ana.keyboard.press('Shift')
    await ana.clock.runFor('00:01')
    await isHeldBy(first, 'Ana')
    await untilEqual(() => claims.methods, ['POST', 'PUT', 'PUT', 'POST'])
  })

  test('gives the card back while the page is hidden', async () => {
    const [first = ''] = await desk.holdCards(2)
    const ana = await desk.page('ana')
    await isHeldBy(first, 'Ana')
    await setHidden(ana, true)
    await isHeldBy(first, undefined)
    await setHidden(ana, false)
    await isHeldBy(first, 'Ana')
  })

  test('finds what happened while the page was hidden', async () => {
    const [first = '', second = ''] = await desk.holdCards(3)
    const ana = await desk.page('ana')
    await isHeldBy(first, 'Ana')
    await setHidden(ana, true)
    await decide(second, 'spam')
    await judged({ author: 'Newcomer', body: 'I have just read this with interest.' })
    await setHidden(ana, false)
    await card(ana, second)
      .getByText('Marked as spam by')
      .or(card(ana, second).getByText('Spam by'))
      .waitFor()
    await ana.waitForSelector('#fresh >> text=1 new: show')
  })

  test('finds what happened while the line was cut', async () => {
    const [first = '', second = ''] = await desk.holdCards(3)
    const ana = await desk.page('ana', 'queue', { url: line.url })
    await isHeldBy(first, 'Ana')
    line.cut()
    await decide(second, 'approve')
    await judged({ author: 'Newcomer', body: 'I read this on the train with interest.' })
    line.mend()
    await card(ana, second).getByText('Approved by').waitFor()
    await ana.waitForSelector('#fresh >> text=1 new: show')
  })
})

describe('What is new', () => {
  test('is announced above the list, and no card moves', async () => {
    await desk.holdCards(3)
    const ana = await desk.page('ana')
    const place = () => ana.locator('.card').first().boundingBox()
    const before = await place()
    expect(await ana.locator('#fresh').getAttribute('role')).toBe('status')
    expect(await ana.locator('#fresh a').isVisible()).toBe(false)
    await judged({ author: 'Newcomer', body: 'I have read about the wall with interest.' })
    await ana.locator('#fresh a').getByText('1 new: show').waitFor()
    expect(await place()).toEqual(before)
    for (const width of [360, 1440]) {
      await ana.setViewportSize({ width, height: 900 })
      const [link, first] = [await ana.locator('#fresh a').boundingBox(), await place()]
      expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0)
    }
  })

  test('is announced in the tab for samples as well', async () => {
    const [id = ''] = await desk.holdCards(1)
    await desk.sql("UPDATE comments SET status = 'spam' WHERE id = $1", [id])
    await desk.sql("UPDATE review_items SET queue = 'sample' WHERE comment_id = $1", [id])
    await desk.postbag.admin('PATCH', '/sites/daily/settings', { learning: { sample_share: 1 } })
    await desk.postbag.admin('PUT', '/sites/daily/banks/blocked', {
      kind: 'words',
      entries: ['conger'],
    })
    const ana = await desk.page('ana', 'queue?state=sampled')
    await isHeldBy(id, 'Ana')
    await judged({ body: 'A conger lives in the harbour wall.' })
    await ana.waitForSelector('#fresh >> text=1 new: show')
  })

  test('is more than can be told: the list has to be loaded anew', async () => {
    const [first = ''] = await desk.holdCards(2)
    const ana = await desk.page('ana')
    await isHeldBy(first, 'Ana')
    await setHidden(ana, true)
    await desk.sql(
      `INSERT INTO audit_events (chain, type, actor) SELECT $1, 'site.settings_changed', 'system'
       FROM generate_series(1, 501)`,
      [desk.postbag.site.id],
    )
    await setHidden(ana, false)
    await ana.waitForSelector('#fresh >> text=The list has changed: reload')
  })
})

describe('The page of one comment', () => {
  test('has the keys of the queue, but not where somebody types', async () => {
    const [id = ''] = await desk.holdCards(1)
    const ana = await desk.page('ana', `comments/${id}`)
    await ana.locator('.note summary').click()
    await ana.locator('.note input').click()
    await ana.keyboard.type('a park')
    expect(await desk.statusOf(id)).toBe('held')
    await ana.locator('h1').click()
    await ana.keyboard.press('a')
    await noticed(ana, 'Approved: the comment by Author 1.')
    await untilEqual(() => focusOf(ana, 'id'), 'notice')
    expect(await desk.statusOf(id)).toBe('approved')
    await ana.keyboard.press('u')
    await noticed(ana, 'is held again')
    await ana.keyboard.press('r')
    await ana.waitForSelector('#reason-dialog[open]')
    await ana.keyboard.press('2')
    await noticed(ana, 'Rejected: the comment by Author 1.')
    const { rows } = await desk.sql(
      'SELECT status, reason FROM decisions WHERE comment_id = $1 ORDER BY version DESC LIMIT 1',
      [id],
    )
    expect(rows).toEqual([{ status: 'rejected', reason: 'insult' }])
    await ana.keyboard.press('?')
    await ana.waitForSelector('#keys-dialog[open]')
    const keys = await ana.locator('#keys-dialog dt').allInnerTexts()
    expect(keys).toEqual(['A', 'R, then 1–9', 'P', 'H', 'E', 'U', '?'])
  })

  test('claims the comment, and asks twice where another has claimed it', async () => {
    const [id = ''] = await desk.holdCards(1)
    const ana = await desk.page('ana', `comments/${id}`)
    await isHeldBy(id, 'Ana')
    const ben = await desk.page('ben', `comments/${id}`)
    await ben.locator('[data-claim]').getByText('Ana is on it').waitFor()
    await ben.keyboard.press('p')
    await ben.locator('#conflict').getByText('Ana took this comment').waitFor()
    await ben.getByRole('button', { name: 'Spam anyway' }).click()
    await noticed(ben, 'Marked as spam: the comment by Author 1.')
    await heard(ana, 'Author 1: Spam by Ben')
    await ana.locator('[data-claim]').getByText('Spam by Ben').waitFor()
  })
})
