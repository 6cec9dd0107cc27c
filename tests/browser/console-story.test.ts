import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { addModerator } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let browser: Browser
let page: Page
let id: string

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await postbag.admin('POST', '/sites/daily/rules', {
    ...{ name: 'Newcomer at length', mode: 'live' },
    when: 'author.approvalRate < 0.85 && size(comment.linkDomains) > 0 && comment.words > 1 + 1',
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: {
      action: 'hold',
      reason: 'newcomer',
      queue: 'urgent',
      priority: 90,
      note: 'Look twice.',
    },
  })
  id = await manySided()
  page = await (await browser.newContext()).newPage()
  await signIn(page, postbag.url, 'olga@desk.example')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const decide = (comment: string, action: string) =>
  postbag.admin('POST', `/comments/${comment}/decisions`, { action })

/** A comment with a past and a thread: decided before, answered, edited and judged again. */
async function manySided(): Promise<string> {
  for (const action of ['approve', 'reject', 'reject', 'spam']) {
    const past = await postbag.judged({ author: 'Rae', body: `Words for ${action} on the wall.` })
    await decide(past.id, action)
  }
  const body = 'Look at http://bit.ly/eels before the wall comes down, and bring a friend along.'
  const own = await postbag.judged({ author: 'Rae', body })
  await decide(own.id, 'approve')
  for (const author of ['Sam', 'Tom', 'Una']) {
    const reply = { author, body: `${author} has seen the masons at work.`, parent_id: own.id }
    await postbag.post(reply)
  }
  const path = `/api/v1/receipts/${own.receipt}`
  await postbag.reader('PATCH', path, { body: `${body} They open at http://eels.example/nine.` })
  const status = async () => (await postbag.reader('GET', path)).body.status
  await waitUntil('it is judged again', async () => (await status()) !== 'pending')
  return own.id
}

const unfold = () =>
  page.locator('details:not([open]) > summary').evaluateAll((all) => {
    for (const summary of all) (summary as HTMLElement).click()
  })

describe.each(['en', 'de', 'kk'])('In the language %s', (language) => {
  beforeAll(() => page.setExtraHTTPHeaders({ 'accept-language': language }))

  test.each(['card', 'page'])('the %s of a comment is fine to use, unfolded', async (what) => {
    const path = what === 'card' ? `/console/comments/${id}/card` : `/console/comments/${id}`
    await page.goto(`${postbag.url}${path}`)
    await unfold()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []])
    }
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
    }
  })

  test('nothing of it is in code, but for what cannot be said otherwise', async () => {
    await page.goto(`${postbag.url}/console/comments/${id}`)
    await unfold()
    const text = await page.locator('main').evaluate((main) => {
      for (const code of main.querySelectorAll('code, .text, q')) code.remove()
      return (main as HTMLElement).innerText
    })
    expect(text).not.toMatch(/\b(true|false|premoderation|urgent)\b/)
    expect(text).not.toMatch(/(^|[\s(])-1\b|\d[.,]\d{4}|\d{4}-\d\d-\d\d|[0-9a-f]{8}-/)
  })
})
