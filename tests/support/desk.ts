import type { Page } from 'playwright-core'
import { launchBrowser } from './browser'
import { addModerator, insertHeld } from './console'
import { signIn } from './console-page'
import { type PostbagOptions, startPostbag } from './postbag'
import { waitUntil } from './wait-until'

type PageOptions = { url?: string; prepare?: (page: Page) => Promise<unknown> }

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A site with two moderators, Ana and Ben, and a browser for the pages that they open. */
export async function openDesk(options?: PostbagOptions) {
  const [postbag, browser] = await Promise.all([startPostbag(options), launchBrowser()])
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'ben@daily.example', name: 'Ben' })
  const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)
  const statusOf = async (id: string): Promise<string | undefined> =>
    (await sql('SELECT status FROM comments WHERE id = $1', [id])).rows[0]?.status
  let round = 0
  return {
    postbag,
    sql,
    statusOf,

    becomes: (id: string, status: string) =>
      waitUntil(`it is ${status}`, async () => (await statusOf(id)) === status),

    /** Held comments by "Author 1" and so on, of this test alone. @returns their ids */
    async holdCards(count: number): Promise<string[]> {
      round += 1
      const bodyOf = (at: number) => `Round ${round}, remark ${at} about the harbour wall.`
      await insertHeld(
        postbag,
        Array.from({ length: count }, (_, index) => index + 1).map((at) => ({
          author: `Author ${at}`,
          body: bodyOf(at),
        })),
      )
      const { rows } = await sql(
        'SELECT id FROM comments WHERE body LIKE $1 ORDER BY created_at, length(author_name), author_name',
        [`Round ${round},%`],
      )
      return rows.map(({ id }) => id)
    },

    /** A page of the console, as somebody sees it who has just signed in. */
    async page(
      name: 'ana' | 'ben',
      path = 'queue',
      { url = postbag.url, prepare }: PageOptions = {},
    ): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      await prepare?.(page)
      await signIn(page, url, `${name}@daily.example`, { next: `/console/${path}` })
      await page.waitForSelector('.has-script [data-version]')
      return page
    },

    /** What earlier tests left waits no longer: every test has its own cards. */
    async clear(): Promise<void> {
      await sql("UPDATE comments SET status = 'approved' WHERE status <> 'approved'")
      await sql('UPDATE review_items SET closed_at = now(), claimed_by = NULL, claim_until = NULL')
    },

    async closePages(): Promise<void> {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },

    async close(): Promise<void> {
      await browser.close()
      await postbag.stop()
    },
  }
}
