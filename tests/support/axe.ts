import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

type Result = { passes: object[]; violations: { id: string; nodes: { html: string }[] }[] }
type WithAxe = { axe: { run(options: object): Promise<Result> } }

/** Of WCAG 2.2; axe leaves it out unless it is asked for. */
const withTargetSize = { rules: { 'target-size': { enabled: true } } }
/** Of what is right, axe describes one element of each rule instead of all. */
const onlyViolations = { resultTypes: ['violations'] }

/** What axe-core finds wrong on a page as it is shown now; one rule alone where it is named. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  // without its styles a page is another one
  await page.waitForLoadState()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { passed, found } = await page.evaluate(
    async (options) => {
      // what lies half beneath a bar as the page is scrolled now is no smaller for it
      const bars = Array.from(document.querySelectorAll<HTMLElement>('.save-bar, .bulk'))
      for (const { style } of bars) style.position = 'static'
      const { passes, violations } = await (window as unknown as WithAxe).axe.run(options)
      for (const { style } of bars) style.position = ''
      return {
        passed: passes.length,
        found: violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        ),
      }
    },
    { ...onlyViolations, ...(rule ? { runOnly: [rule] } : withTargetSize) },
  )
  if (passed === 0) throw new Error('axe looked at nothing.')
  return found
}
