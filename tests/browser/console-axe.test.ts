import type { Router } from 'express'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { createToken } from '../../src/accounts/token.store'
import { consolePages } from '../../src/console/console.routes'
import { violations } from '../support/axe'
import { launchBrowser } from '../support/browser'
import { type BusyDesk, fillDesk } from '../support/busy-desk'
import { addModerator, password } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let browser: Browser
let desk: BusyDesk
const readers = ['olga', 'ana', 'nobody', 'half', 'lost'] as const
type Reader = (typeof readers)[number]
let person: string
const pages = {} as Record<Reader, Page>

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag(), launchBrowser()])
  desk = await fillDesk(postbag)
  for (const reader of readers) pages[reader] = await (await browser.newContext()).newPage()
  await giveAddressAndPassword(pages.olga, 'olga')
  await giveAddressAndPassword(pages.ana, 'ana')
  await beginSecondStep(pages.ana)
  await giveAddressAndPassword(pages.half, await withSecondStep())
  await giveAddressAndPassword(pages.lost, 'kim', await oneTimePassword())
}, 120_000)
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

const giveAddressAndPassword = (page: Page, name: string, typed?: string) =>
  signIn(page, postbag.url, `${name}@daily.example`, { typed })

async function beginSecondStep(page: Page): Promise<void> {
  await page.goto(`${postbag.url}/console/account`)
  await page.fill('#second-on', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.qr-code')
}

/** Somebody whose password alone does not sign in. */
async function withSecondStep(): Promise<string> {
  await addModerator(postbag, { email: 'sam@daily.example', name: 'Sam' })
  await giveAddressAndPassword(pages.half, 'sam')
  await beginSecondStep(pages.half)
  const secret = (await pages.half.locator('.secret').innerText()).replaceAll(' ', '')
  await pages.half.fill('#code', new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await pages.half.keyboard.press('Enter')
  await pages.half.waitForSelector('.recovery-codes')
  await pages.half.context().clearCookies()
  return 'sam'
}

/** Of somebody who has to choose a password before anything else. */
async function oneTimePassword(): Promise<string> {
  person = await addModerator(postbag, { email: 'kim@daily.example', name: 'Kim' })
  await makeTokens(person)
  return (await postbag.admin('POST', `/moderators/${person}/passwords`)).body.password
}

/** One working token, and one that has stopped because its maker's access has ended. */
async function makeTokens(maker: string): Promise<void> {
  const { db } = postbag.services
  const gone = await addModerator(postbag, { email: 'gus@daily.example', name: 'Gus' })
  for (const one of [maker, gone]) {
    const token = { name: 'Import', role: 'owner', siteId: null } as const
    await createToken(db, { ...token, madeBy: `moderator:${one}` })
  }
  await db.pool.query('UPDATE moderators SET disabled_at = now() WHERE id = $1', [gone])
}

/** Every part that can be folded out. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** Each width and each scheme once: what is about neither is the same in both. */
const layouts = [
  { width: 360, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const

/** What is wrong with a page as it is now. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { width, colorScheme } of layouts) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const wrong = await violations(page)
    const across = await widthOf(page)
    if (across > width) wrong.push(`${across} px wide`)
    found.push(...wrong.map((one) => `${width} px, ${colorScheme}: ${one}`))
  }
  return found
}

/** Routes that are no pages: a redirect, a stream, a download and the files of pages. */
const notPages = /^(\/|\/events|\/audit\/export|\/assets\/.*)$/

type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: Partial<Router> }
const routesOf = ({ stack = [] }: Partial<Router>): string[] =>
  (stack as unknown as Layer[]).flatMap(({ route, handle }) =>
    route ? (route.methods.get ? [route.path] : []) : routesOf(handle),
  )

type Visit = { route: string; path?: string; by?: Reader; shows?: string }

const queueTabs = {
  ...{ held: '.card mark', reported: '', appealed: '.card', sampled: '', lead: '.card' },
  ...{ pending: '', approved: '.card', rejected: '.card', spam: '.card' },
}

/** Every page, with what it has to show so that there is something to find. */
const visits: Visit[] = [
  { route: '/sign-in', by: 'nobody' },
  { route: '/sign-in', path: '/sign-in?said=left&next=/console/people', by: 'nobody' },
  { route: '/sign-in/code', by: 'half', shows: '#code' },
  { route: '/account', shows: 'select' },
  { route: '/account/password', by: 'lost', shows: '#next' },
  { route: '/account/second-factor', by: 'ana', shows: '.qr-code' },
  ...Object.entries(queueTabs).map(([state, shows]) => ({
    ...{ route: '/queue', path: `/queue?state=${state}&section=local`, shows },
  })),
  { route: '/queue', path: '/queue?site=weekly' },
  { route: '/queue/batch', path: '/queue/batch?from=0.3&to=1', shows: '.histogram' },
  { route: '/comments/:id', path: '/comments/STORY', shows: '.panel .lines' },
  { route: '/comments/:id', path: '/comments/STORY', by: 'ana', shows: '.own-appeal' },
  { route: '/comments/:id/card', path: '/comments/STORY/card', shows: '.card' },
  { route: '/reviews', shows: '.card' },
  { route: '/reviews', by: 'ana' },
  { route: '/search', shows: 'text=Eels' },
  { route: '/search', path: '/search?q=conger', shows: '.card' },
  { route: '/search', path: '/search?q=nobodywrotethis' },
  { route: '/audit', path: '/audit?site=daily', shows: 'table' },
  { route: '/audit', path: '/audit?site=daily&comment=STORY', shows: 'table' },
  { route: '/audit/check', path: '/audit/check?site=daily', shows: '.notice' },
  { route: '/rules', path: '/rules?site=daily', shows: 'text=Eels' },
  { route: '/rules', path: '/rules?site=weekly' },
  { route: '/rules/:site/:id', path: '/rules/daily/RULE', shows: '.chart' },
  { route: '/rules/:site/:id', path: '/rules/daily/RULE', by: 'ana' },
  { route: '/rules/:site/:id/edit', path: '/rules/daily/RULE/edit' },
  { route: '/rules/:site/:id/versions', path: '/rules/daily/RULE/versions', shows: 'ins' },
  { route: '/rules/:site/:id/delete', path: '/rules/daily/RULE/delete' },
  { route: '/rules/:site/:id/returns', path: '/rules/daily/RULE/returns' },
  { route: '/rules/:site/new', path: '/rules/daily/new' },
  { route: '/banks', path: '/banks?site=daily', shows: 'text=suspect' },
  { route: '/banks/new', path: '/banks/new?site=daily' },
  { route: '/banks/:site/:name', path: '/banks/daily/suspect', shows: 'textarea' },
  { route: '/banks/:site/:name/delete', path: '/banks/daily/suspect/delete', shows: 'form' },
  { route: '/house-rules', path: '/house-rules?site=daily', shows: 'table' },
  { route: '/house-rules/:site/:version', path: '/house-rules/daily/2', shows: 'ins' },
  { route: '/settings', path: '/settings?site=daily' },
  { route: '/settings/:site/learning', path: '/settings/daily/learning', shows: '.facts' },
  { route: '/people', shows: 'form[action$="/take-over"]' },
  { route: '/people/:id', path: '/people/PERSON', shows: 'form' },
  { route: '/people/:id/end', path: '/people/PERSON/end', shows: '.choices' },
  { route: '/statistics', shows: '#overturned-plot-title' },
  { route: '/statistics', by: 'ana', shows: '#precision-plot-title' },
  { route: '/statistics', path: '/statistics?from=2026-01-01&to=2026-01-02' },
  { route: 'none', path: '/nowhere' },
  { route: 'none', path: '/comments/nothing' },
]

const addressOf = (path: string) => {
  const ids = { STORY: desk.story, RULE: desk.rule, PERSON: person }
  return `${postbag.url}/console${path.replace(/STORY|RULE|PERSON/, (name) => ids[name as 'RULE'])}`
}

const open = (page: Page, path: string) => page.goto(addressOf(path))

test('no page of the console is left out', () => {
  const pages = routesOf(consolePages(postbag.services)).filter((route) => !notPages.test(route))
  const visited = new Set(visits.map(({ route }) => route).filter((route) => route !== 'none'))
  expect(Array.from(visited).sort()).toEqual([...new Set(pages)].sort())
})

test.each(visits.map((visit) => [visit.path ?? visit.route, visit.by ?? 'olga', visit] as const))(
  'everybody can use %s, seen by %s',
  async (path, by, { shows = '' }) => {
    const page = pages[by]
    await open(page, path)
    if (shows) await page.waitForSelector(shows, { state: 'attached' })
    await unfold(page)
    expect(await faults(page)).toEqual([])
  },
)

describe('What opens on a page, or is refused', () => {
  test('the keys, and the conflict over a comment', async () => {
    const { olga } = pages
    await open(olga, '/queue?section=local')
    await olga.waitForSelector('.has-script .card.is-current')
    await olga.keyboard.press('?')
    await olga.waitForSelector('dialog[open]')
    expect(await faults(olga)).toEqual([])
    await olga.keyboard.press('Escape')
    const id = await olga.locator('.card.is-current').getAttribute('data-id')
    await postbag.admin('POST', `/comments/${id}/decisions`, { action: 'spam' })
    await olga.keyboard.press('a')
    await olga.waitForSelector('#conflict-dialog[open]')
    expect(await faults(olga)).toEqual([])
  })

  test('the page of a conflict', async () => {
    const { olga } = pages
    await open(olga, '/comments/STORY')
    await olga.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('form.actions')
      form?.querySelector('[name="version"]')?.setAttribute('value', '1')
      form?.insertAdjacentHTML('beforeend', '<input type="hidden" name="action" value="spam">')
      form?.submit()
    })
    await olga.waitForSelector('#conflict')
    expect(await faults(olga)).toEqual([])
  })

  test.each([
    ['the sign-in', 'nobody', '/sign-in', '.problem', 'form'],
    [
      'a name for a search',
      'olga',
      '/search?q=conger',
      '[aria-invalid], .problem',
      'form[action$="/saved-searches"]',
    ],
    ['a range of days', 'olga', '/statistics?from=2026-03-02&to=2026-03-01', '.problem', ''],
    ['a bank', 'olga', '/banks/new?site=daily', '.problem', 'form[action*="/banks/"]'],
    ['somebody new', 'olga', '/people', '.problem', 'form[action$="/people"]'],
  ] as const)('%s that is refused', async (_, by, path, shows, form) => {
    const page = pages[by]
    await open(page, path)
    // as a browser would that does not know what is required
    if (form)
      await page
        .locator(form)
        .first()
        .evaluate((one) => (one as HTMLFormElement).submit())
    if (shows) await page.waitForSelector(shows)
    expect(await faults(page)).toEqual([])
  })
})
