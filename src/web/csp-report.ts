import { z } from 'zod'
import { pathOf } from './paths'

/** What a browser refused on one of our pages, with nothing in it that a reader wrote or that names one. */
export type Violation = {
  /** Path of the page; without the query and without a receipt. */
  page: string
  /** The directive that refused it; "other" for what is none of CSP level 3. */
  directive: string
  /** Origin of what was refused, or how the browser calls it: "inline", "eval", "data". */
  blocked: string
}

const directives = [
  ...['default-src', 'script-src', 'script-src-elem', 'script-src-attr', 'style-src'],
  ...['style-src-elem', 'style-src-attr', 'img-src', 'font-src', 'media-src', 'connect-src'],
  ...['frame-src', 'child-src', 'worker-src', 'object-src', 'manifest-src', 'base-uri'],
  ...['form-action', 'frame-ancestors'],
]

const text = z.string().max(10_000).catch('')

/** As `report-uri` sends it (CSP level 2). */
const single = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
  }),
})

/** As `report-to` sends it (Reporting API), several at once. */
const several = z.array(z.unknown()).max(1000)
const ofSeveral = z.object({
  type: z.literal('csp-violation'),
  body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text }),
})

/** Of a body that anybody may have written. */
const mostOfBody = 10

/** @param body parsed JSON of whoever sent it. @returns what it reports; nothing for what is no report */
export function readReports(body: unknown): Violation[] {
  const old = single.safeParse(body)
  if (old.success) {
    const report = old.data['csp-report']
    const directive = report['effective-directive'] || report['violated-directive']
    return [violation(report['document-uri'], directive, report['blocked-uri'])]
  }
  const all = several.safeParse(body).data ?? []
  return all.slice(0, mostOfBody).flatMap((one) => {
    const { data } = ofSeveral.safeParse(one)
    if (!data) return []
    const { documentURL, effectiveDirective, blockedURL } = data.body
    return [violation(documentURL, effectiveDirective, blockedURL)]
  })
}

function violation(page: string, directive: string, blocked: string): Violation {
  const [name = ''] = directive.split(' ')
  return {
    page: URL.canParse(page) ? plainPath(new URL(page).pathname) : '',
    directive: directives.includes(name) ? name : 'other',
    blocked: originOf(blocked),
  }
}

const longest = 120

const plainPath = (path: string): string =>
  pathOf(path.replace(/[^\w/.%~-]/g, '?').slice(0, longest))

const originOf = (blocked: string): string => {
  if (/^[a-z][a-z-]{0,30}$/.test(blocked)) return blocked
  if (!URL.canParse(blocked)) return ''
  const { protocol, host } = new URL(blocked)
  return (host === '' ? protocol : `${protocol}//${host}`).slice(0, longest)
}
