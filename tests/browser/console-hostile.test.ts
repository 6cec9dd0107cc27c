import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { addModerator, type HeldComment, insertHeld } from '../support/console'
import { signIn } from '../support/console-page'
import { widthOf } from '../support/page-width'
import { type Postbag, startPostbag } from '../support/postbag'

const zalgo = (text: string) =>
  text.replace(/\w/g, (letter) => letter + '\u0301\u0316\u033f\u0489'.repeat(25))

const attacks = [
  '<script>document.body.remove()</script>',
  '"><img src=x onerror="document.body.remove()">',
  '</textarea></form></article><iframe src="//evil.example"></iframe>',
  '<svg/onload=document.body.remove()><math><mtext><style>*{display:none}</style>',
  '<style>body{display:none}</style><link rel=stylesheet href=//evil.example>',
  '<base href="//evil.example/"><form action=//evil.example><button>Approve</button></form>',
  '<a href="javascript:alert(1)">press me</a> javascript:alert(1)',
  '\u202eevorppA si sihT \u2066 \u2067 still turned',
  '\u200b\u200b\u2060\ufeffnothing to see\u00ad\u200e\u200f',
  zalgo('he comes over the wall'),
  'w'.repeat(4000),
  'عربي '.repeat(80),
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} '.repeat(60),
  '\ufdfa'.repeat(300),
  `${'\n'.repeat(200)}far below`,
  '&lt;b&gt; &#60;script&#62; &amp;amp; ]]> <!-- <![CDATA[',
  '{{constructor.constructor("alert(1)")()}} #{alert(1)} <%= 1 %>',
  '\ud83d lone \udc00 surrogates \u2028 \u2029 \u0007 \u001b[31m'.toWellFormed(),
  "' onfocus='alert(1)' autofocus tabindex=1 style='position:fixed;inset:0",
  'a\u0301'.repeat(500),
]

/** Each attack as text and as name, with marks that nest, overlap, split pairs and lie outside. */
const hostile: HeldComment[] = Array.from({ length: 10 }, (_, round) =>
  attacks.map((attack, at) => ({
    author: (round % 2 ? attack : `Author ${at}`).slice(0, 80),
    body: `${attack} ${round}`,
    spans: [
      { start: round, end: 20 },
      { start: 5 + round, end: 9 },
      { start: 8, end: 1e9 },
      { start: -5, end: 3 + round },
    ],
  })),
).flat()

let postbag: Postbag
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  ;[postbag, browser] = await Promise.all([startPostbag({ worker: false }), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await insertHeld(postbag, hostile)
  page = await browser.newPage()
  page.on('dialog', (dialog) => void complaints.push(`dialog: ${dialog.message()}`))
  page.on('console', (message) => void complaints.push(message.text()))
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${postbag.url}/`)) complaints.push(request.url())
  })
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
      console.log(`refused ${blockedURI}`),
    ),
  )
  await signIn(page, postbag.url, 'ana@daily.example')
  await page.waitForSelector('.has-script .card')
})
afterAll(async () => {
  await browser.close()
  await postbag.stop()
})

/** The same elements in every card, whatever was written in it. */
const skeletons = () =>
  page.evaluate(() => {
    const known =
      'HEADER,INPUT,H2,BDI,SPAN,TIME,A,DIV,P,DETAILS,SUMMARY,MARK,H3,H4,UL,LI,STRONG,B,FORM,FIELDSET,BUTTON,KBD,SELECT,OPTION'
    const within = Array.from(document.querySelectorAll('.card *'))
    return {
      unknown: within.filter(({ tagName }) => !known.split(',').includes(tagName)).length,
      insideTexts: within.filter((one) => one.matches('.text *:not(mark, div, details, summary)'))
        .length,
      handlers: within.filter((one) =>
        one.getAttributeNames().some((name) => name.startsWith('on') || name === 'style'),
      ).length,
      strangeLinks: within.filter((one) => /^(?!\/)/.test(one.getAttribute('href') ?? '/')).length,
    }
  })

type Box = { top: number; right: number; bottom: number; left: number }
type Layout = { card: Box; tick: Box; approve: Box; reject: Box; parts: Box[] }

/** Where things stand in each card. */
const layouts = () =>
  page.evaluate(() => {
    const boxOf = (one: Element | null) => (one ?? document.body).getBoundingClientRect().toJSON()
    return Array.from(document.querySelectorAll('.card'), (card): Layout => {
      const part = (selector: string) => boxOf(card.querySelector(selector))
      const parts = Array.from(card.querySelectorAll('.text, h2, .why'), boxOf)
      const [tick, approve, reject] = [part('input'), part('.is-approve'), part('.is-reject')]
      return { card: boxOf(card), tick, approve, reject, parts }
    })
  })

/** Nothing leaves its card, and what is pressed keeps its order. */
function isOrderly({ card, tick, approve, reject, parts }: Layout): boolean {
  const isInside = (box: Box) => box.left >= card.left - 1 && box.right <= card.right + 1
  const isInOrder = approve.top !== reject.top || approve.left < reject.left
  return (
    [tick, approve, reject, ...parts].every(isInside) &&
    tick.left < card.left + 40 &&
    approve.bottom < card.bottom &&
    isInOrder
  )
}

test('two hundred hostile comments are text and nothing else', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  for (let shown = 20; shown < hostile.length; shown = await page.locator('.card').count()) {
    await page.locator('.more a').click()
    await page.waitForFunction(
      (before) => document.querySelectorAll('.card').length > before,
      shown,
    )
  }
  expect(await page.locator('.card').count()).toBe(hostile.length)
  expect(await skeletons()).toEqual({ unknown: 0, insideTexts: 0, handlers: 0, strangeLinks: 0 })
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    expect((await layouts()).filter((layout) => !isOrderly(layout))).toEqual([])
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
  }
})

test('a text is shown exactly as it was written', async () => {
  for (const attack of [attacks[0], attacks[3], attacks[7], attacks[16]]) {
    const card = page.locator('.card').filter({ has: page.locator('.text') })
    const texts = await card
      .locator('.text')
      .evaluateAll((all) => all.map(({ textContent }) => textContent))
    expect(texts.some((text) => text?.startsWith(attack ?? '-'))).toBe(true)
  }
})

/** In the order in which they were written: each attack as a text, then each as a name too. */
async function idsOfAttacks(): Promise<string[]> {
  const { rows } = await postbag.services.db.pool.query<{ id: string }>(
    'SELECT id FROM comments ORDER BY created_at LIMIT 40',
  )
  return rows.map(({ id }) => id)
}

test('a search shows them as text and nothing else', async () => {
  await postbag.services.db.pool.query(
    'INSERT INTO comment_texts (comment_id, body) SELECT id, body FROM comments',
  )
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const query of ['q=', 'q=document.body.remove', 'author=%22%3E%3Cimg']) {
      await page.goto(`${postbag.url}/console/search?${query}`)
      expect(await skeletons()).toMatchObject({ unknown: 0, insideTexts: 0, handlers: 0 })
      expect((await layouts()).filter((layout) => !isOrderly(layout))).toEqual([])
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
    }
  }
})

test('two hundred in a range of a score are text and nothing else', async () => {
  await page.goto(`${postbag.url}/console/queue/batch?from=0&to=1`)
  await page.waitForSelector('.has-script .pick')
  expect(await page.locator('.pick').count()).toBe(hostile.length)
  const known = 'INPUT,DIV,P,B,BDI,SPAN,TIME,A,MARK,DETAILS,SUMMARY'
  const strange = await page.evaluate(
    (names) =>
      Array.from(document.querySelectorAll('.pick *')).filter(
        (one) =>
          !names.split(',').includes(one.tagName) ||
          one.getAttributeNames().some((name) => name.startsWith('on') || name === 'style') ||
          /^(?!\/)/.test(one.getAttribute('href') ?? '/'),
      ).length,
    known,
  )
  expect(strange).toBe(0)
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const outside = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('.pick')).filter((pick) => {
          const box = pick.getBoundingClientRect()
          return Array.from(pick.querySelectorAll('input, .text, .pick-head, .pick-end')).some(
            (part) => {
              const { left, right, bottom } = part.getBoundingClientRect()
              return left < box.left - 1 || right > box.right + 1 || bottom > box.bottom + 1
            },
          )
        }).length,
    )
    expect([width, outside]).toEqual([width, 0])
    expect(await widthOf(page)).toBeLessThanOrEqual(width)
  }
  await page.click('#batch button[value="approve"]')
  await page.waitForSelector('#confirm-dialog[open] >> text=Approve 200 comments?')
  await page.click('#confirm-dialog [data-do="leave"]')
})

test('the pages of the worst ones hold as well', async () => {
  let quoted = 0
  await page.setViewportSize({ width: 360, height: 800 })
  for (const id of await idsOfAttacks()) {
    await page.goto(`${postbag.url}/console/comments/${id}`)
    const strange = await page
      .locator('main :is(script, iframe, img, svg, math, object, base, style)')
      .count()
    expect(strange).toBe(0)
    expect(await widthOf(page)).toBeLessThanOrEqual(360)
    expect(await page.locator('form.actions button.is-approve').isVisible()).toBe(true)
    // or a change of direction in the text would turn the quotation marks round
    expect(await page.locator('q:not(:has(> bdi))').count()).toBe(0)
    quoted += await page.locator('q').count()
  }
  expect(quoted).toBeGreaterThan(0)
})

test('nothing was run, asked for or refused', () => {
  expect(complaints).toEqual([])
})
